package io.huodang.access.web;

import io.huodang.access.Action;
import io.huodang.access.FirstKeys;
import io.huodang.access.Needs;
import io.huodang.access.OpenToAll;
import io.huodang.access.SignIn;
import io.huodang.access.User;
import io.huodang.access.Users;
import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.vocabulary.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, and choosing a password. */
@Controller
class AccountScreens {
  private final Users users;
  private final SignIn signIn;
  private final FirstKeys firstKeys;
  private final Audit audit;

  AccountScreens(Users users, SignIn signIn, FirstKeys firstKeys, Audit audit) {
    this.users = users;
    this.signIn = signIn;
    this.firstKeys = firstKeys;
    this.audit = audit;
  }

  @OpenToAll
  @GetMapping("/sign-in")
  String signIn(
      @RequestParam(required = false) @Nullable String refused,
      @RequestParam(required = false) @Nullable String out,
      @RequestParam(required = false) @Nullable String stale,
      Model model) {
    model.addAttribute(
        "note", refused != null ? "refused" : out != null ? "out" : stale != null ? "stale" : null);
    return "sign-in";
  }

  @Needs(Action.BE_SIGNED_IN)
  @GetMapping("/password")
  String password(Viewer viewer, Model model) {
    model.addAttribute("first", users.find(viewer.userId()).orElseThrow().mustChange());
    return "password";
  }

  /** Every session of the account ends; this browser begins a new one. */
  @Needs(Action.BE_SIGNED_IN)
  @PostMapping("/password")
  String choosePassword(
      @RequestParam String present,
      @RequestParam String chosen,
      @RequestParam String again,
      Viewer viewer,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    User user = users.find(viewer.userId()).orElseThrow();
    try {
      choose(viewer, user, present, chosen, again);
    } catch (Refusal refusal) {
      audit.recordForGood(
          AuditEntry.of(viewer.actor(), "change-password").with("why", refusal.code()).refused());
      model.addAttribute("problem", refusal.code());
      model.addAttribute("first", user.mustChange());
      return "password";
    }
    audit.recordForGood(AuditEntry.of(viewer.actor(), "change-password"));
    firstKeys.forgetFirstSignIn(user);
    SessionCookie.write(
        request,
        response,
        SessionCookie.SESSION,
        signIn.renew(user.id(), Browsers.from(request)).secret());
    return "redirect:/";
  }

  private void choose(Viewer viewer, User user, String present, String chosen, String again) {
    if (!signIn.isPassword(viewer, present)) {
      throw new Refusal("password-wrong", "The present password is another.");
    }
    if (!chosen.equals(again)) {
      throw new Refusal("password-differs", "The two new passwords differ.");
    }
    if (chosen.equals(present)) {
      throw new Refusal("password-same", "The new password is the present one.");
    }
    users.choosePassword(user, chosen);
  }
}
