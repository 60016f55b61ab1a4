package io.huodang.heldout;

import java.util.Locale;

/** A form as an HTML page; the file in {@code heldout/} has its name. */
enum Template {
  RULED("social-insurance-registration", Paper.A4),
  OPEN_ROWS("personal-data-change", Paper.A4),
  DIGIT_BOXES("resident-pension-registration", Paper.A4),
  BLANKS("labour-contract", Paper.A4),
  COLONS("living-certification", Paper.A5_LYING),
  LETTER("contribution-certificate", Paper.A4),
  INCOME_LETTER(Template.UNKNOWN, Paper.A4),
  MERGED_ROSTER("insured-persons-roster", Paper.A4_LYING),
  PAIRED_ROSTER("insured-persons-roster", Paper.A4),
  VERTICAL_LABELS("probation-completion", Paper.A4),
  SPACED_LABELS("pension-retirement-approval", Paper.B5),
  TWO_COLUMNS("personal-rights-record", Paper.A4_LYING),
  CARD_COPY("identity-card", Paper.A4),
  SMALL_PRINT("account-transfer", Paper.A4),
  ZEBRA("insured-persons-roster", Paper.A3_LYING),
  DOT_MATRIX("contribution-certificate", Paper.A4_LYING),
  TRADITIONAL("personal-history", Paper.B5),
  LEDGER("contribution-certificate", Paper.A4_LYING),
  RED_HEAD(Template.UNKNOWN, Paper.A4),
  HOUSEHOLD_CARD("household-register", Paper.A5_LYING);

  /** The type of what has no document type. */
  static final String UNKNOWN = "unknown";

  /** Width and height in millimetres. */
  enum Paper {
    A3_LYING(420, 297),
    A4(210, 297),
    A4_LYING(297, 210),
    A5_LYING(210, 148),
    B5(176, 250);

    private static final double CSS_PIXELS_A_MILLIMETRE = 96 / 25.4;
    private final int width;
    private final int height;

    Paper(int width, int height) {
      this.width = width;
      this.height = height;
    }

    int cssWidth() {
      return (int) Math.ceil(width * CSS_PIXELS_A_MILLIMETRE);
    }

    int cssHeight() {
      return (int) Math.ceil(height * CSS_PIXELS_A_MILLIMETRE);
    }
  }

  private final String documentType;
  private final Paper paper;

  Template(String documentType, Paper paper) {
    this.documentType = documentType;
    this.paper = paper;
  }

  String documentType() {
    return documentType;
  }

  /**
   * How it is laid out, as {@code bench recognition} counts pages: ruled, unruled, list, letter.
   */
  String pageClass() {
    return switch (this) {
      case RULED, DIGIT_BOXES, VERTICAL_LABELS, SPACED_LABELS, SMALL_PRINT -> "ruled";
      case TRADITIONAL, LEDGER, HOUSEHOLD_CARD -> "ruled";
      case OPEN_ROWS, COLONS, TWO_COLUMNS, CARD_COPY, DOT_MATRIX -> "unruled";
      case MERGED_ROSTER, PAIRED_ROSTER, ZEBRA -> "list";
      case BLANKS, LETTER, INCOME_LETTER, RED_HEAD -> "letter";
    };
  }

  Paper paper() {
    return paper;
  }

  /** open-rows. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
