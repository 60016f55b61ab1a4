package io.huodang.extraction;

import io.huodang.recognition.FileOutcome;
import java.nio.file.Path;

/**
 * Reads delivered files: opens them, and turns each page into text, fields and derivatives.
 *
 * <p>Holds a warm recognition engine; not thread-safe, one for each worker process or thread.
 */
public final class FormReader implements AutoCloseable {

  private FormReader() {}

  /**
   * Loads the engine and the document types.
   *
   * @param trainedData the directory of {@code chi_sim.traineddata}
   * @param documentTypes the directory of the document types' YAML files
   */
  public static FormReader load(Path trainedData, Path documentTypes) {
    throw new UnsupportedOperationException();
  }

  /** Counts pages without decoding them all. */
  public FileOutcome open(Path file) {
    throw new UnsupportedOperationException();
  }

  /** Decodes one page once and makes all that was asked of it. */
  public PageOutcome read(PageRequest request) {
    throw new UnsupportedOperationException();
  }

  /** Which engine reads, for example {@code tesseract 5.5.2 chi_sim}. */
  public String engine() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
