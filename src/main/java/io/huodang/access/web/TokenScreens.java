package io.huodang.access.web;

import io.huodang.access.Accounts;
import io.huodang.access.Action;
import io.huodang.access.Issuing;
import io.huodang.access.Needs;
import io.huodang.access.Tokens;
import io.huodang.access.User;
import io.huodang.access.Viewer;
import io.huodang.vocabulary.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The keys of machines: as whom they act, when they were last used, and a new one's secret, once.
 */
@Controller
@Needs(Action.MANAGE_USERS)
class TokenScreens {
  private final Issuing issuing;
  private final Tokens tokens;
  private final Accounts accounts;

  TokenScreens(Issuing issuing, Tokens tokens, Accounts accounts) {
    this.issuing = issuing;
    this.tokens = tokens;
    this.accounts = accounts;
  }

  @GetMapping("/tokens")
  String tokens(Model model) {
    List<User> users = accounts.all();
    Map<UUID, User> byId = users.stream().collect(Collectors.toMap(User::id, Function.identity()));
    model.addAttribute(
        "tokens",
        tokens.all().stream()
            .map(token -> TokenRow.of(token, Objects.requireNonNull(byId.get(token.userId()))))
            .toList());
    model.addAttribute(
        "users",
        users.stream().filter(user -> !user.program() && user.disabledAt() == null).toList());
    return "tokens";
  }

  /**
   * @param until the last day on which it works; empty: it works until it is revoked
   */
  @PostMapping("/tokens")
  String make(
      @RequestParam String name,
      @RequestParam UUID actsAs,
      @RequestParam(required = false) @Nullable LocalDate until,
      Viewer viewer,
      Model model) {
    try {
      Instant end =
          until == null ? null : until.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant();
      Tokens.Made made = issuing.issue(viewer, actsAs, name, end);
      model.addAttribute("secret", made.secret());
      model.addAttribute("made", made.token().name());
    } catch (Refusal refusal) {
      model.addAttribute("problem", refusal.code());
    }
    return tokens(model);
  }

  @PostMapping("/tokens/{id}/revoke")
  String revoke(@PathVariable UUID id, Viewer viewer) {
    issuing.revoke(viewer, id);
    return "redirect:/tokens";
  }
}
