package io.huodang.accuracy.web;

/**
 * A value of which a part differs from another one.
 *
 * @param before what both begin with
 * @param differing what is this one's own; empty when the other only has more
 * @param behind what both end with
 */
public record Marked(String before, String differing, String behind) {

  /**
   * Marks where a value differs from another.
   *
   * @param shown the value, or as many characters of which some are hidden
   */
  static Marked of(String value, String other, String shown) {
    int[] one = value.codePoints().toArray();
    int[] two = other.codePoints().toArray();
    int least = Math.min(one.length, two.length);
    int from = 0;
    while (from < least && one[from] == two[from]) {
      from++;
    }
    int same = 0;
    while (same < least - from && one[one.length - 1 - same] == two[two.length - 1 - same]) {
      same++;
    }
    int to = one.length - same;
    int[] seen = shown.codePoints().toArray();
    return new Marked(
        new String(seen, 0, from), new String(seen, from, to - from), new String(seen, to, same));
  }

  /** Values are personal: never in a log by accident. */
  @Override
  public String toString() {
    return "Marked";
  }
}
