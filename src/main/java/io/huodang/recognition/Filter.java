package io.huodang.recognition;

import io.huodang.recognition.engine.Tesseract;
import io.huodang.recognition.image.Blur;
import io.huodang.recognition.image.Gray;
import io.huodang.recognition.image.Threshold;

/** How a line is prepared for the engine. */
public enum Filter {
  /** For sharp pages: a touch of blur, split into ink and paper, a touch of blur. */
  SMOOTHED {
    @Override
    Gray apply(Gray line, double grain) {
      Gray smooth = Blur.gaussian(line, 0.5 * grain);
      Threshold.apply(smooth, Threshold.otsu(smooth.histogram(1)));
      return Blur.gaussian(smooth, 0.5 * grain);
    }
  },
  /** For blurred pages: edges made steeper, never split. */
  SHARPENED {
    @Override
    Gray apply(Gray line, double grain) {
      return Blur.sharpened(line, 2 * grain, 1.5);
    }
  },
  /** As it is. */
  PLAIN {
    @Override
    Gray apply(Gray line, double grain) {
      return line;
    }
  },
  /** Smoothed; smaller, and the engine looks for the line itself. */
  SMALL {
    @Override
    Gray apply(Gray line, double grain) {
      Gray smooth = Blur.gaussian(line, grain);
      Threshold.apply(smooth, Threshold.otsu(smooth.histogram(1)));
      return Blur.gaussian(smooth, 0.8 * grain);
    }

    @Override
    Tesseract.Layout layout() {
      return Tesseract.Layout.LINE;
    }

    @Override
    double readHeight() {
      return 24;
    }

    @Override
    double margin() {
      return 12;
    }
  };

  /** Edges wider than this (pixels at 300 dots an inch) would run together when split. */
  private static final double BLURRED_EDGE = 5;

  /**
   * The prepared line; may be the same picture.
   *
   * @param grain 1 at 300 dots an inch
   */
  abstract Gray apply(Gray line, double grain);

  /** How the engine is to take the line. */
  Tesseract.Layout layout() {
    return Tesseract.Layout.RAW;
  }

  /** Height of a character that the engine is shown, pixels: with the margin, what it expects. */
  double readHeight() {
    return 34;
  }

  /** White around the line, pixels at 300 dots an inch. */
  double margin() {
    return 10;
  }

  /** The one that suits a page. */
  static Filter suiting(CleanPage page) {
    return page.edgeWidth() > BLURRED_EDGE * page.grain() ? SHARPENED : SMOOTHED;
  }

  /** What to try where this one reads badly. */
  Filter other() {
    return this == SMOOTHED ? SHARPENED : SMOOTHED;
  }
}
