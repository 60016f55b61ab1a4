package io.huodang.recognition.image;

import java.util.Optional;

/**
 * Finds a sheet on a table that a camera saw aslant.
 *
 * <p>From each side of the picture one looks inwards along many rays for the first place where it
 * becomes lighter; where most of these places lie on a line, it is the edge of the sheet.
 */
public final class SheetFinder {
  private static final int LONG_SIDE = 600;
  private static final int REACH = 3;

  /** How far inwards an edge is looked for, of the picture's side. */
  private static final double DEEPEST = 0.4;

  private static final double STEEPEST = Math.tan(Math.toRadians(25));
  private static final int LEAST_STEP = 16;
  private static final double LEAST_STEP_OF_PAPER = 0.1;
  private static final double CLOSE = 1.5;
  private static final double FEWEST_ON_LINE = 0.6;
  private static final double PAPER_AT_SIDE = 0.7;

  /** Opposite edges of a sheet seen from above differ by less, degrees. */
  private static final double ASLANT = 1.2;

  private static final double DARKEST_TABLE = 0.3;
  private static final double SMALLEST_SHEET = 0.35;

  private final Gray small;
  private final int paper;

  /** Where an edge runs: so far from its side at the first ray, and so much more at the next. */
  private record Edge(double start, double slope) {
    double degrees() {
      return Math.toDegrees(Math.atan(slope));
    }
  }

  private static final Edge BEYOND = new Edge(0, 0);

  private SheetFinder(Gray small) {
    this.small = small;
    this.paper = Histogram.median(small.histogram(1));
  }

  /** Empty when the page fills its picture, or lies there without perspective. */
  public static Optional<Perspective> find(Gray page) {
    int step = Math.max(1, Math.max(page.width(), page.height()) / LONG_SIDE);
    if (Math.min(page.width(), page.height()) / step < 100) {
      return Optional.empty();
    }
    Gray small = Closing.of(Scale.byMean(page, step), REACH);
    return new SheetFinder(small).find(page, step);
  }

  private Optional<Perspective> find(Gray page, int step) {
    Edge[] edges = new Edge[4];
    for (int side = 0; side < 4; side++) {
      Optional<Edge> edge = edge(side);
      if (edge.isEmpty()) {
        return Optional.empty();
      }
      edges[side] = edge.get();
    }
    boolean whole = isOnATable(edges);
    bleeding(edges, 0, 2);
    bleeding(edges, 1, 3);
    // Counted from their own sides, opposite edges of a leaning sheet slope in opposite ways.
    double upAndDown = Math.abs(edges[0].degrees() + edges[2].degrees());
    double leftAndRight = Math.abs(edges[1].degrees() + edges[3].degrees());
    if (!whole && Math.max(upAndDown, leftAndRight) < ASLANT) {
      return Optional.empty();
    }
    double[] x = new double[4];
    double[] y = new double[4];
    for (int corner = 0; corner < 4; corner++) {
      // Upper left, upper right, lower right, lower left.
      meet(edges, corner < 2 ? 0 : 2, corner == 1 || corner == 2 ? 1 : 3, x, y, corner);
    }
    if (size(x, y) < SMALLEST_SHEET * small.width() * small.height()) {
      return Optional.empty();
    }
    for (int corner = 0; corner < 4; corner++) {
      x[corner] *= step;
      y[corner] *= step;
    }
    return Optional.of(Perspective.of(x, y, page.width(), page.height()));
  }

  /** Whether all of it is seen and what lies around is no scanner's black. */
  private boolean isOnATable(Edge[] edges) {
    for (int side = 0; side < 4; side++) {
      long sum = 0;
      for (int ray = 0; ray < rays(side); ray++) {
        sum += at(side, ray, 1);
      }
      if (edges[side] == BEYOND || sum < DARKEST_TABLE * paper * rays(side)) {
        return false;
      }
    }
    return true;
  }

  /** An edge beyond the picture is taken to run beside the one across. */
  private void bleeding(Edge[] edges, int one, int other) {
    if (edges[one] == BEYOND) {
      edges[one] = beside(edges[other], rays(one));
    } else if (edges[other] == BEYOND) {
      edges[other] = beside(edges[one], rays(other));
    }
  }

  private static Edge beside(Edge across, int rays) {
    double slope = -across.slope;
    return new Edge(-Math.max(0, slope * rays), slope);
  }

  /** The length of a ray's side: how many rays there are. */
  private int rays(int side) {
    return side % 2 == 0 ? small.width() : small.height();
  }

  private int depth(int side) {
    return side % 2 == 0 ? small.height() : small.width();
  }

  /** Sides: 0 above, 1 right, 2 below, 3 left. */
  private int at(int side, int ray, int inwards) {
    return switch (side) {
      case 0 -> small.at(ray, inwards);
      case 1 -> small.at(small.width() - 1 - inwards, ray);
      case 2 -> small.at(ray, small.height() - 1 - inwards);
      default -> small.at(inwards, ray);
    };
  }

  private Optional<Edge> edge(int side) {
    int rays = rays(side);
    double[] found = new double[rays];
    int seen = 0;
    int atOnce = 0;
    for (int ray = 0; ray < rays; ray++) {
      found[ray] = firstStep(side, ray);
      seen += found[ray] >= 0 ? 1 : 0;
      atOnce += found[ray] < 0 && at(side, ray, 2) > PAPER_AT_SIDE * paper ? 1 : 0;
    }
    if (atOnce > FEWEST_ON_LINE * rays) {
      return Optional.of(BEYOND);
    }
    return seen < FEWEST_ON_LINE * rays ? Optional.empty() : line(found);
  }

  /** How far inwards it becomes lighter, or -1. */
  private double firstStep(int side, int ray) {
    int least = Math.max(LEAST_STEP, (int) (LEAST_STEP_OF_PAPER * paper));
    int deepest = (int) (DEEPEST * depth(side));
    for (int inwards = 0; inwards + 3 < deepest; inwards++) {
      int before = at(side, ray, inwards);
      int after = at(side, ray, inwards + 3);
      if (after - before >= least) {
        double middle = (before + after) / 2.0;
        int k = inwards;
        while (at(side, ray, k + 1) < middle && k < inwards + 2) {
          k++;
        }
        int low = at(side, ray, k);
        int high = at(side, ray, k + 1);
        double share = high > low ? Math.clamp((middle - low) / (high - low), 0, 1) : 0.5;
        return k + 0.5 + share;
      }
    }
    return -1;
  }

  /** The line with most places on it, through two of them that are far apart (Fischler 1981). */
  private static Optional<Edge> line(double[] found) {
    int rays = found.length;
    Edge best = new Edge(0, 0);
    int most = 0;
    for (int from = 0; from < rays / 2; from += 3) {
      for (int to = from + rays / 3; to < rays; to += 7) {
        double slope = (found[to] - found[from]) / (to - from);
        if (found[from] < 0 || found[to] < 0 || Math.abs(slope) > STEEPEST) {
          continue;
        }
        Edge edge = new Edge(found[from] - slope * from, slope);
        int on = on(edge, found);
        if (on > most) {
          most = on;
          best = edge;
        }
      }
    }
    return most < FEWEST_ON_LINE * rays ? Optional.empty() : Optional.of(fitted(best, found));
  }

  private static boolean isOn(Edge edge, int ray, double place) {
    return place >= 0 && Math.abs(edge.start + edge.slope * ray - place) < CLOSE;
  }

  private static int on(Edge edge, double[] found) {
    int on = 0;
    for (int ray = 0; ray < found.length; ray++) {
      on += isOn(edge, ray, found[ray]) ? 1 : 0;
    }
    return on;
  }

  /** Least squares through the places that lie on a line. */
  private static Edge fitted(Edge edge, double[] found) {
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (int ray = 0; ray < found.length; ray++) {
      if (isOn(edge, ray, found[ray])) {
        n++;
        x += ray;
        y += found[ray];
        xx += (double) ray * ray;
        xy += ray * found[ray];
      }
    }
    double slope = (n * xy - x * y) / (n * xx - x * x);
    return new Edge((y - slope * x) / n, slope);
  }

  /** Where an edge above or below and one at the left or right cross. */
  private void meet(Edge[] edges, int level, int upright, double[] x, double[] y, int corner) {
    // y = a + b x, x = c + d y
    double a = level == 0 ? edges[0].start : small.height() - edges[2].start;
    double b = level == 0 ? edges[0].slope : -edges[2].slope;
    double c = upright == 3 ? edges[3].start : small.width() - edges[1].start;
    double d = upright == 3 ? edges[3].slope : -edges[1].slope;
    y[corner] = (a + b * c) / (1 - b * d);
    x[corner] = c + d * y[corner];
  }

  private static double size(double[] x, double[] y) {
    double twice = 0;
    for (int i = 0; i < 4; i++) {
      int next = (i + 1) % 4;
      twice += x[i] * y[next] - x[next] * y[i];
    }
    return Math.abs(twice) / 2;
  }
}
