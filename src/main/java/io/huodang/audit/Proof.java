package io.huodang.audit;

import io.huodang.vocabulary.Sha256;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of the chain at some moment, short enough to be written down: {@code 4711-9f86d0…}.
 *
 * @param seq the last row; 0 when there was none
 * @param hash of that row
 */
public record Proof(long seq, Sha256 hash) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9a-f]{64})");

  /** Reads what {@link #toString} wrote, spaces and capitals forgiven. */
  public static Optional<Proof> parse(String text) {
    Matcher form = FORM.matcher(text.replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT));
    return form.matches()
        ? Optional.of(new Proof(Long.parseLong(form.group(1)), new Sha256(form.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return seq + "-" + hash.hex();
  }
}
