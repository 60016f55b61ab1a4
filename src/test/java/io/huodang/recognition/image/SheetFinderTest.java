package io.huodang.recognition.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.huodang.recognition.Area;
import io.huodang.samples.Photograph;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class SheetFinderTest {

  @Test
  void findsASheetOnATableAndTheWayBackToThePhotograph() {
    Photograph photograph = Photograph.of(sheet(), 1500, 2000);
    Gray page = Grayness.of(photograph.picture());

    Perspective seen = SheetFinder.find(page).orElseThrow();

    var corners = photograph.corners().points();
    assertThat(seen.x(0, 0)).isCloseTo(corners.get(0).x() * 1500, within(6.0));
    assertThat(seen.y(0, 0)).isCloseTo(corners.get(0).y() * 2000, within(6.0));
    assertThat(seen.x(seen.width(), seen.height()))
        .isCloseTo(corners.get(2).x() * 1500, within(6.0));
    assertThat(seen.y(seen.width(), seen.height()))
        .isCloseTo(corners.get(2).y() * 2000, within(6.0));
  }

  @Test
  void aMarkOfTheFlatSheetIsFoundOnThePhotograph() {
    Photograph photograph = Photograph.of(sheet(), 1500, 2000);
    Gray page = Grayness.of(photograph.picture());
    Perspective seen = SheetFinder.find(page).orElseThrow();

    Gray flat = seen.flat(page);
    Area mark = largest(Components.of(flat, 100));
    Placement placement = Placement.of(flat.width(), flat.height(), 0, 1, 0).on(seen);
    Area there = placement.toMaster(mark);

    assertThat(page.at(there.middleX(), there.middleY())).isLessThan(60);
    assertThat(page.at(there.left() - 8, there.middleY())).isGreaterThan(200);
    assertThat(page.at(there.right() + 8, there.middleY())).isGreaterThan(200);
    assertThat(mark.width()).isCloseTo(flat.width() * 200 / 1240, within(4));
  }

  @Test
  void aPageThatFillsItsPictureIsLeftAsItIs() {
    assertThat(SheetFinder.find(Grayness.of(sheet()))).isEmpty();
  }

  /** White, with one dark rectangle well within. */
  private static BufferedImage sheet() {
    BufferedImage sheet = new BufferedImage(1240, 1754, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = sheet.createGraphics();
    pen.setColor(new Color(244, 243, 238));
    pen.fillRect(0, 0, 1240, 1754);
    pen.setColor(Color.BLACK);
    pen.fillRect(500, 900, 200, 40);
    pen.dispose();
    return sheet;
  }

  private static Area largest(Components marks) {
    int largest = 0;
    for (int mark = 0; mark < marks.count(); mark++) {
      boolean inside = marks.area(mark).left() > 100 && marks.area(mark).top() > 100;
      largest = inside && marks.size(mark) > marks.size(largest) ? mark : largest;
    }
    return marks.area(largest);
  }
}
