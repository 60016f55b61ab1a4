package io.huodang.recognition;

import io.huodang.recognition.layout.Strip;
import java.util.Comparator;
import java.util.List;

/**
 * How well a page reads as it stands, and how well upside down.
 *
 * <p>Chinese decides: read upside down it becomes rubbish of which the engine is less sure. Numbers
 * often stay numbers, so they count only where there is hardly anything else. A list is full of
 * numbers; strips are tried until enough Chinese was met.
 */
record Uprightness(Tally up, Tally down) {
  /** Chinese that is read with more confidence than this stands upright. */
  private static final double SURELY_UPRIGHT = 0.94;

  /** Below this in both directions, the lines may run from top to bottom. */
  private static final double PROBABLY_STANDING = 0.9;

  /** Most pages stand: lying ones must read better by this. */
  private static final double LYING_MARGIN = 0.04;

  private static final int FEWEST_STRIPS = 6;
  private static final int MOST_STRIPS = 40;
  private static final int ENOUGH_CHINESE = 24;
  private static final int LITTLE_CHINESE = 8;

  /** Characters and the sum of their confidence. */
  record Tally(int characters, double sum, int chinese, double chineseSum) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0);

    Tally plus(String text, double confidence) {
      boolean isChinese = Character.isIdeographic(text.codePointAt(0));
      return new Tally(
          characters + 1,
          sum + confidence,
          chinese + (isChinese ? 1 : 0),
          chineseSum + (isChinese ? confidence : 0));
    }

    /** From 0 to 1. */
    double confidence() {
      if (chinese >= LITTLE_CHINESE) {
        return chineseSum / chinese;
      }
      return characters == 0 ? 0 : sum / characters;
    }

    boolean isSurelyUpright() {
      return chinese >= LITTLE_CHINESE && confidence() >= SURELY_UPRIGHT;
    }
  }

  /** Reads some strips of a page; upside down only when it does not surely stand upright. */
  static Uprightness of(StraightPage page, LineReader lines) {
    // Of these, very long ones are dear and short ones say little.
    List<Strip> strips =
        page.layout().strips().stream()
            .filter(strip -> strip.pieces().size() == 1)
            .sorted(Comparator.comparingDouble(Uprightness::distanceFromTwelveCharacters))
            .limit(MOST_STRIPS)
            .toList();
    Tally up = Tally.NOTHING;
    int read = 0;
    while (read < strips.size() && (read < FEWEST_STRIPS || up.chinese < ENOUGH_CHINESE)) {
      for (Glyph glyph : lines.read(page, strips.get(read++), Filter.SMOOTHED)) {
        up = up.plus(glyph.text(), glyph.confidence());
      }
    }
    Tally down = Tally.NOTHING;
    if (!up.isSurelyUpright()) {
      for (Strip strip : strips.subList(0, read)) {
        for (var symbol : lines.readUpsideDown(page, strip)) {
          down = down.plus(symbol.text(), symbol.confidence());
        }
      }
    }
    return new Uprightness(up, down);
  }

  private static double distanceFromTwelveCharacters(Strip strip) {
    return Math.abs(strip.area().width() / (double) strip.textHeight() - 12);
  }

  /** Whether it reads better as it stands than upside down. */
  boolean isUp() {
    return up.confidence() >= down.confidence();
  }

  boolean isSurelyUpright() {
    return up.isSurelyUpright();
  }

  /** Whether its lines run from side to side, up or down. */
  boolean isStanding() {
    return best() >= PROBABLY_STANDING;
  }

  /** Whether the page reads better this way than lying on the side. */
  boolean isBetterThan(Uprightness standing) {
    return best() > standing.best() + LYING_MARGIN;
  }

  private double best() {
    return Math.max(up.confidence(), down.confidence());
  }
}
