package io.huodang.recognition;

import io.huodang.vocabulary.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the distribution keeps Tesseract's trained data. */
public final class TrainedData {
  /** The language that forms are read in. */
  public static final String LANGUAGE = "chi_sim";

  private static final List<String> USUAL_PLACES =
      List.of(
          "/usr/share/tesseract-ocr/5/tessdata",
          "/usr/share/tesseract-ocr/4.00/tessdata",
          "/usr/share/tessdata",
          "/usr/share/tesseract/tessdata",
          "/usr/local/share/tessdata",
          "/usr/local/share/tesseract-ocr/5/tessdata",
          "/opt/homebrew/share/tessdata");

  private TrainedData() {}

  /**
   * The directory of {@code chi_sim.traineddata}: where {@code TESSDATA_PREFIX} says when it is
   * set, as for Tesseract itself, else in the usual places.
   *
   * @throws Refusal {@code trained-data-missing}, with how to install it
   */
  public static Path find() {
    String prefix = System.getenv("TESSDATA_PREFIX");
    if (prefix != null && !prefix.isBlank()) {
      return first(Stream.of(Path.of(prefix), Path.of(prefix, "tessdata")))
          .orElseThrow(
              () ->
                  new Refusal(
                      "trained-data-missing",
                      "TESSDATA_PREFIX is %s, where Tesseract's chi_sim.traineddata is not; put it there, or unset TESSDATA_PREFIX to use the distribution's"
                          .formatted(prefix)));
    }
    return first(USUAL_PLACES.stream().map(Path::of))
        .orElseThrow(
            () ->
                new Refusal(
                    "trained-data-missing",
                    "Tesseract's data for simplified Chinese (chi_sim.traineddata) was not found;"
                        + " install it (Debian: apt-get install tesseract-ocr-chi-sim), or set"
                        + " TESSDATA_PREFIX to its directory"));
  }

  private static Optional<Path> first(Stream<Path> places) {
    return places
        .filter(place -> Files.isReadable(place.resolve(LANGUAGE + ".traineddata")))
        .findFirst();
  }
}
