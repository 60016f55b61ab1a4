package io.huodang.viewing.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file that was asked for (RFC 9110, 14): a player jumps about in it.
 *
 * @param from the first byte, from 0
 * @param to the last byte
 */
record ByteRange(long from, long to) {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * The single range that a header asks for; empty when it asks for none, or for several, which a
   * server may answer with the whole.
   *
   * @param size of the file, bytes
   */
  static Optional<ByteRange> asked(@Nullable String header, long size) {
    Matcher asked = ONE.matcher(header == null ? "" : header.strip());
    if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
      return Optional.empty();
    }
    if (asked.group(1).isEmpty()) {
      long last = Long.parseLong(asked.group(2));
      return Optional.of(new ByteRange(Math.max(0, size - last), last == 0 ? -1 : size - 1));
    }
    long from = Long.parseLong(asked.group(1));
    long to = asked.group(2).isEmpty() ? size - 1 : Long.parseLong(asked.group(2));
    return to < from && !asked.group(2).isEmpty()
        ? Optional.empty()
        : Optional.of(new ByteRange(from, Math.min(to, size - 1)));
  }

  /** Whether there is such a part at all. */
  boolean isThere() {
    return from <= to;
  }

  long length() {
    return to - from + 1;
  }
}
