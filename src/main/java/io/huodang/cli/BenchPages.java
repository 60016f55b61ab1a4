package io.huodang.cli;

import io.huodang.extraction.PageOutcome;
import io.huodang.vocabulary.Lane;
import io.huodang.vocabulary.Refusal;
import io.huodang.vocabulary.Sha256;
import io.huodang.workers.PageWork;
import io.huodang.workers.PageWorkers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Pages of one file that a benchmark reads. */
record BenchPages(Path path, Sha256 sha256, List<Integer> pages) {
  static final Lane LANE = Lane.HISTORY;

  BenchPages(Path path, List<Integer> pages) throws IOException {
    this(path, Sha256.ofContent(path), pages);
  }

  PageWorkers.Bytes bytes() {
    return PageWorkers.Bytes.of(sha256, () -> Files.newInputStream(path));
  }

  /** Reads all of them, as many at a time as there are workers; returns how many. */
  static int read(
      List<BenchPages> files, PageWorkers workers, Set<String> pictures, boolean readText)
      throws InterruptedException {
    List<Future<?>> reading = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(workers.status().slots())) {
      for (BenchPages file : files) {
        for (int page : file.pages) {
          reading.add(
              threads.submit(
                  () -> {
                    try (PageWork work =
                        workers.read(file.bytes(), page, pictures, -1, readText, LANE)) {
                      if (!(work.outcome() instanceof PageOutcome.Read)) {
                        throw new Refusal("not-read", file.path + " page " + page + " is not read");
                      }
                    }
                    return null;
                  }));
        }
      }
      for (Future<?> page : reading) {
        page.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return reading.size();
  }
}
