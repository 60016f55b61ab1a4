package io.huodang.workers;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.huodang.extraction.FormReader;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The main class of a page worker: a child process that reads forms. */
final class PageWorkerProcess {
  private PageWorkerProcess() {}

  /** Arguments: the directory of the trained data, and that of the document types. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path trainedData = Path.of(arguments[0]);
    Path documentTypes = Path.of(arguments[1]);
    WorkerLoop.run(
        () -> {
          if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
          }
          // They complain of every oddity of a file, at length.
          for (String name : List.of("org.apache.pdfbox", "org.apache.fontbox")) {
            if (LoggerFactory.getLogger(name) instanceof Logger logger) {
              logger.setLevel(Level.OFF);
            }
          }
          try {
            return PageHandler.of(FormReader.load(trainedData, documentTypes));
          } catch (Refusal e) {
            System.err.println(e.getMessage());
            Runtime.getRuntime().halt(2);
            throw e;
          }
        });
  }
}
