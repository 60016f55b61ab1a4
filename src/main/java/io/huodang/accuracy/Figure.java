package io.huodang.accuracy;

/**
 * How well one field was read in one group of values that people decided.
 *
 * @param dimension what the values are grouped by, see {@link Dimension}
 * @param group countable: a code, a band or an id; {@link #UNKNOWN} where nobody knows
 * @param field for example {@code citizenId}
 * @param right read as the person says
 * @param wrong read otherwise
 * @param missed there, but not read
 * @param invented read, but nothing stands there
 * @param illegible not even the person could read it; counted apart
 */
public record Figure(
    Dimension dimension,
    String group,
    String field,
    int right,
    int wrong,
    int missed,
    int invented,
    int illegible) {
  /** The group of what nobody knows. */
  public static final String UNKNOWN = "unknown";

  /** The standard normal's quantile of 97.5 %. */
  private static final double Z = 1.959964;

  /** Values that tell whether reading was right. */
  public int decided() {
    return right + wrong + missed + invented;
  }

  /** Values that were not read right. */
  public int errors() {
    return decided() - right;
  }

  /** Share of errors, 0 to 1; 0 when nothing was decided. */
  public double rate() {
    return decided() == 0 ? 0 : (double) errors() / decided();
  }

  /** The lower end of the rate's 95 % interval (Wilson 1927), 0 to 1. */
  public double low() {
    return decided() == 0 ? 0 : Math.max(0, middle() - half());
  }

  /** The upper end of the rate's 95 % interval (Wilson 1927), 0 to 1. */
  public double high() {
    return decided() == 0 ? 1 : Math.min(1, middle() + half());
  }

  /** Both together, under the name of the first. */
  public Figure and(Figure other) {
    return new Figure(
        dimension,
        group,
        field,
        right + other.right,
        wrong + other.wrong,
        missed + other.missed,
        invented + other.invented,
        illegible + other.illegible);
  }

  /** The same of another field. */
  public Figure of(String other) {
    return new Figure(dimension, group, other, right, wrong, missed, invented, illegible);
  }

  private double middle() {
    int n = decided();
    return (rate() + Z * Z / (2 * n)) / (1 + Z * Z / n);
  }

  private double half() {
    int n = decided();
    double p = rate();
    return Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4.0 * n * n));
  }
}
