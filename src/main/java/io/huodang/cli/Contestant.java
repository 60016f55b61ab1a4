package io.huodang.cli;

import io.huodang.recognition.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Whoever reads the pages of a benchmark.
 *
 * @param threads pages at a time
 */
record Contestant(String name, int threads, Reader reader) {

  /** Reads one page; used by several threads at once. */
  @FunctionalInterface
  interface Reader {
    Attempt read(KnownPage page) throws Exception;
  }

  /**
   * What was made of a page, and by how much work.
   *
   * @param cpuSeconds of all cores
   * @param effort null where it is not told
   */
  record Attempt(Reading reading, double cpuSeconds, @Nullable Effort effort) {}

  /** A page that was read, in so many seconds on the clock. */
  record Read(KnownPage known, Attempt attempt, double seconds) {
    Reading reading() {
      return attempt.reading;
    }
  }

  /** Reads all of them, so many at a time. */
  List<Read> read(List<KnownPage> pages) throws InterruptedException, ExecutionException {
    List<Future<Read>> reading;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      reading = pages.stream().map(page -> pool.submit(() -> timed(page))).toList();
    }
    List<Read> read = new ArrayList<>();
    for (Future<Read> one : reading) {
      read.add(one.get());
    }
    return read;
  }

  private Read timed(KnownPage page) throws Exception {
    long start = System.nanoTime();
    Attempt attempt = reader.read(page);
    return new Read(page, attempt, (System.nanoTime() - start) / 1e9);
  }
}
