package io.huodang.corrections.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.catalog.Change;
import io.huodang.catalog.Changes;
import io.huodang.catalog.Person;
import io.huodang.catalog.ToldChange;
import io.huodang.corrections.Merging;
import io.huodang.viewing.Looks;
import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calls that make one person of two; {@code POST /changes/{id}/undo} takes that back. */
@RestController
@RequestMapping(path = "/api/v1/people/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class MergeCalls {
  private static final int MOST = 100;

  private final Looks looks;
  private final Merging merging;
  private final Changes changes;

  MergeCalls(Looks looks, Merging merging, Changes changes) {
    this.looks = looks;
    this.merging = merging;
    this.changes = changes;
  }

  /**
   * Who becomes the same person.
   *
   * @param other whose id leads on from now
   * @param otherRevision that was looked at; null: whichever there is
   */
  record Merge(@Nullable UUID other, @Nullable Long otherRevision, @Nullable String reason) {}

  /** The person whose id stays, and whose leads on. */
  record Merged(UUID id, UUID mergedId, UUID change, long revision) {}

  /** Someone who may be the same person, and what speaks for it. */
  record Candidate(PersonSide person, String why) {}

  record Candidates(List<Candidate> items) {}

  record History(List<ToldChange> items) {}

  @Needs(Action.CORRECT)
  @PostMapping("/merge")
  ResponseEntity<Merged> merge(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Merge wanted,
      Viewer viewer) {
    UUID other = wanted.other();
    if (other == null) {
      throw new Refusal("bad-request", "Name the other person who is the same.");
    }
    Change change =
        merging.merge(
            viewer, id, IfMatch.revision(ifMatch), other, wanted.otherRevision(), wanted.reason());
    Person kept = looks.atPerson(viewer, id).person();
    return ResponseEntity.ok()
        .eTag(IfMatch.tag(kept.revision()))
        .header("Huodang-Change", change.id().toString())
        .body(new Merged(kept.id(), other, change.id(), kept.revision()));
  }

  /** Who is another person, and why. */
  record NotSame(@Nullable UUID other, @Nullable String reason) {}

  /** Whether it had to be said; {@code change} is null when it was said already. */
  record SaidApart(UUID id, UUID otherId, @Nullable UUID change) {}

  @Needs(Action.CORRECT)
  @PostMapping("/not-same")
  SaidApart notSame(@PathVariable UUID id, @RequestBody NotSame wanted, Viewer viewer) {
    UUID other = wanted.other();
    if (other == null) {
      throw new Refusal("bad-request", "Name the other person who is not the same.");
    }
    return new SaidApart(
        id,
        other,
        merging.sayApart(viewer, id, other, wanted.reason()).map(Change::id).orElse(null));
  }

  @Needs(Action.VIEW_PERSON)
  @GetMapping("/candidates")
  Candidates candidates(@PathVariable UUID id, Viewer viewer) {
    Person person = looks.atPerson(viewer, id).person();
    return new Candidates(
        merging.candidates(viewer, person).stream()
            .map(one -> new Candidate(PersonSide.of(one.person()), one.why()))
            .toList());
  }

  @Needs(Action.VIEW_PERSON)
  @GetMapping("/history")
  History history(@PathVariable UUID id, Viewer viewer) {
    Person person = looks.atPerson(viewer, id).person();
    return new History(merging.history(viewer, person, MOST).stream().map(changes::tell).toList());
  }
}
