package io.huodang.workers;

import io.huodang.extraction.FormReader;
import io.huodang.extraction.PageOutcome;
import io.huodang.extraction.PageRequest;
import io.huodang.recognition.FileOutcome;
import java.nio.file.Path;

/** What a worker does with a request. */
interface PageHandler {

  /** Which engine reads. */
  String engine();

  FileOutcome open(Path file);

  PageOutcome read(PageRequest request);

  /** Lets go of what was kept for the next request: none comes for a while. */
  default void rest() {}

  /** The real one. */
  static PageHandler of(FormReader reader) {
    return new PageHandler() {
      @Override
      public String engine() {
        return reader.engine();
      }

      @Override
      public FileOutcome open(Path file) {
        return reader.open(file);
      }

      @Override
      public PageOutcome read(PageRequest request) {
        return reader.read(request);
      }

      @Override
      public void rest() {
        reader.rest();
      }
    };
  }
}
