package io.huodang.local;

import io.huodang.vocabulary.SyncedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** A random password, made once and kept in a file that only its owner reads (0600). */
final class Secret {
  private static final int BYTES = 24;

  private Secret() {}

  static String in(Path file) throws IOException {
    if (Files.notExists(file)) {
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      SyncedFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return Files.readString(file).strip();
  }
}
