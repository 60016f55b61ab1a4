package io.huodang.custody.web;

import io.huodang.custody.TrackRow;
import io.huodang.search.Track;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item as the two tracks have it, as calls and screens show it. */
public record TrackDocument(
    UUID id,
    @Nullable String fileNumber,
    @Nullable String title,
    @Nullable LocalDate date,
    int pageCount,
    Tracks track) {

  /** Where its paper and its image are. */
  public record Tracks(String paper, @Nullable String location, String image) {}

  static TrackDocument of(TrackRow row) {
    return new TrackDocument(
        row.id(),
        row.fileNumber(),
        row.title(),
        row.date(),
        row.pages(),
        new Tracks(Track.word(row.paper()), row.location(), Track.word(row.image())));
  }
}
