package io.huodang.testing;

import io.huodang.LogLine;
import io.huodang.vocabulary.CitizenIds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The gate behind the tests: no line that anything wrote while they ran holds a citizen ID. It
 * reads what the build printed, Surefire's reports, and the logs of every server, registry, index
 * and store that a test started, which {@link TestLogs} keeps.
 */
public final class LogGate {
  private LogGate() {}

  /**
   * A line that should not be.
   *
   * @param line from 1
   */
  record Leak(Path file, long line) {
    @Override
    public String toString() {
      return file + ":" + line + ": a citizen ID stands in this line, or was withheld from it";
    }
  }

  /** Ends with 1 when there is a leak, with 2 when there was nothing to look at. */
  public static void main(String[] places) throws IOException {
    long files = 0;
    List<Leak> leaks = new ArrayList<>();
    for (String place : places) {
      List<Path> found = filesBelow(Path.of(place));
      files += found.size();
      for (Path file : found) {
        leaks.addAll(leaksOf(file));
      }
    }
    leaks.forEach(System.out::println);
    System.out.printf(
        "Citizen IDs in logs: %d files looked through, %d lines with one%n", files, leaks.size());
    System.exit(files == 0 ? 2 : leaks.isEmpty() ? 0 : 1);
  }

  static List<Path> filesBelow(Path place) throws IOException {
    if (Files.notExists(place)) {
      return List.of();
    }
    try (Stream<Path> below = Files.walk(place)) {
      return below.filter(Files::isRegularFile).sorted().toList();
    }
  }

  static List<Leak> leaksOf(Path file) throws IOException {
    List<Leak> leaks = new ArrayList<>();
    try (BufferedReader lines = open(file)) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.contains(LogLine.WITHHELD) || CitizenIds.standIn(line)) {
          leaks.add(new Leak(file, number));
        }
      }
    }
    return leaks;
  }

  /** Bytes that are no UTF-8 are read as something else, not refused. */
  private static BufferedReader open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    return new BufferedReader(
        new InputStreamReader(
            file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
            StandardCharsets.UTF_8));
  }
}
