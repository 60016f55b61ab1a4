package io.huodang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Name and password of the first administrator, in a file that only its owner reads and that is
 * gone once the password is changed.
 */
record FirstSignIn(Path file) {

  /**
   * Says how to sign in.
   *
   * @param known whether it was said at an earlier start: the password itself is printed only once,
   *     because what a service prints is often kept
   */
  void announce(boolean known) throws IOException {
    if (Files.notExists(file)) {
      return;
    }
    List<String> lines = Files.readAllLines(file);
    System.out.println(
        known
            ? "Sign in as %s; the password, until it is changed, is in %s"
                .formatted(lines.get(0), file)
            : "Sign in as %s with the password %s".formatted(lines.get(0), lines.get(1)));
  }
}
