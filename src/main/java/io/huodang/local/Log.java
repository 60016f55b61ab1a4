package io.huodang.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What a program printed before it ended, read for the line that says why. */
final class Log {
  private static final List<String> TELLING =
      List.of("No space left on device", "FATAL", "PANIC", "error:", "fatal exception", "ERROR");

  private static final long LARGEST = 4L << 20;

  private Log() {}

  /**
   * Begins a run: a log that has become large is put aside, in the place of the one before.
   *
   * @return how many bytes of it are of earlier runs
   */
  static long begin(Path file) throws IOException {
    if (Files.notExists(file)) {
      return 0;
    }
    if (Files.size(file) < LARGEST) {
      return Files.size(file);
    }
    Files.move(
        file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    return 0;
  }

  /** The line that tells most of why it ended, of what was appended after {@code from} bytes. */
  static String lastWords(Path file, long from) {
    try {
      byte[] all = Files.readAllBytes(file);
      int start = (int) Math.min(from, all.length);
      return lastWords(new String(all, start, all.length - start, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return "its log cannot be read: " + file;
    }
  }

  static String lastWords(String text) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    for (String telling : TELLING) {
      for (String line : lines.reversed()) {
        if (line.contains(telling)) {
          return line;
        }
      }
    }
    return lines.isEmpty() ? "it said nothing" : lines.getLast();
  }
}
