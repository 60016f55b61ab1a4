package io.huodang.identity;

import java.util.Locale;

/**
 * What comparing one field showed, with its weight: the logarithm, to the base of two, of how much
 * more likely it is when the person is the one on the form than when it is someone else of the
 * county. docs/identity.md says where the weights come from.
 */
enum Clue {
  CITIZEN_ID_SAME(26),
  /** The same by the 15 digits of before 1999, which carry no check. */
  CITIZEN_ID_SAME_OLD(24),
  CITIZEN_ID_ONE_SLIP(16),
  /** Among the last four, which alone tell people of one place and birth date apart. */
  CITIZEN_ID_ONE_SLIP_AT_END(14),
  CITIZEN_ID_TWO_SLIPS(10),
  /** Too much of it is damaged to say. */
  CITIZEN_ID_UNLIKE(-4),
  /** A valid one, and another one. */
  CITIZEN_ID_OTHER(-13),

  NAME_SAME(11),
  NAME_NEAR(5),
  NAME_PARTLY(0),
  NAME_OTHER(-5),

  INSURED_NUMBER_SAME(23),
  /** The same as an alternative reading, or as one that only forms stated. */
  INSURED_NUMBER_OFFERED(14),
  INSURED_NUMBER_ONE_SLIP(12),
  INSURED_NUMBER_OTHER(-4),

  BIRTH_DATE_SAME(14),
  BIRTH_DATE_ONE_SLIP(5),
  BIRTH_DATE_OTHER(-7),

  EMPLOYER_SAME(8),
  EMPLOYER_OTHER(-1);

  private final int bits;

  Clue(int bits) {
    this.bits = bits;
  }

  int bits() {
    return bits;
  }

  /** The field: {@code citizen-id name insured-number birth-date employer}. */
  String field() {
    String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return FIELDS.stream().filter(word::startsWith).findFirst().orElseThrow();
  }

  /** How it compares: {@code same}, {@code one-slip}, … */
  String outcome() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-').substring(field().length() + 1);
  }

  private static final java.util.List<String> FIELDS =
      java.util.List.of("citizen-id", "name", "insured-number", "birth-date", "employer");
}
