package io.huodang.recognition.image;

/** Pages that were scanned or copied the wrong way round: white print on black. */
public final class Negative {
  private static final int MEASURED_DOTS_PER_INCH = 100;
  private static final double MOSTLY = 0.6;

  /** Characters are 1 to 8 mm high; smaller marks are dust, larger ones are sheets and frames. */
  private static final int LEAST_HEIGHT = 4;

  private static final int MOST_HEIGHT = 32;
  private static final int FEWEST_CHARACTERS = 20;

  /** On a dark table lies a sheet with dark characters; between their strokes there is light. */
  private static final int CLEARLY_MORE = 3;

  private Negative() {}

  /** Whether light characters stand on dark paper. */
  public static boolean isOn(Gray page, double dotsPerInch) {
    if (!isMostlyDark(page)) {
      return false;
    }
    int divisor = Math.max(1, (int) Math.round(dotsPerInch / MEASURED_DOTS_PER_INCH));
    Gray small = Scale.byMean(page, divisor);
    int split = Threshold.otsu(small.histogram(1));
    int dark = characters(Components.of(small, split));
    invert(small);
    int light = characters(Components.of(small, 254 - split));
    return light >= FEWEST_CHARACTERS && light > CLEARLY_MORE * dark;
  }

  /** Light becomes dark and dark becomes light, in place. */
  public static void invert(Gray page) {
    byte[] pixels = page.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) ~pixels[i];
    }
  }

  /** Whether most of a page is dark, whatever stands on it. */
  public static boolean isMostlyDark(Gray page) {
    int[] histogram = page.histogram(4);
    int split = Threshold.otsu(histogram);
    long dark = 0;
    long all = 0;
    for (int value = 0; value < histogram.length; value++) {
      all += histogram[value];
      dark += value <= split ? histogram[value] : 0;
    }
    return dark >= MOSTLY * all;
  }

  private static int characters(Components marks) {
    int characters = 0;
    for (int mark = 0; mark < marks.count(); mark++) {
      int height = marks.area(mark).height();
      characters += height >= LEAST_HEIGHT && height <= MOST_HEIGHT ? 1 : 0;
    }
    return characters;
  }
}
