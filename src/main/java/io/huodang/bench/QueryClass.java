package io.huodang.bench;

import java.util.Locale;

/** What clerks type, by what they know, and what is aimed at for it. */
public enum QueryClass {
  CITIZEN_ID(Measure.SUCCESS_AT_1, 0.99),
  INSURED_NUMBER(Measure.SUCCESS_AT_1, 0.99),
  FILE_NUMBER(Measure.SUCCESS_AT_1, 0.99),
  OTHER_NUMBER(Measure.SUCCESS_AT_1, 0.99),
  UNIQUE_NAME(Measure.SUCCESS_AT_1, 0.99),
  MINORITY_NAME(Measure.SUCCESS_AT_1, 0.97),
  VARIANT(Measure.SUCCESS_AT_1, 0.97),
  TRADITIONAL(Measure.SUCCESS_AT_1, 0.97),
  FORMER_NAME(Measure.SUCCESS_AT_1, 0.97),
  RARE(Measure.SUCCESS_AT_1, 0.97),
  /** A character that nobody remembers. */
  PATTERN(Measure.SUCCESS_AT_3, 0.95),
  /** The sounds of a name that nobody else's name has. */
  PINYIN(Measure.SUCCESS_AT_3, 0.95),
  /** Sounds as they are said here: zh for z, ng for n. */
  PINYIN_AS_HEARD(Measure.SUCCESS_AT_3, 0.95),
  /** First letters that at most twenty people share. */
  INITIALS(Measure.RECALL_AT_20, 0.95),
  MIXED(Measure.SUCCESS_AT_3, 0.95),
  /** A name of many. */
  NAMESAKES(Measure.RECALL_AT_20, 0.95),
  /** A name of many, or its sounds, and one thing more. */
  SECOND_KEY(Measure.SUCCESS_AT_1, 0.95),
  ID_PART(Measure.RECALL_AT_20, 0.95),
  /** An employer by its name, short name or number: whoever works there. */
  EMPLOYER(Measure.RECALL_AT_20, 0.95),
  NEAR_NUMBER(Measure.SUCCESS_AT_3, 0.95),
  NEAR_NAME(Measure.SUCCESS_AT_3, 0.95),
  /** What was read, rightly or not, on papers that are nobody's yet. */
  ON_PAPERS(Measure.SUCCESS_AT_3, 0.95),
  /** With its labels, or out of a sentence. */
  PASTED(Measure.SUCCESS_AT_1, 0.95),
  PAGE_TEXT(Measure.SUCCESS_AT_3, 0.95);

  /** What an aim is about. */
  public enum Measure {
    SUCCESS_AT_1,
    SUCCESS_AT_3,
    RECALL_AT_20
  }

  private final Measure measure;
  private final double aim;

  QueryClass(Measure measure, double aim) {
    this.measure = measure;
    this.aim = aim;
  }

  /** How tables name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static QueryClass of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Of one, what is aimed at. */
  public double aim() {
    return aim;
  }

  /** What is aimed at, of a score. */
  public double of(QualityScore score) {
    return switch (measure) {
      case SUCCESS_AT_1 -> score.successAt1();
      case SUCCESS_AT_3 -> score.successAt3();
      case RECALL_AT_20 -> score.recallAt20();
    };
  }

  public boolean isReachedBy(QualityScore score) {
    return of(score) >= aim;
  }
}
