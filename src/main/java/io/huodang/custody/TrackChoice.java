package io.huodang.custody;

import io.huodang.catalog.Item.ImageState;
import io.huodang.catalog.Item.PaperState;
import io.huodang.catalog.Location;
import io.huodang.catalog.Words;
import io.huodang.search.Track;
import io.huodang.vocabulary.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which items someone asks for; null leaves open what it names.
 *
 * @param below only papers at this location or within it
 */
public record TrackChoice(
    @Nullable Track track,
    @Nullable PaperState paper,
    @Nullable ImageState image,
    @Nullable Location below) {

  /**
   * Reads the words of an address; blank ones leave open what they name.
   *
   * @throws Refusal {@code unknown-track}, {@code unknown-paper-state}, {@code
   *     unknown-image-state}, {@code bad-location}
   */
  public static TrackChoice of(
      @Nullable String track,
      @Nullable String paper,
      @Nullable String image,
      @Nullable String location) {
    return new TrackChoice(
        read(track, Track::of),
        read(paper, TrackChoice::paper),
        read(image, TrackChoice::image),
        read(location, TrackChoice::location));
  }

  /** A paper state by its word. */
  public static PaperState paper(String word) {
    return one(
        PaperState.values(),
        word,
        "unknown-paper-state",
        "A paper is in-store, out, missing, none or unknown.");
  }

  private static ImageState image(String word) {
    return one(
        ImageState.values(),
        word,
        "unknown-image-state",
        "An image is none, taken-in, confirmed or certified.");
  }

  /** A location by its path. */
  public static Location location(String path) {
    return Location.parse(path)
        .orElseThrow(
            () ->
                new Refusal(
                    "bad-location",
                    "A location has up to eight parts with hyphens between them, room first: A-03-02-05."));
  }

  /** The pairs of states that it is about. */
  List<TrackCount> cells() {
    return Arrays.stream(PaperState.values())
        .filter(state -> paper == null || paper == state)
        .flatMap(
            state ->
                Arrays.stream(ImageState.values())
                    .filter(one -> image == null || image == one)
                    .filter(one -> track == null || track.holds(state, one))
                    .map(one -> new TrackCount(state, one, 0)))
        .toList();
  }

  private static <T> @Nullable T read(@Nullable String word, Function<String, T> reader) {
    return word == null || word.isBlank() ? null : reader.apply(word);
  }

  private static <E extends Enum<E>> E one(E[] all, String word, String code, String hint) {
    return Arrays.stream(all)
        .filter(one -> Words.of(one).equals(word))
        .findFirst()
        .orElseThrow(() -> new Refusal(code, hint));
  }
}
