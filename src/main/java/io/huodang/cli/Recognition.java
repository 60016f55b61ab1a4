package io.huodang.cli;

import io.huodang.extraction.PageOutcome;
import io.huodang.extraction.PageRequest;
import io.huodang.recognition.FileOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads many files, as many pages at a time as there are readers. */
final class Recognition {
  private final Readers readers;
  private final KnownPersons known;
  private final List<RecognizedFile> files = new ArrayList<>();
  private double seconds;

  Recognition(Readers readers, KnownPersons known) {
    this.readers = readers;
    this.known = known;
  }

  /** What API.md promises. */
  record Report(String engine, List<RecognizedFile> files) {}

  private record Pending(Path file, FileOutcome outcome, List<Future<PageOutcome>> pages) {}

  Recognition of(List<Path> paths) {
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(readers.count())) {
      List<Future<FileOutcome>> opened =
          paths.stream().map(path -> threads.submit(() -> open(path))).toList();
      List<Pending> pending = new ArrayList<>();
      for (int i = 0; i < paths.size(); i++) {
        pending.add(pages(threads, paths.get(i), finished(opened.get(i))));
      }
      for (Pending file : pending) {
        List<PageOutcome> pages = file.pages.stream().map(Recognition::finished).toList();
        files.add(RecognizedFile.of(file.file.toString(), file.outcome, pages, known));
      }
    }
    seconds = (System.nanoTime() - start) / 1e9;
    return this;
  }

  Report report() {
    return new Report(readers.engine(), files);
  }

  String summary() {
    long pages = files.stream().mapToLong(file -> file.pages().size()).sum();
    return String.format(
        Locale.ROOT,
        "%d files, %d pages in %.1f s with %d readers (%.1f pages a minute)",
        files.size(),
        pages,
        seconds,
        readers.count(),
        60 * pages / Math.max(seconds, 1e-3));
  }

  private FileOutcome open(Path path) throws InterruptedException {
    return readers.with(reader -> reader.open(path));
  }

  private Pending pages(ExecutorService threads, Path path, FileOutcome outcome) {
    List<Future<PageOutcome>> pages = new ArrayList<>();
    if (outcome instanceof FileOutcome.Opened opened) {
      for (int page = 1; page <= opened.pages(); page++) {
        PageRequest request = new PageRequest(path, page, path, Set.of(), true, -1);
        pages.add(threads.submit(() -> readers.with(reader -> reader.read(request))));
      }
    }
    return new Pending(path, outcome, pages);
  }

  private static <T> T finished(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
