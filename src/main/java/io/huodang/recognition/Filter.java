package io.huodang.recognition;

import io.huodang.recognition.engine.Tesseract;
import io.huodang.recognition.image.Blur;
import io.huodang.recognition.image.Gray;
import io.huodang.recognition.image.Threshold;

/** How a line is prepared for the engine. */
public enum Filter {
  /** For sharp pages: a touch of blur, split into ink and paper, a touch of blur. */
  SMOOTHED(Tesseract.Layout.RAW, 34, 10) {
    @Override
    Gray apply(Gray line, double grain) {
      return split(line, 0.5 * grain, 0.5 * grain);
    }
  },
  /** For blurred pages: edges made steeper, never split. */
  SHARPENED(Tesseract.Layout.RAW, 34, 10) {
    @Override
    Gray apply(Gray line, double grain) {
      return Blur.sharpened(line, 2 * grain, 1.5);
    }
  },
  /** As it is. */
  PLAIN(Tesseract.Layout.RAW, 34, 10) {
    @Override
    Gray apply(Gray line, double grain) {
      return line;
    }
  },
  /** Smoothed; smaller, and the engine looks for the line itself. */
  SMALL(Tesseract.Layout.LINE, 24, 12) {
    @Override
    Gray apply(Gray line, double grain) {
      return split(line, grain, 0.8 * grain);
    }
  },
  /** As it is, larger, with more paper around. */
  LARGE(Tesseract.Layout.LINE, 40, 16) {
    @Override
    Gray apply(Gray line, double grain) {
      return line;
    }
  },
  /** As it is, with heavier strokes. */
  BOLD(Tesseract.Layout.RAW, 30, 10) {
    @Override
    Gray apply(Gray line, double grain) {
      return Threshold.darkened(line);
    }
  },
  /** Sharpened a little, smaller, and the engine looks for the line itself. */
  CRISP(Tesseract.Layout.LINE, 28, 10) {
    @Override
    Gray apply(Gray line, double grain) {
      return Blur.sharpened(line, grain, 1.5);
    }
  },
  /** As the first, set a tenth narrower. */
  NARROW(Tesseract.Layout.RAW, 34, 10) {
    @Override
    Gray apply(Gray line, double grain) {
      return split(line, 0.5 * grain, 0.5 * grain);
    }

    @Override
    double breadth() {
      return 0.9;
    }
  },
  /** Blurred so far that the texture of paper and print is gone. */
  SOFT(Tesseract.Layout.RAW, 34, 4) {
    @Override
    Gray apply(Gray line, double grain) {
      return split(line, grain, grain);
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

  private final Tesseract.Layout layout;
  private final double readHeight;
  private final double margin;

  Filter(Tesseract.Layout layout, double readHeight, double margin) {
    this.layout = layout;
    this.readHeight = readHeight;
    this.margin = margin;
  }

  /** How the engine is to take the line. */
  Tesseract.Layout layout() {
    return layout;
  }

  /** Height of a character that the engine is shown, pixels: with the margin, what it expects. */
  double readHeight() {
    return readHeight;
  }

  /** White around the line, pixels at 300 dots an inch. */
  double margin() {
    return margin;
  }

  /** Breadth of a character that the engine is shown, to its height as printed. */
  double breadth() {
    return 1;
  }

  private static Gray split(Gray line, double blurBefore, double blurAfter) {
    Gray smooth = Blur.gaussian(line, blurBefore);
    Threshold.apply(smooth, Threshold.otsu(smooth.histogram(1)));
    return Blur.gaussian(smooth, blurAfter);
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
