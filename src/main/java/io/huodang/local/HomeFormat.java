package io.huodang.local;

import io.huodang.vocabulary.Refusal;
import io.huodang.vocabulary.SyncedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the home is laid out, as a number in its file {@code format}: a program of an older layout
 * leaves it alone.
 *
 * <p>What lies in the registry has its own number, the last of its migrations.
 */
final class HomeFormat {
  static final int CURRENT = 1;

  private HomeFormat() {}

  static void check(Path home) throws IOException {
    Path file = home.resolve("format");
    if (Files.notExists(file)) {
      SyncedFile.write(file, CURRENT + "\n");
      return;
    }
    String written = Files.readString(file).strip();
    if (!written.matches("[0-9]{1,6}")) {
      throw new Refusal(
          "home-unusable",
          "The file %s holds no number; the folder is not a home of Huodang".formatted(file));
    }
    if (Integer.parseInt(written) > CURRENT) {
      throw new Refusal(
          "home-too-new",
          "The home %s was written by a newer Huodang (format %s, this one knows %d); update first"
              .formatted(home, written, CURRENT));
    }
  }
}
