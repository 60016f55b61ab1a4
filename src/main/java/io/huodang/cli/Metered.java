package io.huodang.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that ran to its end.
 *
 * @param output what it said on standard output
 * @param cpuSeconds of its own and of all that it started and waited for
 */
record Metered(String output, double cpuSeconds) {
  /** POSIX: the shell's own time on one line, that of what it waited for on the next. */
  private static final String SHELL =
      "\"$@\"; status=$?; LC_ALL=C; export LC_ALL; times >&2; exit $status";

  private static final Pattern TIME = Pattern.compile("(\\d+)m([0-9.]+)s");

  /** Where a program stands on the path. */
  static boolean isInstalled(String program) {
    return Pattern.compile(java.io.File.pathSeparator)
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /**
   * Runs a program with one thread for each of its processes.
   *
   * @throws IOException with what it complained about when it fails
   */
  static Metered run(List<String> command) throws IOException, InterruptedException {
    List<String> metered = new ArrayList<>(List.of("sh", "-c", SHELL, "sh"));
    metered.addAll(command);
    Path complaints = Files.createTempFile("huodang-bench", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(metered).redirectError(complaints.toFile());
      builder.environment().put("OMP_THREAD_LIMIT", "1");
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      String said = Files.readString(complaints);
      if (status != 0) {
        throw new IOException(
            "%s ended with %d: %s".formatted(command.getFirst(), status, said.strip()));
      }
      return new Metered(output, cpuSeconds(said));
    } finally {
      Files.deleteIfExists(complaints);
    }
  }

  private static double cpuSeconds(String said) {
    Matcher times = TIME.matcher(said);
    List<MatchResult> all = times.results().toList();
    return all.subList(all.size() - 2, all.size()).stream()
        .mapToDouble(time -> 60 * Long.parseLong(time.group(1)) + Double.parseDouble(time.group(2)))
        .sum();
  }
}
