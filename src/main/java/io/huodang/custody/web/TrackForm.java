package io.huodang.custody.web;

import io.huodang.custody.TrackChoice;
import org.jspecify.annotations.Nullable;

/** Which items a screen or a call asks for, in words; null and blank leave open what they name. */
public record TrackForm(
    @Nullable String track,
    @Nullable String paper,
    @Nullable String image,
    @Nullable String location) {

  TrackChoice choice() {
    return TrackChoice.of(track, paper, image, location);
  }
}
