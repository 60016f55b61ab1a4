package io.huodang.samples;

import io.huodang.invented.Draw;
import io.huodang.invented.Population;
import io.huodang.samples.forms.FormKind;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A filled-in form, drawn at 300 dots an inch, that knows what stands on it and where.
 *
 * @param lines what stands on it, in reading order
 * @param fields values by field, as they should be written down
 * @param places where the ink of each value lies
 * @param people the rows of a list
 * @param behind what stands on the back of its sheet, or on the next one
 */
public record Page(
    FormKind kind,
    boolean byHand,
    BufferedImage picture,
    List<String> lines,
    Map<String, String> fields,
    Map<String, Rectangle> places,
    List<Sheet.ListedPerson> people,
    Face face,
    String sealName,
    Supplier<BufferedImage> behind) {

  /** Draws a form for an occasion; the same seed draws the same form. */
  public static Page of(FormKind kind, Occasion occasion, boolean byHand) {
    Draw draw = occasion.draw();
    Look look = Look.of(draw, byHand);
    Sheet sheet = new Sheet(look, kind.lying(), draw);
    kind.form().draw(sheet, occasion);
    sheet.pen().dispose();
    Stamps stamps = Stamps.of(sheet.picture(), look.label(), draw);
    if (draw.chance(0.7)) {
      stamps.seal(
          occasion.employer().name(),
          sheet.width() - draw.between(450, 900),
          sheet.height() - draw.between(380, 700));
    }
    if (draw.chance(0.5)) {
      stamps.archive(
          sheet.width() - 860,
          50,
          "3718",
          "" + occasion.date().getYear(),
          "" + draw.between(1, 480),
          "YW",
          draw.one("永久", "100", "50", "30"),
          "" + draw.between(1, 12));
    }
    stamps.press(sheet.picture());
    if (draw.chance(0.35)) {
      Wear.bindingHoles(sheet.picture(), draw);
    }
    Draw behind = draw.apart();
    return new Page(
        kind,
        byHand,
        sheet.picture(),
        List.copyOf(sheet.lines()),
        sheet.fields(),
        sheet.places(),
        List.copyOf(sheet.people()),
        look.label(),
        occasion.employer().name(),
        () -> back(behind));
  }

  /** Somewhere on the values that matter most. */
  Point2D keyPlace(Draw draw) {
    Rectangle key =
        places.getOrDefault(
            "citizenId",
            places.getOrDefault("personName", new Rectangle(picture.getWidth() / 2, 700, 500, 60)));
    return new Point2D.Double(
        key.getCenterX() + draw.between(-120, 160), key.getCenterY() + draw.between(-60, 110));
  }

  private static BufferedImage back(Draw draw) {
    Sheet sheet = new Sheet(Look.of(draw, false), false, draw);
    FormKind.WAGE_ADJUSTMENT
        .form()
        .draw(
            sheet,
            Occasions.of(Population.of(draw.between(1, 1_000_000), 60), draw)
                .of(FormKind.WAGE_ADJUSTMENT));
    return sheet.picture();
  }
}
