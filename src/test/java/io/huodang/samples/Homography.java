package io.huodang.samples;

import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** Where the points of a plane go when it is turned, scaled or seen aslant. */
record Homography(double[] m) {

  /** Nothing moves. */
  static Homography none() {
    return new Homography(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
  }

  static Homography scale(double by) {
    return new Homography(new double[] {by, 0, 0, 0, by, 0, 0, 0, 1});
  }

  /** Clockwise around a point. */
  static Homography turn(double degrees, double x, double y) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    return new Homography(
        new double[] {cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y, 0, 0, 1});
  }

  static Homography shift(double x, double y) {
    return new Homography(new double[] {1, 0, x, 0, 1, y, 0, 0, 1});
  }

  /**
   * A rectangle seen as a quadrilateral.
   *
   * @param corners where its corners go, clockwise from the upper left one
   */
  static Homography rectangleTo(double width, double height, Point2D[] corners) {
    double x0 = corners[0].getX();
    double y0 = corners[0].getY();
    double dx1 = corners[1].getX() - corners[2].getX();
    double dy1 = corners[1].getY() - corners[2].getY();
    double dx2 = corners[3].getX() - corners[2].getX();
    double dy2 = corners[3].getY() - corners[2].getY();
    double sx = x0 - corners[1].getX() + corners[2].getX() - corners[3].getX();
    double sy = y0 - corners[1].getY() + corners[2].getY() - corners[3].getY();
    double all = dx1 * dy2 - dx2 * dy1;
    double g = (sx * dy2 - dx2 * sy) / all;
    double h = (dx1 * sy - sx * dy1) / all;
    double[] unit = {
      corners[1].getX() - x0 + g * corners[1].getX(),
      corners[3].getX() - x0 + h * corners[3].getX(),
      x0,
      corners[1].getY() - y0 + g * corners[1].getY(),
      corners[3].getY() - y0 + h * corners[3].getY(),
      y0,
      g,
      h,
      1
    };
    return new Homography(unit)
        .after(new Homography(new double[] {1 / width, 0, 0, 0, 1 / height, 0, 0, 0, 1}));
  }

  /** First the other, then this. */
  Homography after(Homography first) {
    double[] product = new double[9];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int i = 0; i < 3; i++) {
          product[3 * row + column] += m[3 * row + i] * first.m[3 * i + column];
        }
      }
    }
    return new Homography(product);
  }

  Homography inverse() {
    return new Homography(
        new double[] {
          m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
          m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
          m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
        });
  }

  double x(double x, double y) {
    return (m[0] * x + m[1] * y + m[2]) / (m[6] * x + m[7] * y + m[8]);
  }

  double y(double x, double y) {
    return (m[3] * x + m[4] * y + m[5]) / (m[6] * x + m[7] * y + m[8]);
  }

  /** The rectangle around where a rectangle goes. */
  Rectangle around(Rectangle area) {
    Path2D path = new Path2D.Double();
    path.moveTo(x(area.x, area.y), y(area.x, area.y));
    path.lineTo(x(area.getMaxX(), area.y), y(area.getMaxX(), area.y));
    path.lineTo(x(area.getMaxX(), area.getMaxY()), y(area.getMaxX(), area.getMaxY()));
    path.lineTo(x(area.x, area.getMaxY()), y(area.x, area.getMaxY()));
    return path.getBounds();
  }
}
