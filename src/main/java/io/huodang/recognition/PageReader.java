package io.huodang.recognition;

import io.huodang.recognition.engine.Tesseract;
import io.huodang.recognition.layout.Strip;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads pages: cleans, turns upright, straightens, cuts by ruled lines, reads line by line.
 *
 * <p>Holds one warm engine of about 50 MB. Not thread-safe: one for each thread.
 */
public final class PageReader implements AutoCloseable {
  /** Upright print is read with more confidence than this; anything else hardly ever is. */
  private static final double SURELY_UPRIGHT = 0.75;

  private static final int PROBES = 5;

  private final Tesseract engine;
  private final LineReader lines;

  private PageReader(Tesseract engine) {
    this.engine = engine;
    this.lines = new LineReader(engine);
  }

  /**
   * Loads the engine.
   *
   * @param trainedData directory of {@code chi_sim.traineddata}
   * @throws io.huodang.vocabulary.Refusal {@code tesseract-missing}, {@code trained-data-unusable}
   */
  public static PageReader load(Path trainedData) {
    return new PageReader(Tesseract.load(trainedData, TrainedData.LANGUAGE));
  }

  /** What reads, for example {@code tesseract 5.5.2 chi_sim}. */
  public String engine() {
    return engine.name();
  }

  /**
   * Reads a page.
   *
   * @param rotation degrees clockwise that a person set, or -1 to find out
   */
  public ReadPage read(Picture picture, int rotation) {
    CleanPage clean = CleanPage.of(picture);
    StraightPage page =
        rotation >= 0 ? StraightPage.of(clean, rotation) : upright(clean, picture.rotation());
    Filter filter = Filter.SMOOTHED;
    List<ReadLine> read = new ArrayList<>();
    List<Strip> strips = page.layout().strips();
    for (int i = 0; i < strips.size(); i++) {
      List<Glyph> glyphs = lines.read(page, strips.get(i), filter);
      if (!glyphs.isEmpty()) {
        read.add(new ReadLine(strips.get(i).area(), strips.get(i).cell(), glyphs, i));
      }
    }
    return new ReadPage(engine.name(), page, read, filter);
  }

  /** Reads a line of a page again, prepared in another way. */
  public List<Glyph> readAgain(ReadPage page, ReadLine line, Filter filter) {
    StraightPage straight = page.straight();
    return lines.read(straight, straight.layout().strips().get(line.strip()), filter);
  }

  /** Tries the quarters, the likeliest first, until a few lines read well. */
  private StraightPage upright(CleanPage clean, int likely) {
    StraightPage standing = StraightPage.of(clean, likely);
    List<Strip> probes = probes(standing);
    if (probes.isEmpty()) {
      return standing;
    }
    double up = confidence(standing, probes);
    if (up >= SURELY_UPRIGHT) {
      return standing;
    }
    double down = confidenceUpsideDown(standing, probes);
    if (down >= SURELY_UPRIGHT) {
      return StraightPage.of(clean, (likely + 180) % 360);
    }
    StraightPage lying = StraightPage.of(clean, (likely + 90) % 360);
    List<Strip> lyingProbes = probes(lying);
    double right = confidence(lying, lyingProbes);
    double left = confidenceUpsideDown(lying, lyingProbes);
    double best = Math.max(Math.max(up, down), Math.max(right, left));
    if (best == up) {
      return standing;
    }
    if (best == right) {
      return lying;
    }
    return StraightPage.of(clean, (likely + (best == down ? 180 : 270)) % 360);
  }

  /** Long lines say most; very long ones are dear. */
  private static List<Strip> probes(StraightPage page) {
    return page.layout().strips().stream()
        .filter(strip -> strip.pieces().size() == 1)
        .sorted(Comparator.comparingDouble(PageReader::distanceFromEightCharacters))
        .limit(PROBES)
        .toList();
  }

  private static double distanceFromEightCharacters(Strip strip) {
    return Math.abs(strip.area().width() / (double) strip.textHeight() - 8);
  }

  private double confidence(StraightPage page, List<Strip> probes) {
    return probes.stream()
        .flatMap(strip -> lines.read(page, strip, Filter.SMOOTHED).stream())
        .mapToDouble(Glyph::confidence)
        .average()
        .orElse(0);
  }

  private double confidenceUpsideDown(StraightPage page, List<Strip> probes) {
    return probes.stream()
        .mapToDouble(strip -> lines.confidenceUpsideDown(page, strip, Filter.SMOOTHED))
        .average()
        .orElse(0);
  }

  @Override
  public void close() {
    engine.close();
  }
}
