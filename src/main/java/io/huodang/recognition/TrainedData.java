package io.huodang.recognition;

import io.huodang.vocabulary.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
   * The directory of {@code chi_sim.traineddata}: {@code TESSDATA_PREFIX} first, then the usual
   * places.
   *
   * @throws Refusal {@code trained-data-missing}, with how to install it
   */
  public static Path find() {
    List<Path> places = new ArrayList<>();
    String prefix = System.getenv("TESSDATA_PREFIX");
    if (prefix != null && !prefix.isBlank()) {
      places.add(Path.of(prefix));
      places.add(Path.of(prefix, "tessdata"));
    }
    USUAL_PLACES.forEach(place -> places.add(Path.of(place)));
    return find(places);
  }

  static Path find(List<Path> places) {
    return places.stream()
        .filter(place -> Files.isReadable(place.resolve(LANGUAGE + ".traineddata")))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "trained-data-missing",
                    "Tesseract's data for simplified Chinese (chi_sim.traineddata) was not found."
                        + " Install it (Debian: apt-get install tesseract-ocr-chi-sim), or set"
                        + " TESSDATA_PREFIX to its directory."));
  }
}
