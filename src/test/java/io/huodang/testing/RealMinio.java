package io.huodang.testing;

import io.huodang.local.Components;
import io.huodang.local.Minio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The MinIO of this machine, which the script {@code ./huodang} may still be building. */
public final class RealMinio {
  private RealMinio() {}

  /** The program, when it is built; empty where there is none. */
  public static Optional<Path> binary() {
    Path lock = Components.cacheOfThisUser().resolve("bin/minio.lock");
    try {
      if (Files.exists(lock)) {
        new ProcessBuilder("flock", "--shared", lock.toString(), "true").start().waitFor();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return Minio.binary();
  }
}
