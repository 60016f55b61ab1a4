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
import org.jspecify.annotations.Nullable;

/** Reads many files, as many pages at a time as there are readers. */
final class Recognition {
  private final Readers readers;
  private final KnownPersons known;
  private final @Nullable DebugFolder debug;
  private final List<Seen> seen = new ArrayList<>();
  private double seconds;

  /**
   * @param debug where to leave pictures of what was seen, or null
   */
  Recognition(Readers readers, KnownPersons known, @Nullable DebugFolder debug) {
    this.readers = readers;
    this.known = known;
    this.debug = debug;
  }

  /** What API.md promises. */
  record Report(String engine, List<RecognizedFile> files) {}

  /** A file with what came of each of its pages. */
  record Seen(Path path, RecognizedFile file, List<PageOutcome> pages) {}

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
        RecognizedFile recognized =
            RecognizedFile.of(file.file.toString(), file.outcome, pages, known);
        seen.add(new Seen(file.file, recognized, pages));
      }
    }
    seconds = (System.nanoTime() - start) / 1e9;
    return this;
  }

  Report report() {
    return new Report(readers.engine(), seen.stream().map(Seen::file).toList());
  }

  /** What was seen of each file, in their order. */
  List<Seen> seen() {
    return seen;
  }

  String summary() {
    long pages = seen.stream().mapToLong(one -> one.file.pages().size()).sum();
    return String.format(
        Locale.ROOT,
        "%d files, %d pages in %.1f s with %d readers (%.1f pages a minute)",
        seen.size(),
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
        Path stem = debug == null ? null : debug.stem(path, page);
        pages.add(threads.submit(() -> readers.with(reader -> reader.read(request, stem))));
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
