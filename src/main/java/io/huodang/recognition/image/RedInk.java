package io.huodang.recognition.image;

/**
 * Takes red ink off a page: grey = R + lift · (R − (G+B)/2).
 *
 * <p>Ink that covers paper by any share moves a pixel along one line between the paper's colour and
 * its own; the lift that brings its own colour to the paper's brightness takes it off everywhere.
 * Black below it is fainter by the share that the ink covers, and is made darker again.
 */
final class RedInk {
  private static final int RED = 50;
  private static final int FEWEST_SAMPLES = 200;
  private static final int STEP = 3;

  /** What suits most inks, where a page shows too little of its own. */
  private static final double USUAL_LIFT = 0.75;

  private static final double LEAST_LIFT = 0.2;
  private static final double SURPLUS = 1.15;
  private static final double DARKENING = 0.6;

  /** Highlighters leave one colour nearly all of its light; the ink of pens takes from each. */
  private static final int FLUORESCENT = 235;

  private static final int LIGHT = 205;

  private final int paper;

  /** In 1/256. */
  private final int lift;

  /** In 1/65536 for each step of redness. */
  private final int darkening;

  private final int reddest;

  private RedInk(int paper, double lift, int redness) {
    this.paper = paper;
    this.lift = (int) Math.round(lift * 256);
    this.reddest = Math.max(1, redness);
    this.darkening = redness == 0 ? 0 : (int) (DARKENING * 65536 / redness);
  }

  /** Looks at a page for the colour of its red ink. */
  static RedInk on(Colours page) {
    byte[] bgr = page.bgr();
    int[] reds = new int[256];
    int[] rednesses = new int[256];
    int[] brightness = new int[256];
    int found = 0;
    for (int y = 0; y < page.height(); y += STEP) {
      for (int x = 0; x < page.width(); x += STEP) {
        int i = page.at(x, y);
        int red = bgr[i + 2] & 0xFF;
        int redness = red - ((bgr[i] & 0xFF) + (bgr[i + 1] & 0xFF)) / 2;
        brightness[red]++;
        if (redness > RED) {
          reds[red]++;
          rednesses[redness]++;
          found++;
        }
      }
    }
    int paper = Histogram.median(brightness);
    if (found < FEWEST_SAMPLES) {
      return new RedInk(paper, USUAL_LIFT, 0);
    }
    int redness = Histogram.median(rednesses);
    double lift = SURPLUS * (paper - Histogram.median(reds)) / redness;
    return new RedInk(paper, Math.clamp(lift, LEAST_LIFT, USUAL_LIFT), redness);
  }

  /** The share of a page that is red, 0 to 1. */
  static double share(Colours page) {
    byte[] bgr = page.bgr();
    long found = 0;
    long seen = 0;
    for (int y = 0; y < page.height(); y += STEP) {
      for (int x = 0; x < page.width(); x += STEP, seen++) {
        int i = page.at(x, y);
        if ((bgr[i + 2] & 0xFF) - ((bgr[i] & 0xFF) + (bgr[i + 1] & 0xFF)) / 2 > RED) {
          found++;
        }
      }
    }
    return (double) found / Math.max(1, seen);
  }

  /** The grey of a pixel as it would be without the red ink, 0 to 255. */
  int without(int blue, int green, int red) {
    int redness = red - (blue + green) / 2;
    int value = red + (lift * redness >> 8);
    if (redness > 0 && value < paper) {
      value -= (int) ((long) (paper - value) * darkening * Math.min(redness, reddest) >> 16);
    }
    int most = Math.max(blue, green);
    if (redness < 0 && most > LIGHT) {
      value += (most - value) * Math.min(FLUORESCENT - LIGHT, most - LIGHT) / (FLUORESCENT - LIGHT);
    }
    return Math.max(0, Math.min(255, value));
  }
}
