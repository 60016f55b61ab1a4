package io.huodang.recognition;

import io.huodang.recognition.layout.Strip;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How well a page reads as it stands, and how well upside down.
 *
 * <p>Chinese decides: read upside down it becomes rubbish of which the engine is less sure. Short
 * numbers often stay numbers, so they count only where there is hardly anything else; among the
 * digits of long ones, such as those of citizens, there are letters then. Strips are tried until
 * enough of both was met.
 */
record Uprightness(Tally up, Tally down) {
  /** Characters that rubbish is made of, and those that look alike upside down. */
  private static final String TELLING_NOTHING = "一二三十工王口日田中丰人入八丨丶丿卜丁上下了";

  /** A character that is read with this is sure. */
  private static final double SURE = 0.9;

  /** Where so many of the Chinese characters are sure, it stands upright. */
  private static final double SURELY_UPRIGHT = 0.7;

  /** Below this in both directions, the lines may run from top to bottom. */
  private static final double PROBABLY_STANDING = 0.5;

  /** Most pages stand: lying ones must read better by this. */
  private static final double LYING_MARGIN = 0.1;

  /** The same for the mean confidence of pages without Chinese. */
  private static final double LYING_MARGIN_OF_CONFIDENCE = 0.04;

  /** So many digits and nothing else do not stand upside down. */
  private static final int LONG_NUMBER = 8;

  /** A row of strokes may read as 111111111. */
  private static final int DIFFERENT_DIGITS = 4;

  private static final double SURE_NUMBER = 0.95;

  /** A long number tells as much as so many Chinese characters. */
  private static final int WORTH_OF_NUMBER = 4;

  private static final int FEWEST_CHARACTERS = 12;
  private static final int FEWEST_STRIPS = 6;
  private static final int MOST_STRIPS = 40;
  private static final int ENOUGH = 24;
  private static final int LITTLE = 8;

  /** What was read. */
  static final class Tally {
    private final Set<String> met = new HashSet<>();
    private int characters;
    private double sum;
    private int telling;
    private int sure;

    /** One more strip. What comes again tells nothing new: a page on its side is full of such. */
    void add(List<Glyph> strip) {
      double confidence = strip.stream().mapToDouble(Glyph::confidence).sum();
      characters += strip.size();
      sum += confidence;
      if (isLongNumber(strip) && confidence >= SURE_NUMBER * strip.size()) {
        telling += WORTH_OF_NUMBER;
        sure += WORTH_OF_NUMBER;
      }
      for (Glyph glyph : strip) {
        if (tells(glyph.text()) && met.add(glyph.text())) {
          telling++;
          sure += glyph.confidence() >= SURE ? 1 : 0;
        }
      }
    }

    private static boolean isLongNumber(List<Glyph> strip) {
      return strip.size() >= LONG_NUMBER
          && strip.stream().allMatch(glyph -> isDigit(glyph.text()))
          && strip.stream().map(Glyph::text).distinct().count() >= DIFFERENT_DIGITS;
    }

    private static boolean isDigit(String text) {
      return text.length() == 1 && "0123456789X".contains(text);
    }

    private static boolean tells(String text) {
      int character = text.codePointAt(0);
      return Character.isIdeographic(character) && TELLING_NOTHING.indexOf(character) < 0;
    }

    /** The part of what tells that is sure, 0 to 1; a quarter where nothing tells. */
    double clarity() {
      return (sure + 1.0) / (telling + 4);
    }

    double confidence() {
      return characters == 0 ? 0 : sum / characters;
    }

    boolean isSurelyUpright() {
      return telling >= LITTLE && clarity() >= SURELY_UPRIGHT;
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
    Tally up = new Tally();
    int read = 0;
    while (read < strips.size() && (read < FEWEST_STRIPS || up.telling < ENOUGH)) {
      up.add(lines.read(page, strips.get(read++), Filter.SMOOTHED));
    }
    Tally down = new Tally();
    if (!up.isSurelyUpright()) {
      for (Strip strip : strips.subList(0, read)) {
        down.add(lines.readUpsideDown(page, strip));
      }
    }
    return new Uprightness(up, down);
  }

  private static double distanceFromTwelveCharacters(Strip strip) {
    return Math.abs(strip.area().width() / (double) strip.textHeight() - 12);
  }

  /** Whether it reads better as it stands than upside down. */
  boolean isUp() {
    return tells() ? up.clarity() >= down.clarity() : up.confidence() >= down.confidence();
  }

  boolean isSurelyUpright() {
    return up.isSurelyUpright();
  }

  /** Whether its lines run from side to side, up or down. */
  boolean isStanding() {
    return clarity() >= PROBABLY_STANDING;
  }

  /** Whether the page reads better this way than lying on the side. */
  boolean isBetterThan(Uprightness standing) {
    if (tells() || standing.tells()) {
      return clarity() > standing.clarity() + LYING_MARGIN;
    }
    return Math.max(up.characters, down.characters) >= FEWEST_CHARACTERS
        && confidence() > standing.confidence() + LYING_MARGIN_OF_CONFIDENCE;
  }

  private boolean tells() {
    return Math.max(up.telling, down.telling) >= LITTLE / 2;
  }

  private double clarity() {
    return Math.max(up.clarity(), down.clarity());
  }

  private double confidence() {
    return Math.max(up.confidence(), down.confidence());
  }
}
