package io.huodang.recognition.engine;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.huodang.recognition.image.Gray;
import io.huodang.vocabulary.Refusal;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One warm Tesseract: about 50 MB and 0.15 s to load, then a few milliseconds a line.
 *
 * <p>Not thread-safe: one for each thread. Deterministic: adaption is forgotten between pictures.
 */
public final class Tesseract implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Tesseract.class);
  private static final int DOTS_PER_INCH = 300;
  private static final int LEVEL_LINE = 2;
  private static final int LEVEL_WORD = 3;
  private static final int LEVEL_SYMBOL = 4;

  /** The C interface, loaded once when the first engine is. */
  private static final class Library {
    static final Calls CALLS = new Calls();
  }

  /** How the engine is to cut the picture. */
  public enum Layout {
    /** A whole page, cut by Tesseract itself (psm 3). */
    PAGE(3),
    /** One line of text, found within the picture (psm 7). */
    LINE(7),
    /** One line of text, taken as it is (psm 13). */
    RAW(13);

    private final int mode;

    Layout(int mode) {
      this.mode = mode;
    }
  }

  private final Calls calls;
  private final MemorySegment handle;
  private final String name;
  private final Arena arena = Arena.ofShared();
  private MemorySegment pixels = MemorySegment.NULL;

  private Tesseract(Calls calls, MemorySegment handle, String name) {
    this.calls = calls;
    this.handle = handle;
    this.name = name;
  }

  /**
   * Loads a language.
   *
   * @param trainedData directory of {@code <language>.traineddata}
   * @param language for example {@code chi_sim}
   * @throws Refusal {@code tesseract-missing}, {@code trained-data-unusable}
   */
  public static Tesseract load(Path trainedData, String language) {
    Calls calls = Library.CALLS;
    try (Arena strings = Arena.ofConfined()) {
      MemorySegment handle = (MemorySegment) calls.create.invokeExact();
      int failed =
          (int)
              calls.init.invokeExact(
                  handle,
                  strings.allocateFrom(trainedData.toString()),
                  strings.allocateFrom(language));
      if (failed != 0) {
        calls.delete.invokeExact(handle);
        throw new Refusal(
            "trained-data-unusable",
            "Tesseract cannot load " + language + " from " + trainedData + ".");
      }
      String version = string((MemorySegment) calls.version.invokeExact());
      Tesseract loaded = new Tesseract(calls, handle, "tesseract " + version + " " + language);
      // White on black does not occur on forms: a line read badly need not be read inverted too.
      loaded.prefer("invert_threshold", "0.0");
      loaded.prefer("debug_file", "/dev/null");
      return loaded;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** What reads, for example {@code tesseract 5.5.2 chi_sim}. */
  public String name() {
    return name;
  }

  /** Sets one of Tesseract's own variables; older versions do not know all of them. */
  private void prefer(String variable, String value) throws Throwable {
    try (Arena strings = Arena.ofConfined()) {
      int known =
          (int)
              calls.setVariable.invokeExact(
                  handle, strings.allocateFrom(variable), strings.allocateFrom(value));
      if (known == 0) {
        log.debug("{} has no variable {}", name, variable);
      }
    }
  }

  /** Reads a picture; the symbols come in Tesseract's reading order. */
  public List<Symbol> read(Gray picture, Layout layout) {
    try {
      calls.setMode.invokeExact(handle, layout.mode);
      MemorySegment copy = copyOf(picture);
      calls.setImage.invokeExact(
          handle, copy, picture.width(), picture.height(), 1, picture.width());
      calls.setResolution.invokeExact(handle, DOTS_PER_INCH);
      int failed = (int) calls.recognize.invokeExact(handle, MemorySegment.NULL);
      List<Symbol> symbols = failed == 0 ? symbols() : List.of();
      calls.clear.invokeExact(handle);
      return symbols;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private MemorySegment copyOf(Gray picture) {
    if (pixels.byteSize() < picture.pixels().length) {
      // The arena keeps the smaller ones too: the sum of doublings is twice the largest.
      pixels = arena.allocate(Math.max(2 * pixels.byteSize(), picture.pixels().length));
    }
    MemorySegment.copy(
        MemorySegment.ofArray(picture.pixels()), 0, pixels, 0, picture.pixels().length);
    return pixels;
  }

  private List<Symbol> symbols() throws Throwable {
    MemorySegment results = (MemorySegment) calls.iterator.invokeExact(handle);
    if (results.address() == 0) {
      return List.of();
    }
    List<Symbol> symbols = new ArrayList<>();
    try (Arena corners = Arena.ofConfined()) {
      MemorySegment box = corners.allocate(JAVA_INT, 4);
      do {
        Symbol symbol = symbolAt(results, box);
        if (!symbol.text().isBlank()) {
          symbols.add(symbol);
        }
      } while ((int) calls.next.invokeExact(results, LEVEL_SYMBOL) != 0);
    } finally {
      calls.deleteIterator.invokeExact(results);
    }
    return symbols;
  }

  private Symbol symbolAt(MemorySegment results, MemorySegment box) throws Throwable {
    MemorySegment utf8 = (MemorySegment) calls.text.invokeExact(results, LEVEL_SYMBOL);
    String text = "";
    if (utf8.address() != 0) {
      text = string(utf8);
      calls.deleteText.invokeExact(utf8);
    }
    float confidence = (float) calls.confidence.invokeExact(results, LEVEL_SYMBOL);
    int ignored =
        (int)
            calls.box.invokeExact(
                results, LEVEL_SYMBOL, box, box.asSlice(4), box.asSlice(8), box.asSlice(12));
    return new Symbol(
        text,
        box.getAtIndex(JAVA_INT, 0),
        box.getAtIndex(JAVA_INT, 1),
        box.getAtIndex(JAVA_INT, 2),
        box.getAtIndex(JAVA_INT, 3),
        Math.clamp(confidence / 100.0, 0, 1),
        (int) calls.beginsAt.invokeExact(results, LEVEL_WORD) != 0,
        (int) calls.beginsAt.invokeExact(results, LEVEL_LINE) != 0);
  }

  private static String string(MemorySegment utf8) {
    return utf8.reinterpret(Long.MAX_VALUE).getString(0, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      calls.delete.invokeExact(handle);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    arena.close();
  }
}
