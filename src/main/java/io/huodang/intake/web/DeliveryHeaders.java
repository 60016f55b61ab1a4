package io.huodang.intake.web;

import io.huodang.vocabulary.Refusal;
import io.huodang.vocabulary.Sha256;
import io.huodang.vocabulary.SheetCorners;
import io.huodang.web.ExtendedValue;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers of a delivered file. */
final class DeliveryHeaders {
  private static final Pattern SHA_256 = Pattern.compile("(?:^|,)\\s*sha-256=([^,]*)");

  private DeliveryHeaders() {}

  /**
   * The delivered path of {@code Huodang-Path: UTF-8''…} (RFC 8187), or the key without one.
   *
   * @throws Refusal {@code bad-path}
   */
  static String path(@Nullable String header, String key) {
    if (header == null) {
      return key;
    }
    return ExtendedValue.decode(header).orElseThrow(DeliveryHeaders::badPath);
  }

  /**
   * The SHA-256 of {@code Repr-Digest} (RFC 9530), or null when the sender states none.
   *
   * @throws Refusal {@code bad-digest}
   */
  static @Nullable Sha256 digest(@Nullable String header) {
    if (header == null) {
      return null;
    }
    Matcher matcher = SHA_256.matcher(header);
    if (!matcher.find()) {
      return null;
    }
    try {
      byte[] digest = Base64.getDecoder().decode(between(matcher.group(1).strip()));
      if (digest.length == 32) {
        return Sha256.of(digest);
      }
    } catch (IllegalArgumentException e) {
      throw badDigest();
    }
    throw badDigest();
  }

  /**
   * Where the sheet lies on a photograph, of {@code Huodang-Corners: x1, y1, … x4, y4}; null
   * without one.
   *
   * @throws Refusal {@code bad-corners}
   */
  static @Nullable SheetCorners corners(@Nullable String header) {
    return header == null
        ? null
        : SheetCorners.parse(header).orElseThrow(DeliveryHeaders::badCorners);
  }

  private static Refusal badCorners() {
    return new Refusal(
        "bad-corners",
        "Huodang-Corners must be four points of the picture, clockwise from the sheet's top left, as eight shares of its width and height from 0 to 1.");
  }

  /** A byte sequence stands between colons (RFC 8941). */
  private static String between(String written) {
    if (written.length() < 2 || !written.startsWith(":") || !written.endsWith(":")) {
      throw badDigest();
    }
    return written.substring(1, written.length() - 1);
  }

  private static Refusal badPath() {
    return new Refusal(
        "bad-path", "Huodang-Path must be UTF-8'' followed by the percent-encoded delivered path.");
  }

  private static Refusal badDigest() {
    return new Refusal(
        "bad-digest",
        "Repr-Digest must be sha-256=:…: with 32 bytes in base64 between the colons.");
  }
}
