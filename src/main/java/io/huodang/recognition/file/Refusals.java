package io.huodang.recognition.file;

import io.huodang.vocabulary.Refusal;
import java.io.EOFException;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a file or a page cannot be decoded, as a code to count and a sentence to act on. */
public final class Refusals {
  /** More than A0 at 300 dots an inch. */
  static final long MOST_PIXELS = 160_000_000;

  /** So many pages of one file are read. */
  public static final int MOST_PAGES = 5_000;

  private Refusals() {}

  public static Refusal empty() {
    return new Refusal("empty-file", "The file is empty. Deliver it again.");
  }

  public static Refusal noPages() {
    return new Refusal("no-pages", "The file has no pages that can be shown or read.");
  }

  public static Refusal noSuchPage(int page) {
    return new Refusal("no-such-page", "The file has no page " + page + ".");
  }

  public static Refusal truncated() {
    return new Refusal("truncated", "The file ends too early: it is incomplete. Deliver it again.");
  }

  public static Refusal damaged() {
    return new Refusal("damaged", "The file is damaged and cannot be decoded. Deliver it again.");
  }

  public static Refusal encrypted() {
    return new Refusal(
        "encrypted", "The file is locked with a password. Remove the password, deliver it again.");
  }

  public static Refusal tooManyPages() {
    return new Refusal(
        "too-many-pages",
        "The file has more than %,d pages, the most that are read. Split it."
            .formatted(MOST_PAGES));
  }

  public static Refusal tooLarge(long width, long height) {
    return new Refusal(
        "too-large",
        "A page claims %,d × %,d pixels; at most %d million are read. Scan it at a lower resolution."
            .formatted(width, height, MOST_PIXELS / 1_000_000));
  }

  public static Refusal tooComplex() {
    return new Refusal(
        "too-complex",
        "The page is made of so many parts that drawing it takes too long. Print it to a new file.");
  }

  /** What a decoder's complaint means for whoever delivered the file. */
  public static Refusal of(Exception fault) {
    boolean early =
        Stream.<Throwable>iterate(fault, cause -> cause != null, Throwable::getCause)
            .limit(8)
            .anyMatch(cause -> cause instanceof EOFException || saysTruncated(cause.getMessage()));
    return early ? truncated() : damaged();
  }

  static boolean saysTruncated(@Nullable String message) {
    String said = String.valueOf(message).toLowerCase(Locale.ROOT);
    return Stream.of(
            "premature", "truncated", "unexpected end", "end of file", "end of stream", "eof")
        .anyMatch(said::contains);
  }

  /** Refuses measures that no page has. */
  static void checkSize(long width, long height) {
    if (width <= 0 || height <= 0) {
      throw damaged();
    }
    if (width * height > MOST_PIXELS) {
      throw tooLarge(width, height);
    }
  }
}
