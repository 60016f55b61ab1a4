package io.huodang.keying.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.catalog.Change;
import io.huodang.corrections.FieldWords;
import io.huodang.corrections.Said;
import io.huodang.keying.Keying;
import io.huodang.keying.KeyingTask;
import io.huodang.keying.Waiting;
import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Calls by which keys are keyed; answers hold numbers in full and are kept nowhere. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs(Action.KEY)
class KeyingCalls {
  private static final int MOST_HELD = 20;

  private final Keying keying;
  private final FieldWords words;

  KeyingCalls(Keying keying, FieldWords words) {
    this.keying = keying;
    this.words = words;
  }

  /**
   * What the asker's screen still has, and whether it wants more; else it only keeps what it has.
   */
  record Next(@Nullable List<UUID> holding, @Nullable Boolean more) {}

  /** The task, null when there is none, and what waits. */
  record Handed(@Nullable TaskDocument task, Waiting waiting) {}

  /** What was changed, null when it was said so already, and the item's revision. */
  record Answered(@Nullable UUID change, long revision) {}

  /** Which change is taken back. */
  record Undo(@Nullable UUID change) {}

  @GetMapping("/keying")
  Waiting waiting(Viewer viewer) {
    return keying.waiting(viewer);
  }

  @PostMapping("/keying/next")
  ResponseEntity<Handed> next(@RequestBody Next asked, Viewer viewer, Locale locale) {
    List<UUID> holding = asked.holding() == null ? List.of() : asked.holding();
    if (holding.size() > MOST_HELD) {
      throw new Refusal("bad-request", "A screen holds at most %d items.".formatted(MOST_HELD));
    }
    boolean more = asked.more() == null || asked.more();
    keying.hold(viewer, holding);
    return handed(more ? keying.next(viewer) : Optional.empty(), viewer, locale);
  }

  @PostMapping("/items/{id}/keying")
  ResponseEntity<Handed> take(@PathVariable UUID id, Viewer viewer, Locale locale) {
    return handed(keying.take(viewer, id), viewer, locale);
  }

  @PostMapping("/items/{id}/keying/answers")
  Answered answer(@PathVariable UUID id, @RequestBody Answer answer, Viewer viewer) {
    Optional<Change> change = keying.answer(viewer, id, answer.revision(), answer.said());
    return new Answered(change.map(Change::id).orElse(null), keying.revisionOf(id));
  }

  @PostMapping("/items/{id}/keying/put-off")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void putOff(@PathVariable UUID id, Viewer viewer) {
    keying.putOff(viewer, id);
  }

  @PostMapping("/items/{id}/keying/undo")
  ResponseEntity<Handed> undo(
      @PathVariable UUID id, @RequestBody Undo undo, Viewer viewer, Locale locale) {
    UUID change = undo.change();
    if (change == null) {
      throw new Refusal("bad-request", "Name the change that is taken back.");
    }
    return handed(keying.undo(viewer, id, change), viewer, locale);
  }

  private ResponseEntity<Handed> handed(Optional<KeyingTask> task, Viewer viewer, Locale locale) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new Handed(
                task.map(it -> TaskDocument.of(it, words, locale)).orElse(null),
                keying.waiting(viewer)));
  }

  /**
   * What stands in a field.
   *
   * @param pageId of a list row, else null
   * @param row of a list form, else null
   * @param value empty: nothing stands there
   * @param legible false: something stands there that cannot be read
   * @param asPrinted true: the form says so, although it is no valid value of its kind
   * @param revision the item's that was looked at; null: whichever it has
   */
  record Answer(
      @Nullable String field,
      @Nullable UUID pageId,
      @Nullable Integer row,
      @Nullable String value,
      @Nullable Boolean legible,
      @Nullable Boolean asPrinted,
      @Nullable Long revision) {

    Said said() {
      return Said.of(
          field, pageId, row, value, legible, asPrinted, "An answer needs its field and a value.");
    }

    @Override
    public String toString() {
      return "Answer";
    }
  }
}
