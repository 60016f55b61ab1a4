package io.huodang.recognition.image;

import io.huodang.recognition.Area;
import java.util.stream.IntStream;

/** Counts characters by their ink, whatever the engine made of them. */
public final class InkRuns {
  /** From one Chinese character to the next, in heights of their ink. */
  private static final double PITCH = 1.1;

  /** Of a character's height: within one, gaps are narrower, as in 川 and 八. */
  private static final double WIDEST_GAP_WITHIN = 0.5;

  /** What spacing may add, in characters, before it is taken for one. */
  private static final double BENEFIT_OF_DOUBT = 0.65;

  private static final int LEAST_INK = 2;

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
    Components marks = Components.of(page.crop(area), split);
    int[] heights =
        IntStream.range(0, marks.count())
            .filter(mark -> marks.size(mark) > LEAST_INK)
            .map(mark -> marks.area(mark).height())
            .sorted()
            .toArray();
    if (heights.length == 0) {
      return 0;
    }
    int usual = heights[heights.length * 2 / 3];
    return (int)
        IntStream.of(heights)
            .filter(height -> height > usual * 0.8 && height < usual * 1.25)
            .count();
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
