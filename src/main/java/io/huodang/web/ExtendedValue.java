package io.huodang.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A header's value in any script: {@code UTF-8''} and percent-encoded text (RFC 8187). */
public final class ExtendedValue {
  private static final String CHARSET = "UTF-8''";

  private ExtendedValue() {}

  /** The text, or empty when it is not written so. */
  public static Optional<String> decode(String header) {
    if (!header.regionMatches(true, 0, CHARSET, 0, CHARSET.length())) {
      return Optional.empty();
    }
    try {
      // A plus sign stands for itself here, not for a space as it would in a form.
      String plain = header.substring(CHARSET.length()).replace("+", "%2B");
      return Optional.of(URLDecoder.decode(plain, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
