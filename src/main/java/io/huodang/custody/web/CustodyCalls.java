package io.huodang.custody.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.catalog.Location;
import io.huodang.catalog.PaperMovement;
import io.huodang.catalog.Words;
import io.huodang.custody.Custody;
import io.huodang.custody.TrackChoice;
import io.huodang.custody.TrackRow;
import io.huodang.web.Part;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Paper and image held against each other, as machines ask it. */
@RestController
@RequestMapping("/api/v1")
class CustodyCalls {
  private final Custody custody;

  CustodyCalls(Custody custody) {
    this.custody = custody;
  }

  /** Items whose paper and image are in these states. */
  record CountDocument(String paper, String image, long items) {}

  /** All pairs that occur. */
  record Counts(List<CountDocument> counts) {}

  /**
   * Where a paper is now.
   *
   * @param location path from the room inwards, null when it has none
   */
  record Move(@Nullable String paper, @Nullable String location, @Nullable String why) {}

  /**
   * A shelf that was moved.
   *
   * @param from path from the room inwards
   * @param to the same
   */
  record ShelfMove(@Nullable String from, @Nullable String to, @Nullable String why) {}

  /** How many items' papers were moved. */
  record Moved(int items) {}

  @Needs(Action.SEE_TRACKS)
  @GetMapping(path = "/tracks", produces = MediaType.APPLICATION_JSON_VALUE)
  Counts counts(@RequestParam(required = false) @Nullable String location) {
    return new Counts(
        custody.counts(TrackChoice.of(null, null, null, location).below()).stream()
            .map(
                count ->
                    new CountDocument(
                        Words.of(count.paper()), Words.of(count.image()), count.items()))
            .toList());
  }

  @Needs(Action.SEE_TRACKS)
  @GetMapping(path = "/tracks/items", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Part<TrackRow>> items(
      @ModelAttribute TrackForm form,
      @RequestParam(required = false) @Nullable UUID cursor,
      @RequestParam(defaultValue = "50") int limit,
      Viewer viewer) {
    int size = Part.size(limit);
    List<TrackRow> found = custody.after(viewer, form.choice(), cursor, size + 1);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Part.of(found, size, TrackRow::id));
  }

  @Needs(Action.MOVE_SHELVES)
  @PostMapping(path = "/tracks/move", produces = MediaType.APPLICATION_JSON_VALUE)
  Moved moveAll(@RequestBody ShelfMove move, Viewer viewer) {
    Location from = TrackChoice.location(Objects.requireNonNullElse(move.from(), ""));
    Location to = TrackChoice.location(Objects.requireNonNullElse(move.to(), ""));
    return new Moved(custody.moveAll(viewer, from, to, move.why()));
  }

  record Movements(List<PaperMovement> movements) {}

  @Needs(Action.VIEW_PERSON)
  @GetMapping(path = "/items/{id}/paper", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Movements> movements(@PathVariable UUID id, Viewer viewer) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Movements(custody.movements(viewer, id)));
  }

  @Needs(Action.CORRECT)
  @PutMapping("/items/{id}/paper")
  ResponseEntity<Void> move(@PathVariable UUID id, @RequestBody Move move, Viewer viewer) {
    String location = move.location();
    custody.move(
        viewer,
        id,
        TrackChoice.paper(move.paper() == null ? "" : move.paper()),
        location == null || location.isBlank() ? null : TrackChoice.location(location),
        move.why());
    return ResponseEntity.noContent().build();
  }
}
