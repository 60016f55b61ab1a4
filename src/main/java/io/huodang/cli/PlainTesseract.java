package io.huodang.cli;

import io.huodang.cli.Contestant.Attempt;
import io.huodang.recognition.Effort;
import io.huodang.recognition.PageFiles;
import io.huodang.recognition.PlainReader;
import io.huodang.recognition.TrainedData;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Tesseract by itself (psm 3, whole page), as somebody would run it who has only that: the program
 * with one thread, so many at once; where it is not installed, the library in a fresh engine.
 */
final class PlainTesseract {
  private static final String PROGRAM = "tesseract";

  private PlainTesseract() {}

  static Contestant of(int threads) throws IOException, InterruptedException {
    if (!Metered.isInstalled(PROGRAM)) {
      return new Contestant("plain tesseract, in our process", threads, PlainTesseract::byLibrary);
    }
    String version =
        Metered.run(List.of(PROGRAM, "--version")).output().lines().findFirst().orElse(PROGRAM);
    return new Contestant("plain " + version, threads, PlainTesseract::byProgram);
  }

  /** Seconds on the clock that it needs for these pages. */
  static double secondsFor(List<KnownPage> pages, int threads)
      throws IOException, InterruptedException, ExecutionException {
    Contestant plain = of(threads);
    long start = System.nanoTime();
    plain.read(pages);
    return (System.nanoTime() - start) / 1e9;
  }

  private static Attempt byProgram(KnownPage page) throws InterruptedException {
    if (page.file().toString().endsWith(".pdf")) {
      return byLibrary(page);
    }
    try {
      Metered read =
          Metered.run(
              List.of(
                  PROGRAM,
                  page.file().toString(),
                  "stdout",
                  "--tessdata-dir",
                  TrainedData.find().toString(),
                  "-l",
                  TrainedData.LANGUAGE,
                  "--psm",
                  "3",
                  "-c",
                  "tessedit_page_number=" + (page.page() - 1)));
      return new Attempt(Reading.ofText(read.output()), read.cpuSeconds(), null);
    } catch (IOException e) {
      System.err.println(e.getMessage());
      return new Attempt(Reading.ofText(""), 0, null);
    }
  }

  private static Attempt byLibrary(KnownPage page) {
    long start = Effort.nanosOfThisThread();
    try (PlainReader reader = PlainReader.load(TrainedData.find());
        PageFiles files = new PageFiles()) {
      Reading reading = Reading.ofText(reader.read(files.decode(page.file(), page.page())));
      return new Attempt(reading, (Effort.nanosOfThisThread() - start) / 1e9, null);
    }
  }
}
