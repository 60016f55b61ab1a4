package io.huodang.extraction;

import io.huodang.recognition.Area;
import io.huodang.recognition.ReadLine;
import io.huodang.recognition.ReadPage;
import java.util.List;
import java.util.Optional;

/**
 * Where a value stands: some characters of a passage.
 *
 * @param from first character
 * @param to behind the last one
 */
record Slot(Passage passage, int from, int to) {
  private static final int CITIZEN_ID_LENGTH = 18;

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
    Optional<ReadLine> line = line();
    if (line.isEmpty()) {
      return 0;
    }
    boolean whole = passage.lines().size() == 1 && from == 0 && to == passage.text().length();
    Area here = whole ? line.get().area() : area();
    return switch (kind) {
      case PERSON_NAME -> page.fewestCharacters(line.get(), here.left(), here.right());
      case INSURED_NUMBER -> whole ? page.fewestDigits(line.get(), here.left(), here.right()) : 0;
      case CITIZEN_ID -> // more than that are not digits, whatever their height
          whole
              ? Math.min(
                  CITIZEN_ID_LENGTH, page.fewestDigits(line.get(), here.left(), here.right()))
              : 0;
      case DATE, CREDIT_CODE, CODE, SEX, TEXT -> 0;
    };
  }

  /** Whether its digits stand as a hand writes them. */
  boolean isWritten(ReadPage page) {
    Area here = area();
    return line().filter(line -> page.isWritten(line, here.left(), here.right())).isPresent();
  }

  /** The line in which it stands, empty where it breaks at the end of one. */
  private Optional<ReadLine> line() {
    Area here = area();
    List<ReadLine> lines =
        passage.lines().stream()
            .filter(line -> Neighbours.sharesRow(line.area(), here))
            .filter(line -> line.area().sharedWidth(here) > 0)
            .toList();
    return lines.size() == 1 ? Optional.of(lines.getFirst()) : Optional.empty();
  }

  double confidence() {
    return passage.confidenceOf(from, to);
  }
}
