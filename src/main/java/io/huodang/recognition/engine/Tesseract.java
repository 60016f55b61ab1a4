package io.huodang.recognition.engine;

import com.sun.jna.Pointer;
import io.huodang.recognition.image.Gray;
import io.huodang.vocabulary.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessPageIterator;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;
import net.sourceforge.tess4j.TessAPI;
import org.jspecify.annotations.Nullable;
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

  /** The C interface, loaded once when the first engine is. */
  private static final class Bound {
    static final TessAPI API = NativeLibrary.load();
  }

  /** Loads the C interface, unless it is. */
  static void ensureLoaded() {
    log.debug("{} is loaded", Bound.API);
  }

  /** How the engine is to cut the picture. */
  public enum Layout {
    /** A whole page, cut by Tesseract itself (psm 3). */
    PAGE(TessPageSegMode.PSM_AUTO),
    /** One line of text, found within the picture (psm 7). */
    LINE(TessPageSegMode.PSM_SINGLE_LINE),
    /** One line of text, taken as it is (psm 13). */
    RAW(TessPageSegMode.PSM_RAW_LINE);

    private final int mode;

    Layout(int mode) {
      this.mode = mode;
    }
  }

  private final TessAPI api;
  private final TessBaseAPI handle;
  private final String name;
  private final Corners corners = new Corners();
  private ByteBuffer pixels = ByteBuffer.allocateDirect(0);

  private Tesseract(TessAPI api, TessBaseAPI handle, String name) {
    this.api = api;
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
    TessAPI api = Bound.API;
    TessBaseAPI handle = api.TessBaseAPICreate();
    if (api.TessBaseAPIInit3(handle, trainedData.toString(), language) != 0) {
      api.TessBaseAPIDelete(handle);
      throw new Refusal(
          "trained-data-unusable",
          "Tesseract cannot load " + language + " from " + trainedData + ".");
    }
    String name = "tesseract " + api.TessVersion() + " " + language;
    Tesseract loaded = new Tesseract(api, handle, name);
    // White on black does not occur on forms: a line read badly need not be read inverted too.
    loaded.prefer("invert_threshold", "0.0");
    loaded.prefer("debug_file", "/dev/null");
    return loaded;
  }

  /** What reads, for example {@code tesseract 5.5.2 chi_sim}. */
  public String name() {
    return name;
  }

  /** Sets one of Tesseract's own variables; older versions do not know all of them. */
  private void prefer(String variable, String value) {
    if (api.TessBaseAPISetVariable(handle, variable, value) == 0) {
      log.debug("{} has no variable {}", name, variable);
    }
  }

  /** Reads a picture; the symbols come in Tesseract's reading order. */
  public List<Symbol> read(Gray picture, Layout layout) {
    api.TessBaseAPISetPageSegMode(handle, layout.mode);
    api.TessBaseAPISetImage(
        handle, copyOf(picture), picture.width(), picture.height(), 1, picture.width());
    api.TessBaseAPISetSourceResolution(handle, DOTS_PER_INCH);
    List<Symbol> symbols = api.TessBaseAPIRecognize(handle, null) == 0 ? symbols() : List.of();
    api.TessBaseAPIClear(handle);
    return symbols;
  }

  private ByteBuffer copyOf(Gray picture) {
    byte[] bytes = picture.pixels();
    if (pixels.capacity() < bytes.length) {
      pixels = ByteBuffer.allocateDirect(Math.max(2 * pixels.capacity(), bytes.length));
    }
    return pixels.put(0, bytes);
  }

  private List<Symbol> symbols() {
    // Null when nothing was found; tess4j does not say so.
    @Nullable TessResultIterator results = api.TessBaseAPIGetIterator(handle);
    if (results == null) {
      return List.of();
    }
    List<Symbol> symbols = new ArrayList<>();
    try {
      TessPageIterator place = api.TessResultIteratorGetPageIterator(results);
      do {
        String text = textAt(results);
        if (!text.isBlank()) {
          symbols.add(symbolAt(results, place, text));
        }
      } while (api.TessResultIteratorNext(results, TessPageIteratorLevel.RIL_SYMBOL) != 0);
    } finally {
      api.TessResultIteratorDelete(results);
    }
    return symbols;
  }

  private String textAt(TessResultIterator results) {
    @Nullable Pointer utf8 =
        api.TessResultIteratorGetUTF8Text(results, TessPageIteratorLevel.RIL_SYMBOL);
    if (utf8 == null) {
      return "";
    }
    String text = utf8.getString(0, StandardCharsets.UTF_8.name());
    api.TessDeleteText(utf8);
    return text;
  }

  private Symbol symbolAt(TessResultIterator results, TessPageIterator place, String text) {
    float percent = api.TessResultIteratorConfidence(results, TessPageIteratorLevel.RIL_SYMBOL);
    corners.read(api, place);
    boolean startsWord = begins(place, TessPageIteratorLevel.RIL_WORD);
    return new Symbol(
        text,
        corners.left(),
        corners.top(),
        corners.right(),
        corners.bottom(),
        Math.clamp(percent / 100.0, 0, 1),
        startsWord,
        startsWord && begins(place, TessPageIteratorLevel.RIL_TEXTLINE));
  }

  private boolean begins(TessPageIterator place, int level) {
    return api.TessPageIteratorIsAtBeginningOf(place, level) != 0;
  }

  @Override
  public void close() {
    api.TessBaseAPIDelete(handle);
  }
}
