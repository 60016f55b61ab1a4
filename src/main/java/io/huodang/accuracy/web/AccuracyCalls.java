package io.huodang.accuracy.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.accuracy.Accuracy;
import io.huodang.accuracy.Cell;
import io.huodang.accuracy.Choice;
import io.huodang.accuracy.Dimension;
import io.huodang.accuracy.Figure;
import io.huodang.accuracy.Misreading;
import io.huodang.accuracy.ValuePictures;
import io.huodang.web.Part;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How well pages are read, as machines ask it. */
@RestController
@RequestMapping("/api/v1")
@Needs(Action.SEE_ACCURACY)
class AccuracyCalls {
  private final Accuracy accuracy;
  private final ValuePictures pictures;

  AccuracyCalls(Accuracy accuracy, ValuePictures pictures) {
    this.accuracy = accuracy;
    this.pictures = pictures;
  }

  /** Figures of one group and field. */
  record FigureDocument(
      String by,
      String group,
      String field,
      int decided,
      int right,
      int wrong,
      int missed,
      int invented,
      int illegible,
      double rate,
      double low,
      double high) {

    static FigureDocument of(Figure figure) {
      return new FigureDocument(
          figure.dimension().word(),
          figure.group(),
          figure.field(),
          figure.decided(),
          figure.right(),
          figure.wrong(),
          figure.missed(),
          figure.invented(),
          figure.illegible(),
          figure.rate(),
          figure.low(),
          figure.high());
    }
  }

  /** All figures. */
  record Figures(List<FigureDocument> figures) {}

  @GetMapping(path = "/accuracy", produces = MediaType.APPLICATION_JSON_VALUE)
  Figures figures(
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable Instant from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable Instant until,
      @RequestParam(required = false) @Nullable String type) {
    return new Figures(
        accuracy.figures(new Choice(from, until, type)).stream().map(FigureDocument::of).toList());
  }

  /** Values are personal, and kept nowhere. */
  @GetMapping(path = "/accuracy/misreadings", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Part<MisreadingDocument>> misreadings(
      @RequestParam(defaultValue = "all") String by,
      @RequestParam(defaultValue = "all") String group,
      @RequestParam(defaultValue = Cell.ALL_FIELDS) String field,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable Instant from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable Instant until,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) @Nullable UUID cursor,
      @RequestParam(defaultValue = "50") int limit,
      Viewer viewer) {
    int size = Part.size(limit);
    List<Misreading> found =
        accuracy.misreadings(
            viewer,
            new Choice(from, until, type),
            new Cell(Dimension.of(by), group, field),
            cursor,
            size + 1);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Part.of(found, size, Misreading::id).map(MisreadingDocument::of));
  }

  @GetMapping("/readings/{id}/image")
  ResponseEntity<byte[]> image(@PathVariable UUID id, Viewer viewer)
      throws IOException, InterruptedException {
    byte[] picture = pictures.of(viewer, id);
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.noStore())
        .body(picture);
  }
}
