package io.huodang.recognition;

import io.huodang.recognition.image.Blur;
import io.huodang.recognition.image.Gray;
import io.huodang.recognition.image.Threshold;

/** How a line is prepared for the engine. */
public enum Filter {
  /** For sharp pages: blurred, split into ink and paper, blurred again. */
  SMOOTHED {
    @Override
    Gray apply(Gray line, double grain) {
      Gray smooth = Blur.gaussian(line, grain);
      Threshold.apply(smooth, Threshold.otsu(smooth.histogram(1)));
      return Blur.gaussian(smooth, 0.8 * grain);
    }
  },
  /** For pages that are blurred already. */
  PLAIN {
    @Override
    Gray apply(Gray line, double grain) {
      return line;
    }
  };

  /**
   * The prepared line; may be the same picture.
   *
   * @param grain 1 at 300 dots an inch
   */
  abstract Gray apply(Gray line, double grain);
}
