package io.huodang.access.web;

import io.huodang.access.Accounts;
import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Role;
import io.huodang.access.Users;
import io.huodang.access.Viewer;
import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/users}: the accounts of the house. */
@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs(Action.MANAGE_USERS)
class UserCalls {
  private final Accounts accounts;

  UserCalls(Accounts accounts) {
    this.accounts = accounts;
  }

  /** An account to be made, or what is to be changed of one; what is left out stays. */
  record Wanted(@Nullable String name, @Nullable String displayName, @Nullable String role) {}

  /** A whole list: there is no next part of it. */
  record Listed<T>(List<T> items, @Nullable UUID next) {}

  @GetMapping
  Listed<UserDocument> list() {
    return new Listed<>(accounts.all().stream().map(UserDocument::of).toList(), null);
  }

  @PostMapping
  ResponseEntity<UserDocument> make(@RequestBody Wanted wanted, Viewer viewer) {
    Role role = role(wanted.role());
    if (wanted.name() == null || role == null) {
      throw new Refusal("bad-request", "An account needs a name and a role.");
    }
    String displayName = wanted.displayName() == null ? "" : wanted.displayName();
    Users.Made made = accounts.make(viewer, wanted.name(), displayName, role);
    return secret(HttpStatus.CREATED, UserDocument.of(made.user(), made.password()));
  }

  @GetMapping("/{id}")
  UserDocument find(@PathVariable UUID id) {
    return UserDocument.of(accounts.find(id));
  }

  @PatchMapping("/{id}")
  UserDocument change(@PathVariable UUID id, @RequestBody Wanted wanted, Viewer viewer) {
    return UserDocument.of(accounts.change(viewer, id, wanted.displayName(), role(wanted.role())));
  }

  @PostMapping("/{id}/close")
  UserDocument close(@PathVariable UUID id, Viewer viewer) {
    accounts.close(viewer, id);
    return find(id);
  }

  @PostMapping("/{id}/open")
  UserDocument open(@PathVariable UUID id, Viewer viewer) {
    accounts.open(viewer, id);
    return find(id);
  }

  @PostMapping("/{id}/unlock")
  UserDocument unlock(@PathVariable UUID id, Viewer viewer) {
    accounts.unlock(viewer, id);
    return find(id);
  }

  @PostMapping("/{id}/reset-password")
  ResponseEntity<UserDocument> resetPassword(@PathVariable UUID id, Viewer viewer) {
    String password = accounts.resetPassword(viewer, id);
    return secret(HttpStatus.OK, UserDocument.of(accounts.find(id), password));
  }

  private static @Nullable Role role(@Nullable String word) {
    return word == null
        ? null
        : Role.ofWord(word)
            .orElseThrow(
                () ->
                    new Refusal(
                        "unknown-role",
                        "A role is administrator, archivist, clerk, reviewer, auditor, vendor or employer."));
  }

  private static ResponseEntity<UserDocument> secret(HttpStatus status, UserDocument told) {
    return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(told);
  }
}
