package io.huodang.access.web;

import io.huodang.access.Action;
import io.huodang.access.Issuing;
import io.huodang.access.Needs;
import io.huodang.access.Token;
import io.huodang.access.Tokens;
import io.huodang.access.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/tokens}: keys for machines, each of which acts as a user. */
@RestController
@RequestMapping(path = "/api/v1/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs(Action.MANAGE_USERS)
class TokenCalls {
  private final Issuing issuing;
  private final Tokens tokens;

  TokenCalls(Issuing issuing, Tokens tokens) {
    this.issuing = issuing;
    this.tokens = tokens;
  }

  /** What a new token is for, and whom it acts as: whoever makes it, unless another is named. */
  record Wanted(@Nullable String name, @Nullable UUID userId, @Nullable Instant expiresAt) {}

  /** A new token; its secret is told this once. */
  record Made(UUID id, String name, UUID userId, @Nullable Instant expiresAt, String token) {
    @Override
    public String toString() {
      return "token " + id;
    }
  }

  /** A whole list: there is no next part of it. */
  record Listed(List<Token> items, @Nullable UUID next) {}

  @PostMapping
  ResponseEntity<Made> make(@RequestBody Wanted wanted, Viewer viewer) {
    Tokens.Made made =
        issuing.issue(
            viewer,
            wanted.userId() == null ? viewer.userId() : wanted.userId(),
            wanted.name() == null ? "" : wanted.name(),
            wanted.expiresAt());
    Token token = made.token();
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(new Made(token.id(), token.name(), token.userId(), token.expiresAt(), made.secret()));
  }

  @GetMapping
  Listed list() {
    return new Listed(tokens.all(), null);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable UUID id, Viewer viewer) {
    issuing.revoke(viewer, id);
  }
}
