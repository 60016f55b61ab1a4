package io.huodang.recognition.image;

import io.huodang.recognition.Area;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What the ink of a line tells of its characters, whatever the engine made of them. */
public final class InkRuns {
  /** From one Chinese character to the next, in heights of their ink. */
  private static final double PITCH = 1.1;

  /** Of a character's height: within one, gaps are narrower, as in 川 and 八. */
  private static final double WIDEST_GAP_WITHIN = 0.5;

  /** What spacing may add, in characters, before it is taken for one. */
  private static final double BENEFIT_OF_DOUBT = 0.65;

  private static final int LEAST_INK = 2;

  private static final int FEWEST_TO_COMPARE = 6;

  /** In heights of a digit; measured: most print is below a third of these. */
  private static final double UNEVEN_HEADS = 0.04;

  private static final double UNEVEN_FEET = 0.025;

  private InkRuns() {}

  /**
   * How many Chinese characters at least stand in a part of a line.
   *
   * @param split up to where a pixel is ink
   * @param height of a character
   */
  public static int fewestCharacters(Gray page, Area area, int split, int height) {
    int characters = 0;
    int start = -1;
    int end = -1;
    for (int x = area.left(); x < area.right(); x++) {
      if (!hasInk(page, area, x, split)) {
        continue;
      }
      if (start >= 0 && x - end > WIDEST_GAP_WITHIN * height) {
        characters += in(end - start, height);
        start = -1;
      }
      start = start < 0 ? x : start;
      end = x + 1;
    }
    return start < 0 ? characters : characters + in(end - start, height);
  }

  /**
   * How many digits at least stand in a part of a line that holds nothing else: its marks of the
   * usual height. Digits that touch are one; what is broken is lower.
   *
   * @param split up to where a pixel is ink
   */
  public static int fewestDigits(Gray page, Area area, int split) {
    return digits(page.crop(area), split).size();
  }

  /**
   * Whether the digits there stand as a hand writes them: neither their feet nor their heads are in
   * line. Print that broke is not counted, as its pieces are lower; ink is told from paper within
   * the area, as the heads and feet of a blurred page are paler than its ink elsewhere.
   */
  public static boolean isWritten(Gray page, Area area) {
    Gray line = page.crop(area);
    List<Area> digits = digits(line, Threshold.otsu(line.histogram(1)));
    if (digits.size() < FEWEST_TO_COMPARE) {
      return false;
    }
    double height = digits.stream().mapToInt(Area::height).average().orElseThrow();
    return offLine(digits, Area::top) > UNEVEN_HEADS * height
        && offLine(digits, Area::bottom) > UNEVEN_FEET * height;
  }

  /** By how much (standard deviation, pixels) edges are off the straight line through them. */
  private static double offLine(List<Area> digits, ToDoubleFunction<Area> edge) {
    double meanX = digits.stream().mapToInt(Area::middleX).average().orElseThrow();
    double meanY = digits.stream().mapToDouble(edge).average().orElseThrow();
    double xx = 0;
    double xy = 0;
    for (Area digit : digits) {
      xx += (digit.middleX() - meanX) * (digit.middleX() - meanX);
      xy += (digit.middleX() - meanX) * (edge.applyAsDouble(digit) - meanY);
    }
    double slope = xx == 0 ? 0 : xy / xx;
    double squares = 0;
    for (Area digit : digits) {
      double off = edge.applyAsDouble(digit) - meanY - slope * (digit.middleX() - meanX);
      squares += off * off;
    }
    return Math.sqrt(squares / digits.size());
  }

  /** The marks of usual height. */
  private static List<Area> digits(Gray line, int split) {
    Components marks = Components.of(line, split);
    List<Area> areas =
        IntStream.range(0, marks.count())
            .filter(mark -> marks.size(mark) > LEAST_INK)
            .mapToObj(marks::area)
            .sorted(Comparator.comparingInt(Area::height))
            .toList();
    if (areas.isEmpty()) {
      return areas;
    }
    int usual = areas.get(areas.size() * 2 / 3).height();
    return areas.stream()
        .filter(mark -> mark.height() > usual * 0.8 && mark.height() < usual * 1.25)
        .toList();
  }

  private static int in(int breadth, int height) {
    return (int) (breadth / (PITCH * height) + 1 - BENEFIT_OF_DOUBT);
  }

  private static boolean hasInk(Gray page, Area area, int x, int split) {
    int ink = 0;
    for (int y = area.top(); y < area.bottom() && ink < LEAST_INK; y++) {
      ink += page.at(x, y) <= split ? 1 : 0;
    }
    return ink == LEAST_INK;
  }
}
