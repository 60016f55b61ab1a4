package io.huodang.recognition.layout;

import io.huodang.recognition.Area;
import io.huodang.recognition.image.Components;
import io.huodang.recognition.image.Gray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page cut into ruled cells and strips of text, in reading order.
 *
 * @param cells ruled cells, in page pixels
 * @param strips what to read, in reading order
 * @param textHeight usual height of a character, pixels; 0 on a page without text
 */
public record PageLayout(List<Area> cells, List<Strip> strips, int textHeight) {

  public PageLayout {
    cells = List.copyOf(cells);
    strips = List.copyOf(strips);
  }

  /**
   * Finds the layout of a clean, straight page, and takes its ruled lines out, in place.
   *
   * @param split up to where a pixel is ink
   */
  public static PageLayout find(Gray page, int split, double dotsPerInch) {
    RuledLines lines = RuledLines.find(page, split, dotsPerInch);
    Regions regions = Regions.between(lines, dotsPerInch);
    lines.erase(page);
    List<Area> marks = marks(page, split, dotsPerInch);
    int textHeight = textHeight(marks, dotsPerInch);
    Map<Integer, List<Area>> byCell = new HashMap<>();
    for (Area mark : marks) {
      if (mark.height() <= 4 * textHeight && mark.width() <= 12 * textHeight) {
        int cell = regions.cellAt(mark.middleX(), mark.middleY());
        byCell.computeIfAbsent(cell, _ -> new ArrayList<>()).add(mark);
      }
    }
    List<Strip> strips = new ArrayList<>();
    for (List<Integer> boxes : DigitBoxes.rows(regions.cells(), textHeight)) {
      boxesAsOne(boxes, byCell, textHeight, page).ifPresent(strips::add);
    }
    List<Strip> upright =
        UprightText.of(byCell.getOrDefault(-1, List.of()), textHeight, page).orElse(List.of());
    if (!upright.isEmpty()) {
      byCell.remove(-1);
    }
    byCell.forEach(
        (cell, inCell) -> strips.addAll(new TextRows(cell, textHeight, page).of(inCell)));
    return new PageLayout(
        regions.cells(), ReadingOrder.of(strips, upright, regions.cells(), textHeight), textHeight);
  }

  /**
   * What stands in a row of boxes, taken out of the cells; empty when a box holds more than one.
   */
  private static Optional<Strip> boxesAsOne(
      List<Integer> boxes, Map<Integer, List<Area>> byCell, int textHeight, Gray page) {
    List<Area> pieces = new ArrayList<>();
    for (int box : boxes) {
      byCell.getOrDefault(box, List.of()).stream()
          .reduce(Area::and)
          .map(mark -> mark.grown(2, page.width(), page.height()))
          .ifPresent(pieces::add);
    }
    boolean single = pieces.stream().allMatch(piece -> piece.height() < 1.6 * textHeight);
    if (pieces.size() < 6 || !single) {
      return Optional.empty();
    }
    boxes.forEach(byCell::remove);
    return Optional.of(new Strip(level(pieces), boxes.getFirst(), textHeight));
  }

  private static List<Area> level(List<Area> pieces) {
    int top = pieces.stream().mapToInt(Area::top).min().orElseThrow();
    int bottom = pieces.stream().mapToInt(Area::bottom).max().orElseThrow();
    return pieces.stream()
        .map(piece -> new Area(piece.left(), top, piece.right(), bottom))
        .toList();
  }

  private static List<Area> marks(Gray page, int split, double dotsPerInch) {
    double grain = dotsPerInch / 300;
    Components components = Components.of(page, split);
    List<Area> marks = new ArrayList<>();
    for (int mark = 0; mark < components.count(); mark++) {
      if (components.size(mark) > 14 * grain * grain) {
        marks.add(components.area(mark));
      }
    }
    return marks;
  }

  /** Most characters are about as high as the upper third of the marks. */
  private static int textHeight(List<Area> marks, double dotsPerInch) {
    int[] heights =
        marks.stream()
            .filter(mark -> mark.width() < 3 * mark.height())
            .mapToInt(Area::height)
            .filter(h -> h > dotsPerInch / 19 && h < dotsPerInch / 2.5)
            .sorted()
            .toArray();
    if (heights.length == 0) {
      return (int) (dotsPerInch / 6.5);
    }
    return heights[heights.length * 7 / 10];
  }
}
