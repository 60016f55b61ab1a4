package io.huodang.recognition;

import io.huodang.recognition.image.Gray;
import io.huodang.recognition.image.Placement;
import io.huodang.recognition.image.Scale;
import io.huodang.recognition.image.Skew;
import io.huodang.recognition.image.Turn;
import io.huodang.recognition.layout.PageLayout;

/**
 * A clean page, turned upright and straightened, with its layout; its ruled lines are gone.
 *
 * @param clean what it was made of
 * @param gray straightened
 * @param placement where its pixels lie on the master
 * @param layout its cells and strips
 */
record StraightPage(CleanPage clean, Gray gray, Placement placement, PageLayout layout) {
  private static final double STRAIGHT_ENOUGH = 0.08;

  /** As it was drawn by a program: upright and straight. */
  static StraightPage asItIs(CleanPage clean) {
    return of(clean, clean.gray(), 0, 0);
  }

  /** Turned clockwise by quarters, then straightened. */
  static StraightPage of(CleanPage clean, int rotation) {
    Gray upright = Turn.quarters(clean.gray(), rotation);
    return of(clean, upright, rotation, Skew.of(Scale.byMean(upright, 4), clean.split() + 30));
  }

  private static StraightPage of(CleanPage clean, Gray upright, int rotation, double skew) {
    Placement placement;
    Gray straight;
    if (Math.abs(skew) < STRAIGHT_ENOUGH) {
      placement = Placement.of(upright.width(), upright.height(), rotation, clean.shrink(), 0);
      straight = new Gray(upright.width(), upright.height(), upright.pixels().clone());
    } else {
      placement = Placement.of(upright.width(), upright.height(), rotation, clean.shrink(), skew);
      straight = Turn.straighten(upright, skew);
    }
    placement = placement.on(clean.sheet());
    PageLayout layout = PageLayout.find(straight, clean.split(), clean.dotsPerInch());
    return new StraightPage(clean, straight, placement, layout);
  }
}
