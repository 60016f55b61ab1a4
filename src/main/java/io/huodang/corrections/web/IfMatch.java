package io.huodang.corrections.web;

import io.huodang.vocabulary.Refusal;
import org.jspecify.annotations.Nullable;

/** The revision that a caller saw, as {@code If-Match} carries it (RFC 9110, 13.1.1). */
final class IfMatch {
  private IfMatch() {}

  /**
   * Reads the header.
   *
   * @return the revision; null for {@code *}: whichever there is
   * @throws Refusal {@code if-match-needed} without one, {@code bad-request} when it is none
   */
  static @Nullable Long revision(@Nullable String header) {
    if (header == null || header.isBlank()) {
      throw new Refusal(
          "if-match-needed",
          "Send If-Match with the revision that you looked at: the ETag of the item, or the"
              + " revision of the link.");
    }
    String tag = header.strip();
    if (tag.equals("*")) {
      return null;
    }
    String number = tag.replaceFirst("^W/", "").replaceAll("^\"|\"$", "");
    if (!number.matches("[0-9]{1,18}")) {
      throw new Refusal("bad-request", "If-Match is one revision in quotation marks, or *.");
    }
    return Long.valueOf(number);
  }

  /** The entity tag of a revision. */
  static String tag(long revision) {
    return "\"" + revision + "\"";
  }
}
