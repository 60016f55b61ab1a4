package io.huodang.access;

import io.huodang.vocabulary.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets of tokens and sessions: 256 bits, of which only the SHA-256 is kept. */
final class Secret {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] hash(String secret) {
    return Sha256.ofContent(secret.getBytes(StandardCharsets.UTF_8)).bytes();
  }
}
