package io.huodang.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to run a program and how to end it.
 *
 * @param command the program and its arguments
 * @param environment all variables that it sees beside a plain {@code PATH} and language
 * @param directory the folder that is the program's own: every process whose working directory lies
 *     in it belongs to the program
 * @param log what it prints is appended here
 * @param end the signals that end it, the polite one first
 */
public record Launch(
    List<String> command, Map<String, String> environment, Path directory, Path log, End end) {

  /**
   * The signals that end a program; after the second and its seconds, everything is killed.
   *
   * @param first the polite signal, for example {@code INT}
   * @param patience seconds until the second signal
   * @param second the less polite one
   * @param lastPatience seconds until everything is killed
   */
  public record End(String first, int patience, String second, int lastPatience) {}
}
