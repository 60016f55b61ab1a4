package io.huodang.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a program printed before it ended, read for the line that says why. */
final class Log {
  private static final List<String> TELLING =
      List.of("No space left on device", "FATAL", "PANIC", "error:", "fatal exception", "ERROR");

  private Log() {}

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
