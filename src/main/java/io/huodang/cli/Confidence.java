package io.huodang.cli;

/** How far a share that was counted can be believed. */
final class Confidence {
  private static final double Z = 1.645;

  private Confidence() {}

  /**
   * Below this the true share lies with 95 % confidence (Wilson's upper bound, one-sided; three in
   * the number of cases when none was counted); 1 without any case.
   */
  static double atMost(int counted, int of) {
    if (of == 0) {
      return 1;
    }
    if (counted == 0) {
      return Math.min(1, -Math.log(0.05) / of);
    }
    double p = counted / (double) of;
    double middle = p + Z * Z / (2 * of);
    double half = Z * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of));
    return (middle + half) / (1 + Z * Z / of);
  }
}
