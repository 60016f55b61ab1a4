package io.huodang.recognition.layout;

import io.huodang.recognition.Area;
import io.huodang.recognition.image.Gray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds text whose lines run from top to bottom, the first one on the right. */
final class UprightText {
  private static final int FEWEST_CHARACTERS = 20;
  private static final int FEWEST_IN_LINE = 4;
  private static final int MOST_ASKED = 300;
  private static final int MARGIN = 2;

  /** In a line, characters stand this much nearer to each other than to the next line. */
  private static final double CLEARLY_NEARER = 0.6;

  private UprightText() {}

  /** Its lines in the order of reading; empty where the marks' lines run from side to side. */
  static Optional<List<Strip>> of(List<Area> marks, int textHeight, Gray page) {
    List<Area> characters = marks.stream().filter(mark -> isCharacter(mark, textHeight)).toList();
    if (characters.size() < FEWEST_CHARACTERS || !runDown(characters, textHeight)) {
      return Optional.empty();
    }
    TextRows rows = new TextRows(-1, textHeight, page);
    List<Area> turned = marks.stream().map(UprightText::turned).toList();
    List<Strip> lines = new ArrayList<>();
    for (List<Area> column : TextRows.intervals(turned)) {
      List<Area> pieces =
          rows.rows(column.stream().map(UprightText::turned).toList()).stream()
              .map(row -> TextRows.around(row).grown(MARGIN, page.width(), page.height()))
              .toList();
      if (!pieces.isEmpty()) {
        lines.add(new Strip(pieces, -1, textHeight));
      }
    }
    lines.sort(Comparator.comparingInt((Strip line) -> line.area().right()).reversed());
    return lines.stream().mapToInt(line -> line.pieces().size()).max().orElse(0) < FEWEST_IN_LINE
        ? Optional.empty()
        : Optional.of(lines);
  }

  private static boolean isCharacter(Area mark, int textHeight) {
    return mark.height() > 0.6 * textHeight
        && mark.height() < 1.5 * textHeight
        && mark.width() > 0.6 * textHeight
        && mark.width() < 1.5 * textHeight;
  }

  /** Whether most characters, some hundreds of them, have their nearest neighbour below them. */
  private static boolean runDown(List<Area> characters, int textHeight) {
    int step = 1 + characters.size() / MOST_ASKED;
    int asked = 0;
    int down = 0;
    int across = 0;
    for (int i = 0; i < characters.size(); i += step) {
      Area character = characters.get(i);
      asked++;
      int below = 4 * textHeight;
      int beside = 4 * textHeight;
      for (Area other : characters) {
        if (other != character && character.sharedWidth(other) * 2 > character.width()) {
          below = Math.min(below, gap(character.bottom(), other.top(), 4 * textHeight));
        } else if (character.sharedHeight(other) * 2 > character.height()) {
          beside = Math.min(beside, gap(character.right(), other.left(), 4 * textHeight));
        }
      }
      if (below < CLEARLY_NEARER * beside) {
        down++;
      } else if (beside < below) {
        across++;
      }
    }
    return down > 4 * across && down * 2 > asked;
  }

  private static int gap(int end, int next, int none) {
    return next >= end ? next - end : none;
  }

  private static Area turned(Area area) {
    return new Area(area.top(), area.left(), area.bottom(), area.right());
  }
}
