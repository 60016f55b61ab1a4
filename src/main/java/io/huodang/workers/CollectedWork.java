package io.huodang.workers;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.huodang.extraction.Derivative;
import io.huodang.extraction.PageOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Pictures taken out of a worker's reach. */
record CollectedWork(Scratch.Room room, PageOutcome outcome) implements PageWork {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /**
   * Moves what the outcome names into a folder that only we can enter, and then looks at it: a
   * worker that was taken over could leave a link to a file of ours.
   *
   * @throws WorkerFault when a picture that is named is not there as a regular file
   */
  static CollectedWork of(Scratch.Room room, PageOutcome outcome) throws WorkerFault, IOException {
    if (outcome instanceof PageOutcome.Read read) {
      Folders.make(room.collected(), "rwx------");
      for (Derivative derivative : read.derivatives()) {
        collect(room, derivative.fileName());
      }
    }
    return new CollectedWork(room, outcome);
  }

  private static void collect(Scratch.Room room, String name) throws WorkerFault {
    if (!NAME.matcher(name).matches()) {
      throw new WorkerFault("worker-protocol", "The page worker named a picture as none is named");
    }
    Path collected = room.collected().resolve(name);
    try {
      Files.move(room.output().resolve(name), collected);
    } catch (IOException e) {
      throw new WorkerFault("worker-protocol", "The page worker named a picture that it left not");
    }
    if (!Files.isRegularFile(collected, NOFOLLOW_LINKS)) {
      throw new WorkerFault("worker-protocol", "The page worker left a picture that is no file");
    }
  }

  @Override
  public Path file(Derivative derivative) {
    return room.collected().resolve(derivative.fileName());
  }

  @Override
  public void close() {
    room.close();
  }
}
