package io.huodang.heldout;

import io.huodang.heldout.Press.Printed;
import io.huodang.invented.Draw;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.Locale;

/** What befalls a page before and while it is scanned. */
enum Damage {
  NONE((page, _, _) -> Scan.of(page.picture())),
  DITHERED(
      (page, _, draw) ->
          Scan.of(Tones.dithered(Tones.paper(page.picture(), grey(draw.between(236, 250)), 0.95)))
              .at(0)),
  DPI150((page, _, _) -> Bends.resampled(Scan.of(page.picture()), 150)),
  JPEG20((page, _, _) -> Bends.resampled(Scan.of(page.picture()), 200).at(0.2)),
  YELLOWED((page, _, draw) -> Scan.of(yellowed(page.picture(), draw))),
  MOTION(
      (page, _, draw) ->
          Scan.of(Tones.dragged(page.picture(), draw.between(7, 10), draw.between(-0.8, 0.8)))),
  FAXED((page, _, draw) -> faxed(page, draw)),
  ROUND_STAMP((page, _, draw) -> Scan.of(stamped(page, draw))),
  SQUARE_STAMP(
      (page, _, draw) ->
          Scan.of(
              Overlays.inked(
                  page.picture(),
                  g ->
                      Seals.squareStamp(
                          g,
                          key(page, draw),
                          draw.one(new Color(60, 80, 190), new Color(200, 50, 60)),
                          draw)))),
  ODD_SEAL(
      (page, _, draw) ->
          Scan.of(Overlays.inked(page.picture(), g -> Seals.oddSeal(g, key(page, draw), draw)))),
  HIGHLIGHTED(
      (page, _, draw) ->
          Scan.of(
              Overlays.inked(
                  page.picture(), g -> Overlays.highlighter(g, page.content().marks(), draw)))),
  SCRIBBLED(
      (page, _, draw) ->
          Scan.of(
              Overlays.inked(
                  page.picture(), g -> Overlays.scribbles(g, page.content().marks(), draw)))),
  CLIPPED(
      (page, _, draw) ->
          Scan.of(
              Overlays.inked(
                  page.picture(), g -> Overlays.clip(g, page.picture().getWidth(), draw)))),
  BLACK_BORDER(
      (page, _, draw) -> Bends.turned(inTheMiddle(page, draw), draw.around(1), Color.BLACK)),
  CURLED(
      (page, _, draw) ->
          Bends.curled(Scan.of(page.picture()), draw.between(30.0, 80.0) * draw.one(1, -1))),
  KEYSTONED((page, _, draw) -> Bends.keystoned(Scan.of(page.picture()), draw.between(0.05, 0.14))),
  SKEWED(
      (page, _, draw) ->
          Bends.turned(
              Scan.of(page.picture()), draw.between(4.0, 8.0) * draw.one(1, -1), Color.WHITE)),
  TURNED_90((page, _, _) -> Bends.turned(Scan.of(page.picture()), 90, Color.WHITE)),
  TURNED_180((page, _, _) -> Bends.turned(Scan.of(page.picture()), 180, Color.WHITE)),
  TURNED_270((page, _, _) -> Bends.turned(Scan.of(page.picture()), 270, Color.WHITE)),
  COFFEE(
      (page, _, draw) ->
          Scan.of(
              Overlays.inked(
                  page.picture(),
                  g ->
                      Overlays.coffee(
                          g, page.picture().getWidth(), page.picture().getHeight(), draw)))),
  SHOWS_THROUGH((page, behind, draw) -> Scan.of(shownThrough(page.picture(), behind, draw))),
  PHOTOCOPIED((page, _, draw) -> Scan.of(photocopied(photocopied(page.picture(), draw), draw))),
  TORN(
      (page, _, draw) ->
          Scan.of(
              Overlays.covered(
                  page.picture(),
                  g ->
                      Overlays.torn(
                          g,
                          page.picture().getWidth(),
                          page.picture().getHeight(),
                          page.content().marks(),
                          draw)))),
  PUNCHED(
      (page, _, draw) ->
          Scan.of(
              Overlays.covered(
                  page.picture(),
                  g ->
                      Overlays.holes(
                          g, page.picture().getWidth(), page.picture().getHeight(), draw)))),
  DUSTY(
      (page, _, draw) ->
          Scan.of(
              Overlays.inked(
                  page.picture(),
                  g ->
                      Overlays.dust(
                          g, page.picture().getWidth(), page.picture().getHeight(), draw)))),
  HARD_SHADOW((page, _, draw) -> Scan.of(shadowed(page.picture(), draw))),
  STAMPED_AND_SKEWED(
      (page, _, draw) ->
          Bends.turned(
              Scan.of(stamped(page, draw)),
              draw.between(2.0, 5.0) * draw.one(1, -1),
              Color.DARK_GRAY)),
  YELLOWED_AND_COPIED(
      (page, _, draw) ->
          Bends.resampled(
                  Bends.keystoned(Scan.of(photocopied(yellowed(page.picture(), draw), draw)), 0.04),
                  200)
              .at(0.5));

  /** On a page, before another page. */
  @FunctionalInterface
  private interface Mishap {
    Scan on(Printed page, BufferedImage behind, Draw draw);
  }

  private final Mishap mishap;

  Damage(Mishap mishap) {
    this.mishap = mishap;
  }

  /** black-border. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The page as a scanner delivers it.
   *
   * @param behind what is printed on the other side
   */
  Scan on(Printed page, BufferedImage behind, Draw draw) {
    Scan scan = mishap.on(page, behind, draw);
    return scan.quality() == 0
        ? scan
        : scan.moved(
            Tones.grain(scan.picture(), draw.between(0.8, 2.4), draw), Move.none(), scan.dpi());
  }

  private static int[] grey(int of) {
    return new int[] {of, of, of};
  }

  private static Rectangle key(Printed page, Draw draw) {
    int[] mark = draw.one(page.content().marks());
    return new Rectangle(mark[0], mark[1], mark[2], mark[3]);
  }

  private static BufferedImage stamped(Printed page, Draw draw) {
    return Overlays.inked(
        page.picture(),
        g ->
            Seals.roundStamp(
                g,
                key(page, draw),
                draw.one(new Color(120, 70, 170), new Color(60, 90, 200)),
                draw));
  }

  private static BufferedImage yellowed(BufferedImage picture, Draw draw) {
    int[] paper = {draw.between(206, 226), draw.between(184, 202), draw.between(130, 156)};
    return Tones.paper(picture, paper, draw.between(0.38, 0.55));
  }

  /** A page on the black lid of a larger scanner. */
  private static Scan inTheMiddle(Printed page, Draw draw) {
    BufferedImage picture = page.picture();
    int left = draw.between(40, 260);
    int top = draw.between(20, 200);
    BufferedImage bed =
        Tones.blank(picture.getWidth() + left + 60, picture.getHeight() + top + 40, 0x0C0C0C);
    bed.createGraphics().drawImage(picture, left, top, null);
    return Scan.of(picture)
        .moved(
            bed, point -> new Point2D.Double(point.getX() + left, point.getY() + top), Press.DPI);
  }

  private static Scan faxed(Printed page, Draw draw) {
    Scan coarse = Bends.resampled(Scan.of(page.picture()), 200);
    BufferedImage split = Tones.split(coarse.picture(), draw.between(150, 185));
    BufferedImage lined =
        Overlays.covered(
            split,
            g -> {
              for (int i = draw.between(6, 14); i > 0; i--) {
                g.setColor(draw.chance(0.6) ? Color.WHITE : Color.BLACK);
                int from = draw.between(0, split.getWidth() / 2);
                int y = draw.between(0, split.getHeight());
                g.fillRect(from, y, draw.between(200, split.getWidth()), draw.one(1, 1, 2));
              }
            });
    return coarse.moved(lined, Move.none(), coarse.dpi()).at(0);
  }

  private static BufferedImage shownThrough(
      BufferedImage picture, BufferedImage behind, Draw draw) {
    BufferedImage soft = Tones.blurred(behind, 9, 9);
    int[] other = Tones.pixels(soft);
    double share = draw.between(0.18, 0.34);
    return Tones.each(
        picture,
        (value, channel, x, y) -> {
          int mirrored = soft.getWidth() - 1 - x;
          if (mirrored < 0 || y >= soft.getHeight()) {
            return value;
          }
          int shade = other[y * soft.getWidth() + mirrored] >> 16 - 8 * channel & 0xFF;
          return value * (1 - share * (255 - shade) / 255.0);
        });
  }

  /** Softened, split hard with a dirty drum, softened again. */
  private static BufferedImage photocopied(BufferedImage picture, Draw draw) {
    BufferedImage grainy = Tones.grain(Tones.blurred(Tones.grey(picture), 3, 3), 16, draw);
    double middle = mean(grainy) * draw.between(0.70, 0.80);
    BufferedImage hard = Tones.each(grainy, (value, _, _, _) -> 128 + (value - middle) * 4.5);
    BufferedImage dirty =
        Overlays.inked(
            hard,
            g -> {
              g.setColor(Color.DARK_GRAY);
              for (int i = 0; i < 700; i++) {
                g.fillRect(
                    draw.between(0, hard.getWidth()), draw.between(0, hard.getHeight()), 3, 3);
              }
            });
    return Tones.blurred(dirty, 2, 2);
  }

  private static double mean(BufferedImage picture) {
    long all = 0;
    int[] pixels = Tones.pixels(picture);
    for (int pixel : pixels) {
      all += pixel & 0xFF;
    }
    return (double) all / pixels.length;
  }

  /** The edge of a shadow runs over the page. */
  private static BufferedImage shadowed(BufferedImage picture, Draw draw) {
    double dark = draw.between(0.42, 0.62);
    double slope = draw.around(0.6);
    double from = picture.getWidth() * draw.between(0.25, 0.7);
    double side = draw.one(1, -1);
    double soft = draw.between(6.0, 40.0);
    double height = picture.getHeight();
    return Tones.each(
        picture,
        (value, _, x, y) -> {
          double into = Math.clamp(side * (x - from - slope * (y - height / 2)) / soft, 0, 1);
          return value * (1 - (1 - dark) * into) * (1 - 0.15 * y / height);
        });
  }
}
