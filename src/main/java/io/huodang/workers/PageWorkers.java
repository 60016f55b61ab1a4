package io.huodang.workers;

import io.huodang.recognition.FileOutcome;
import io.huodang.vocabulary.Lane;
import io.huodang.vocabulary.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Reads delivered files in child processes, so that a hostile or broken file costs bounded time and
 * memory and no more than its own worker.
 *
 * <p>Calls block until a worker is free and has answered, and end with {@link InterruptedException}
 * when the calling thread is interrupted (its worker is then killed). Thread-safe; made for virtual
 * threads.
 */
public interface PageWorkers extends AutoCloseable {

  /** Where a delivered file's bytes come from: a path, or the vault. */
  @FunctionalInterface
  interface Bytes {
    /** The bytes from their beginning; closed by whoever opened them. */
    InputStream open() throws IOException;

    /** Under which the bytes are known: those of one file are then fetched once for many pages. */
    default Optional<Sha256> sha256() {
      return Optional.empty();
    }

    /** The bytes of a file, which no worker can change. */
    static Bytes of(Path file) {
      return () -> Files.newInputStream(file);
    }

    /** Bytes from elsewhere that have a name; whoever gives them has verified that it is theirs. */
    static Bytes of(Sha256 sha256, Bytes bytes) {
      return new Bytes() {
        @Override
        public InputStream open() throws IOException {
          return bytes.open();
        }

        @Override
        public Optional<Sha256> sha256() {
          return Optional.of(sha256);
        }
      };
    }
  }

  /**
   * Starts workers outside a server, for example for one command.
   *
   * @throws WorkersUnavailable when their scratch directory cannot be made
   */
  static PageWorkers start(WorkersSettings settings) throws WorkersUnavailable {
    WorkerPool pool = new WorkerPool(settings);
    pool.open();
    return pool;
  }

  /**
   * Opens a file: tells its kind and counts its pages.
   *
   * @throws WorkerFault when this file's worker crashed, ran out of time or of memory: to be
   *     counted
   * @throws WorkersUnavailable when no worker can be started, which says nothing about the file
   * @throws IOException as {@code file} throws it when its bytes cannot be had
   */
  FileOutcome open(Bytes file, Lane lane) throws WorkerFault, IOException, InterruptedException;

  /**
   * Reads one page, and makes pictures of it.
   *
   * @return what came of it, to be closed by the caller when the pictures are kept
   * @throws WorkerFault when this page's worker crashed, ran out of time or of memory: to be
   *     counted
   * @throws WorkersUnavailable when no worker can be started, which says nothing about the page
   * @throws IOException as {@code file} throws it when its bytes cannot be had
   */
  PageWork read(Bytes file, PageOrder order, Lane lane)
      throws WorkerFault, IOException, InterruptedException;

  /** The same of a page that is all of its picture. */
  default PageWork read(
      Bytes file, int page, Set<String> derivatives, int rotation, boolean readText, Lane lane)
      throws WorkerFault, IOException, InterruptedException {
    return read(file, new PageOrder(page, derivatives, rotation, readText, false, null), lane);
  }

  /** How many requests of this lane would begin at once; claim no more than that. */
  int free(Lane lane);

  /** How the workers are, for status screens. */
  WorkersStatus status();

  /** Ends every worker; requests under way end with {@link WorkersUnavailable}. */
  @Override
  void close();
}
