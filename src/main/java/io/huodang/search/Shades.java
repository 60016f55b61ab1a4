package io.huodang.search;

/**
 * Scores of ways that meet a key less than fully, between those of {@link Why}: the same whether
 * the index answers or the registry.
 */
final class Shades {
  /** Of an insured number with fewer or more zeros before it, or letters for digits. */
  static final double OTHER_ZEROS = 890;

  /** Who bore a name that was labelled so, before those who bear it now. */
  static final double AS_FORMER = 820;

  /** Of names that fold to the same (於庆华, 于庆华), the one that was typed. */
  static final double AS_WRITTEN = 810;

  static final double RARE_PATTERN = 560;
  static final double PATTERN = 550;
  static final double FORMER_PATTERN = 545;
  static final double VARIANT_PATTERN = 540;
  static final double NAME_BEGINNING = 520;
  static final double NAME_PART = 500;

  /** Who spells a character cannot type it perhaps. */
  static final double RARE_MIXED = 455;

  static final double MIXED = 450;
  static final double MIXED_INITIALS = 390;
  static final double PINYIN_BEGINNING = 350;
  static final double PARTLY_SPELT = 290;
  static final double INITIALS_BEGINNING = 280;

  /** Of a year that stands beside something else: no end of a number. */
  static final double BORN = 260;

  static final double NUMBER_BEGINNING = 230;
  static final double SHORT_EMPLOYER = 190;

  // Near misses of a name.
  static final double ONE_MISHEARD = 147;
  static final double SOUNDS_LIKE = 145;
  static final double ONE_SAME_SOUND = 140;
  static final double LOOK_ALIKE = 130;
  static final double ONE_SIMILAR_SOUND = 125;
  static final double SAME_SOUND = 120;
  static final double EXCHANGED = 115;

  /** A slip that leaves few numbers in question. */
  static final double FEW_IN_QUESTION = 105;

  // Names that are only similar.
  static final double HALF = 98;
  static final double PART_IN_COMMON = 96;
  static final double UNREAD = 94;

  private Shades() {}
}
