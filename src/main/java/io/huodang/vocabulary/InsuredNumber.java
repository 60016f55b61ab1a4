package io.huodang.vocabulary;

import java.util.Locale;
import java.util.Optional;

/**
 * A number by which an agency knows an insured person (个人参保号, 个人编号; AAC001).
 *
 * <p>It has no check digit and its form varies by place and era: an opaque string of 6 to 20
 * letters and digits. Leading zeros matter.
 *
 * @param value half-width capitals and digits
 */
public record InsuredNumber(String value) {
  private static final String FORM = "[A-Z]{0,4}[0-9]{5,20}";

  public InsuredNumber {
    if (!value.matches(FORM) || value.length() < 6 || value.length() > 20) {
      throw new IllegalArgumentException("An insured number is 6 to 20 letters and digits");
    }
  }

  /** Reads a number as people write it; empty when it cannot be one. */
  public static Optional<InsuredNumber> parse(String written) {
    String compact = CitizenId.compact(written).toUpperCase(Locale.ROOT);
    return compact.matches(FORM) && compact.length() >= 6 && compact.length() <= 20
        ? Optional.of(new InsuredNumber(compact))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
