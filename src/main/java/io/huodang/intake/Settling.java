package io.huodang.intake;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Which files nobody writes to any more: their size and time have stayed the same for a while. */
final class Settling {
  private record Seen(long size, FileTime modified, Instant since) {}

  private final Duration wait;
  private final InstantSource clock;
  private final Map<Path, Seen> seen = new HashMap<>();

  Settling(Duration wait, InstantSource clock) {
    this.wait = wait;
    this.clock = clock;
  }

  /** Looks at a file once more; true when it has been the same for long enough. */
  boolean isSettled(Path file, BasicFileAttributes now) {
    Seen last = seen.get(file);
    if (last == null
        || last.size() != now.size()
        || !last.modified().equals(now.lastModifiedTime())) {
      last = new Seen(now.size(), now.lastModifiedTime(), clock.instant());
      seen.put(file, last);
    }
    return !clock.instant().isBefore(last.since().plus(wait));
  }

  /** Forgets files that are gone. */
  void keepOnly(Collection<Path> present) {
    seen.keySet().retainAll(present);
  }
}
