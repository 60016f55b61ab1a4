package io.huodang.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a sheet of paper lies in a photograph, as a person sees it: four corners, clockwise from
 * the sheet's own top left, each a share of the photograph's width and height.
 */
public record SheetCorners(Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {
  private static final double SMALLEST_SHARE = 0.01;

  /**
   * A place in a photograph.
   *
   * @param x from its left, 0 to 1
   * @param y from its top, 0 to 1
   */
  public record Point(double x, double y) {}

  /**
   * The corners that eight numbers are, or empty when they are not the corners of a sheet: outside
   * the photograph, crossed, not clockwise, or of less than a hundredth of it.
   */
  public static Optional<SheetCorners> of(List<Double> numbers) {
    if (numbers.size() != 8 || numbers.stream().anyMatch(n -> !(n >= 0 && n <= 1))) {
      return Optional.empty();
    }
    SheetCorners corners =
        new SheetCorners(
            new Point(numbers.get(0), numbers.get(1)),
            new Point(numbers.get(2), numbers.get(3)),
            new Point(numbers.get(4), numbers.get(5)),
            new Point(numbers.get(6), numbers.get(7)));
    return corners.isSheet() ? Optional.of(corners) : Optional.empty();
  }

  /** The corners written as eight numbers with commas between them, or empty as above. */
  public static Optional<SheetCorners> parse(String written) {
    String[] parts = written.split(",", -1);
    try {
      return of(List.of(parts).stream().map(part -> Double.valueOf(part.strip())).toList());
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Top left, top right, bottom right, bottom left. */
  public List<Point> points() {
    return List.of(topLeft, topRight, bottomRight, bottomLeft);
  }

  /** The eight numbers of {@link #of}. */
  public List<Double> numbers() {
    return points().stream().flatMap(point -> List.of(point.x(), point.y()).stream()).toList();
  }

  /** As {@link #parse} takes it, to a hundred-thousandth. */
  public String written() {
    return numbers().stream()
        .map(number -> String.format(Locale.ROOT, "%.5f", number))
        .collect(Collectors.joining(", "));
  }

  private boolean isSheet() {
    List<Point> points = points();
    double area = 0;
    for (int i = 0; i < 4; i++) {
      Point a = points.get(i);
      Point b = points.get((i + 1) % 4);
      Point c = points.get((i + 2) % 4);
      if ((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) <= 0) {
        return false;
      }
      area += (a.x * b.y - b.x * a.y) / 2;
    }
    return area >= SMALLEST_SHARE;
  }
}
