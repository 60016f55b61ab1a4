package io.huodang.recognition;

/**
 * What was done to a page before its lines were read. The master stays as it was.
 *
 * @param rotation degrees clockwise that made it upright: 0, 90, 180, 270
 * @param skew degrees by which it leant, clockwise positive, and was turned back
 * @param shrink master pixels for one that was read
 * @param dotsPerInch of the pixels that were read
 * @param flattened whether its paper was made evenly white
 * @param specks how many marks of dust were taken out
 * @param split up to where a pixel counts as ink, 0 to 255
 * @param edgeWidth pixels that an edge between ink and paper takes: its blur
 * @param filter how lines were prepared, chosen by the blur
 */
public record Preparation(
    int rotation,
    double skew,
    double shrink,
    double dotsPerInch,
    boolean flattened,
    int specks,
    int split,
    double edgeWidth,
    Filter filter) {

  static Preparation of(StraightPage page, Filter filter) {
    CleanPage clean = page.clean();
    return new Preparation(
        page.placement().rotation(),
        page.placement().skew(),
        clean.shrink(),
        clean.dotsPerInch(),
        clean.flattened(),
        clean.specks(),
        clean.split(),
        clean.edgeWidth(),
        filter);
  }
}
