package io.huodang.recognition;

import io.huodang.recognition.image.Perspective;
import io.huodang.recognition.image.Stamp;
import java.util.List;

/**
 * What was done to a page before its lines were read. The master stays as it was.
 *
 * @param rotation degrees clockwise that made it upright: 0, 90, 180, 270
 * @param skew degrees by which it leant, clockwise positive, and was turned back
 * @param shrink master pixels for one that was read
 * @param dotsPerInch of the pixels that were read
 * @param negative whether white print stood on black paper and was made black on white
 * @param sheet corners of the sheet on a photograph, clockwise from the upper left one, from which
 *     it was made flat; none where the sheet filled the page
 * @param stamps in other colours than red whose ink was taken off; red ink always is
 * @param halftone whether it was shown by dots, which were made greys
 * @param withoutPaper the part of it that was no paper, such as black borders and holes, 0 to 1
 * @param inkLevel how dark its ink was, 0 (black) to 255; faint ink was made dark
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
    boolean negative,
    List<Corner> sheet,
    List<InkOff> stamps,
    boolean halftone,
    double withoutPaper,
    int inkLevel,
    int specks,
    int split,
    double edgeWidth,
    Filter filter) {

  /** A place on the page, pixels; it may lie a little outside. */
  public record Corner(int x, int y) {}

  /**
   * A stamp whose ink was taken off.
   *
   * @param box on the page
   * @param colour of its ink, for example {@code #5040b0}
   */
  public record InkOff(Box box, String colour) {
    static InkOff of(Stamp stamp, double shrink) {
      Area area = stamp.area();
      Box box =
          new Box(
              (int) (area.left() * shrink),
              (int) (area.top() * shrink),
              (int) (area.width() * shrink),
              (int) (area.height() * shrink));
      return new InkOff(box, "#%06x".formatted(stamp.colour()));
    }
  }

  static Preparation of(StraightPage page, Filter filter) {
    CleanPage clean = page.clean();
    return new Preparation(
        page.placement().rotation(),
        page.placement().skew(),
        clean.shrink(),
        clean.dotsPerInch(),
        clean.negative(),
        corners(clean),
        clean.stamps(),
        clean.halftone(),
        clean.withoutPaper(),
        clean.inkLevel(),
        clean.specks(),
        clean.split(),
        clean.edgeWidth(),
        filter);
  }

  private static List<Corner> corners(CleanPage clean) {
    Perspective sheet = clean.sheet();
    if (sheet == null) {
      return List.of();
    }
    int width = sheet.width();
    int height = sheet.height();
    return List.of(
        corner(sheet, 0, 0, clean.shrink()),
        corner(sheet, width, 0, clean.shrink()),
        corner(sheet, width, height, clean.shrink()),
        corner(sheet, 0, height, clean.shrink()));
  }

  private static Corner corner(Perspective sheet, int x, int y, double shrink) {
    return new Corner(
        (int) Math.round(sheet.x(x, y) * shrink), (int) Math.round(sheet.y(x, y) * shrink));
  }
}
