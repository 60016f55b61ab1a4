package io.huodang.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A note beside a file that could not be taken in; the file is left alone until it is removed. */
final class FailedNote {
  private static final String ENDING = ".failed";

  private FailedNote() {}

  static boolean isNote(Path file) {
    return String.valueOf(file.getFileName()).endsWith(ENDING);
  }

  static boolean standsBeside(Path file) {
    return Files.exists(beside(file), LinkOption.NOFOLLOW_LINKS);
  }

  static void leave(Path file, String reason) throws IOException {
    Files.writeString(beside(file), reason + System.lineSeparator());
  }

  private static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ENDING);
  }
}
