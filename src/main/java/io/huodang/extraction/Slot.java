package io.huodang.extraction;

import io.huodang.recognition.Area;
import io.huodang.recognition.ReadLine;
import io.huodang.recognition.ReadPage;

/**
 * Where a value stands: some characters of a passage.
 *
 * @param from first character
 * @param to behind the last one
 */
record Slot(Passage passage, int from, int to) {

  String text() {
    return passage.text().substring(from, to);
  }

  Area area() {
    return passage.areaOf(from, to);
  }

  /**
   * How many characters at least stand there by their ink, whatever was read: the engine drops
   * those that it does not know, and digits at the beginning of a line. 0 where that cannot be
   * told.
   */
  int fewestCharacters(ReadPage page, FieldKind kind) {
    if (passage.lines().size() != 1) {
      return 0;
    }
    ReadLine line = passage.lines().getFirst();
    boolean whole = from == 0 && to == passage.text().length();
    Area here = whole ? line.area() : area();
    return switch (kind) {
      case PERSON_NAME -> page.fewestCharacters(line, here.left(), here.right());
      case INSURED_NUMBER, CITIZEN_ID ->
          whole ? page.fewestDigits(line, here.left(), here.right()) : 0;
      case DATE, CREDIT_CODE, CODE, SEX, TEXT -> 0;
    };
  }

  /** Whether its digits stand as a hand writes them. */
  boolean isWritten(ReadPage page) {
    if (passage.lines().size() != 1) {
      return false;
    }
    Area here = area();
    return page.isWritten(passage.lines().getFirst(), here.left(), here.right());
  }

  double confidence() {
    return passage.confidenceOf(from, to);
  }
}
