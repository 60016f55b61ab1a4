package io.huodang.catalog;

import java.util.Locale;

/**
 * A number by which someone or something is known.
 *
 * @param kind whose number system
 * @param value normalised: a citizen ID has 18 characters
 * @param printed as it stands on the paper or in the roster
 * @param source where it was learnt
 */
public record Identifier(Kind kind, String value, String printed, String source) {

  /** Whose number system. */
  public enum Kind {
    CITIZEN_ID,
    INSURED_NUMBER,
    SOCIAL_CARD,
    PASSPORT,
    OTHER_ID,
    EMPLOYER_NUMBER,
    CREDIT_CODE,
    ORGANISATION_CODE,
    CASE_NUMBER,
    FILE_NUMBER,
    OLD_NUMBER;

    /** The word in the registry and on the wire, for example {@code citizen-id}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public String toString() {
    return kind + " of " + value.length() + " characters";
  }
}
