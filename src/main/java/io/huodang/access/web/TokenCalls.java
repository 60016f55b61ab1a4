package io.huodang.access.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Token;
import io.huodang.access.Tokens;
import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/tokens}: keys for machines, which act as the user who makes them. */
@RestController
@RequestMapping("/api/v1/tokens")
@Needs(Action.MANAGE_USERS)
class TokenCalls {
  private static final int LONGEST_NAME = 100;

  private final Tokens tokens;
  private final Audit audit;

  TokenCalls(Tokens tokens, Audit audit) {
    this.tokens = tokens;
    this.audit = audit;
  }

  /** What a new token is for. */
  record Wanted(@Nullable String name) {}

  /** A new token; its secret is told this once. */
  record Made(UUID id, String name, String token) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  Made make(@RequestBody Wanted wanted, Viewer viewer) {
    String name = wanted.name() == null ? "" : wanted.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new Refusal("bad-name", "A token needs a name of up to 100 characters.");
    }
    Tokens.Made made = tokens.make(viewer.userId(), name, null);
    audit.record(AuditEntry.of(viewer.actor(), "make-token").about("token", made.token().id()));
    return new Made(made.token().id(), name, made.secret());
  }

  @GetMapping
  Map<String, List<Token>> list() {
    return Map.of("items", tokens.all());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  void revoke(@PathVariable UUID id, Viewer viewer) {
    if (!tokens.revoke(id)) {
      throw new Refusal("not-found", "There is no such token that still works.");
    }
    audit.record(AuditEntry.of(viewer.actor(), "revoke-token").about("token", id));
  }
}
