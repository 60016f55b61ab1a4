package io.huodang.access.web;

import io.huodang.access.Action;
import io.huodang.access.Issuing;
import io.huodang.access.Leaving;
import io.huodang.access.Needs;
import io.huodang.access.Session;
import io.huodang.access.Sessions;
import io.huodang.access.SignIn.Known;
import io.huodang.access.Tokens;
import io.huodang.access.User;
import io.huodang.access.Users;
import io.huodang.access.Viewer;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One's own account: where one is signed in, and which machines act in one's name. */
@Controller
@Needs(Action.BE_SIGNED_IN)
class OwnAccountScreens {
  private final Users users;
  private final Sessions sessions;
  private final Tokens tokens;
  private final Leaving leaving;
  private final Issuing issuing;

  OwnAccountScreens(
      Users users, Sessions sessions, Tokens tokens, Leaving leaving, Issuing issuing) {
    this.users = users;
    this.sessions = sessions;
    this.tokens = tokens;
    this.leaving = leaving;
    this.issuing = issuing;
  }

  /**
   * A browser in which one is signed in.
   *
   * @param here whether it is the one that shows this
   */
  public record SessionRow(
      @Nullable String browser,
      @Nullable String address,
      ZonedDateTime since,
      ZonedDateTime lastSeen,
      boolean here) {

    static SessionRow of(Session session, @Nullable UUID here) {
      return new SessionRow(
          session.browser(),
          session.address(),
          UserRow.here(session.createdAt()),
          UserRow.here(session.lastSeenAt()),
          session.id().equals(here));
    }
  }

  @GetMapping("/account")
  String account(Known known, Model model) {
    User user = users.find(known.viewer().userId()).orElseThrow();
    model.addAttribute("user", new UserRow(user, null));
    model.addAttribute(
        "sessions",
        sessions.of(user.id()).stream()
            .map(session -> SessionRow.of(session, known.sessionId()))
            .toList());
    model.addAttribute(
        "tokens", tokens.of(user.id()).stream().map(token -> TokenRow.of(token, user)).toList());
    return "account";
  }

  @PostMapping("/account/sign-out-elsewhere")
  String signOutElsewhere(Known known) {
    leaving.signOutElsewhere(known);
    return "redirect:/account";
  }

  @PostMapping("/account/tokens/{id}/revoke")
  String revoke(@PathVariable UUID id, Viewer viewer) {
    issuing.revokeOwn(viewer, id);
    return "redirect:/account";
  }
}
