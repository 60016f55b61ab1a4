package io.huodang.access.web;

import io.huodang.access.Accounts;
import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Role;
import io.huodang.access.User;
import io.huodang.access.Users;
import io.huodang.access.Viewer;
import io.huodang.vocabulary.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The accounts of the house: who there is, what they may do, and the first password, once. */
@Controller
@Needs(Action.MANAGE_USERS)
class UserScreens {
  private final Accounts accounts;
  private final Users users;

  UserScreens(Accounts accounts, Users users) {
    this.accounts = accounts;
    this.users = users;
  }

  @GetMapping("/users")
  String users(Model model) {
    Map<UUID, Instant> seen = users.lastSeen();
    model.addAttribute(
        "users",
        accounts.all().stream().map(user -> new UserRow(user, seen.get(user.id()))).toList());
    model.addAttribute("roles", roles());
    model.addAttribute("actions", Action.values());
    model.addAttribute("table", Role.values());
    return "users";
  }

  @PostMapping("/users")
  String make(
      @RequestParam String name,
      @RequestParam(defaultValue = "") String displayName,
      @RequestParam String role,
      Viewer viewer,
      Model model) {
    try {
      Users.Made made = accounts.make(viewer, name, displayName, role(role));
      model.addAttribute("password", made.password());
      return show(made.user(), model);
    } catch (Refusal refusal) {
      model.addAttribute("problem", refusal.code());
      model.addAttribute("wanted", new String[] {name, displayName, role});
      return users(model);
    }
  }

  @GetMapping("/users/{id}")
  String user(@PathVariable UUID id, Model model) {
    return show(accounts.find(id), model);
  }

  @PostMapping("/users/{id}")
  String change(
      @PathVariable UUID id,
      @RequestParam String displayName,
      @RequestParam(required = false) String role,
      Viewer viewer,
      Model model) {
    return after(
        id,
        model,
        () -> accounts.change(viewer, id, displayName, role == null ? null : role(role)));
  }

  @PostMapping("/users/{id}/close")
  String close(@PathVariable UUID id, Viewer viewer, Model model) {
    return after(id, model, () -> accounts.close(viewer, id));
  }

  @PostMapping("/users/{id}/open")
  String open(@PathVariable UUID id, Viewer viewer, Model model) {
    return after(id, model, () -> accounts.open(viewer, id));
  }

  @PostMapping("/users/{id}/unlock")
  String unlock(@PathVariable UUID id, Viewer viewer, Model model) {
    return after(id, model, () -> accounts.unlock(viewer, id));
  }

  @PostMapping("/users/{id}/reset-password")
  String resetPassword(@PathVariable UUID id, Viewer viewer, Model model) {
    try {
      model.addAttribute("password", accounts.resetPassword(viewer, id));
    } catch (Refusal refusal) {
      model.addAttribute("problem", refusal.code());
    }
    return show(accounts.find(id), model);
  }

  private String after(UUID id, Model model, Runnable change) {
    try {
      change.run();
      return "redirect:/users/" + id;
    } catch (Refusal refusal) {
      model.addAttribute("problem", refusal.code());
      return show(accounts.find(id), model);
    }
  }

  private String show(User user, Model model) {
    model.addAttribute("user", new UserRow(user, users.lastSeen().get(user.id())));
    model.addAttribute("roles", roles());
    return "user";
  }

  private static List<String> roles() {
    return Arrays.stream(Role.values()).map(Role::word).toList();
  }

  private static Role role(String word) {
    return Role.ofWord(word)
        .orElseThrow(() -> new Refusal("unknown-role", "There is no such role."));
  }
}
