package io.huodang.intake.web;

import io.huodang.access.Action;
import io.huodang.access.Grants;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/users/{id}/grants}: which batches a vendor or an employer may see. */
@RestController
@RequestMapping(path = "/api/v1/users/{id}/grants", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs(Action.MANAGE_USERS)
class GrantCalls {
  private final BatchGrants grants;

  GrantCalls(BatchGrants grants) {
    this.grants = grants;
  }

  /** The batch that is to be seen. */
  record Wanted(@Nullable UUID batch) {}

  /** A whole list: there is no next part of it. */
  record Listed(List<Grants.Grant> items, @Nullable UUID next) {}

  @GetMapping
  Listed list(@PathVariable UUID id) {
    return new Listed(grants.of(id), null);
  }

  @PostMapping
  Listed give(@PathVariable UUID id, @RequestBody Wanted wanted, Viewer viewer) {
    UUID batch = wanted.batch();
    if (batch == null) {
      throw new Refusal("bad-request", "Name the batch.");
    }
    grants.give(viewer, id, batch);
    return list(id);
  }

  @DeleteMapping("/{grant}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable UUID id, @PathVariable UUID grant, Viewer viewer) {
    grants.withdraw(viewer, id, grant);
  }
}
