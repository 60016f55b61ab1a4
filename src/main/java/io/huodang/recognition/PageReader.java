package io.huodang.recognition;

import io.huodang.recognition.engine.Tesseract;
import io.huodang.recognition.layout.Strip;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads pages: cleans, turns upright, straightens, cuts by ruled lines, reads line by line.
 *
 * <p>Holds one warm engine of about 50 MB. Not thread-safe: one for each thread.
 */
public final class PageReader implements AutoCloseable {
  private static final String TEXT_LAYER = "text layer";

  private final Tesseract engine;
  private final LineReader lines;
  private long nanos;
  private int strips;

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
    lines.forget();
    nanos = 0;
    ReadPage page = timed(() -> readNow(picture, rotation));
    strips = page.straight().layout().strips().size();
    return page;
  }

  /** What the last page cost until now, with what was read of it again. */
  public Effort effort() {
    return new Effort(
        (nanos - lines.engineNanos()) / 1e9, lines.engineNanos() / 1e9, strips, lines.readings());
  }

  private <T> T timed(Supplier<T> work) {
    long start = Effort.nanosOfThisThread();
    try {
      return work.get();
    } finally {
      nanos += Effort.nanosOfThisThread() - start;
    }
  }

  private ReadPage readNow(Picture picture, int rotation) {
    CleanPage clean = CleanPage.of(picture);
    if (!picture.printed().isEmpty() && rotation <= 0) {
      return printed(clean, PrintedText.of(picture.printed(), clean.shrink()));
    }
    StraightPage page =
        rotation >= 0 ? StraightPage.of(clean, rotation) : upright(clean, picture.rotation());
    Filter filter = Filter.suiting(clean);
    List<ReadLine> read = new ArrayList<>();
    List<Strip> strips = page.layout().strips();
    for (int i = 0; i < strips.size(); i++) {
      List<Glyph> glyphs = lines.readWell(page, strips.get(i), filter);
      if (!glyphs.isEmpty()) {
        read.add(new ReadLine(strips.get(i).area(), strips.get(i).cell(), glyphs, i));
      }
    }
    return new ReadPage(engine.name(), page, read, filter);
  }

  /** Takes the text that the file tells, and reads only what it does not. */
  private ReadPage printed(CleanPage clean, PrintedText text) {
    StraightPage page = StraightPage.asItIs(clean);
    Filter filter = Filter.suiting(clean);
    List<ReadLine> found = new ArrayList<>();
    boolean read = false;
    List<Strip> strips = page.layout().strips();
    for (int i = 0; i < strips.size(); i++) {
      Strip strip = strips.get(i);
      List<Glyph> glyphs = text.take(strip);
      boolean told = !glyphs.isEmpty();
      if (!told) {
        glyphs = lines.readWell(page, strip, filter);
        read = true;
      }
      if (!glyphs.isEmpty()) {
        int source = told ? PrintedText.NO_STRIP : i;
        found.add(new ReadLine(strip.area(), strip.cell(), glyphs, source));
      }
    }
    for (ReadLine line : text.rest(page.layout().cells())) {
      found.add(placeOf(line, found), line);
    }
    return new ReadPage(read ? TEXT_LAYER + ", " + engine.name() : TEXT_LAYER, page, found, filter);
  }

  /** Before the first line that begins below its middle. */
  private static int placeOf(ReadLine line, List<ReadLine> among) {
    int place = 0;
    while (place < among.size() && among.get(place).area().top() < line.area().middleY()) {
      place++;
    }
    return place;
  }

  /** Reads a line of a page again, prepared in another way; what the file tells stays as it is. */
  public List<Glyph> readAgain(ReadPage page, ReadLine line, Filter filter) {
    if (line.isPrinted()) {
      return line.glyphs();
    }
    StraightPage straight = page.straight();
    Strip strip = straight.layout().strips().get(line.strip());
    return timed(() -> lines.read(straight, strip, filter));
  }

  /** Tries the quarters, the likeliest first, until a few lines read well. */
  private StraightPage upright(CleanPage clean, int likely) {
    StraightPage standing = StraightPage.of(clean, likely);
    Uprightness here = Uprightness.of(standing, lines);
    if (here.isSurelyUpright() || here.isStanding() && here.isUp()) {
      return standing;
    }
    if (here.isStanding()) {
      return StraightPage.of(clean, (likely + 180) % 360);
    }
    StraightPage lying = StraightPage.of(clean, (likely + 90) % 360);
    Uprightness there = Uprightness.of(lying, lines);
    if (there.isBetterThan(here)) {
      return there.isUp() ? lying : StraightPage.of(clean, (likely + 270) % 360);
    }
    return here.isUp() ? standing : StraightPage.of(clean, (likely + 180) % 360);
  }

  @Override
  public void close() {
    engine.close();
  }
}
