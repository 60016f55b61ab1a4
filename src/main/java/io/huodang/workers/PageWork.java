package io.huodang.workers;

import io.huodang.extraction.Derivative;
import io.huodang.extraction.PageOutcome;
import java.nio.file.Path;

/** What came of reading one page, with its pictures as files that last until this is closed. */
public interface PageWork extends AutoCloseable {

  /** What was read. */
  PageOutcome outcome();

  /** The file of one of the outcome's derivatives: a regular file that no worker can reach. */
  Path file(Derivative derivative);

  /** Deletes the pictures. */
  @Override
  void close();
}
