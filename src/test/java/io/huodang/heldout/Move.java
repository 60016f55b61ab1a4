package io.huodang.heldout;

import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.function.UnaryOperator;

/** Where the points of a sheet come to lie on the scan. */
@FunctionalInterface
interface Move extends UnaryOperator<Point2D> {

  static Move none() {
    return point -> point;
  }

  /** This one, then the next. */
  default Move then(Move next) {
    return point -> next.apply(apply(point));
  }

  /** The upright rectangle around where one came to lie. */
  default Rectangle around(Rectangle box) {
    Rectangle2D around = new Rectangle2D.Double(0, 0, -1, -1);
    boolean first = true;
    for (double[] corner : new double[][] {{0, 0}, {0.5, 0}, {1, 0}, {0, 1}, {0.5, 1}, {1, 1}}) {
      Point2D moved =
          apply(new Point2D.Double(box.x + corner[0] * box.width, box.y + corner[1] * box.height));
      if (first) {
        around = new Rectangle2D.Double(moved.getX(), moved.getY(), 0, 0);
        first = false;
      }
      around.add(moved);
    }
    return around.getBounds();
  }
}
