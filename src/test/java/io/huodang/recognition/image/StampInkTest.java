package io.huodang.recognition.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampInkTest {
  private static final int BLUE = 0x5064C8;
  private static final int VIOLET = 0x7846B4;
  private static final int PURPLE = 0xA03C8C;
  private static final int GREEN = 0x328C5A;

  @ParameterizedTest
  @ValueSource(ints = {BLUE, VIOLET, PURPLE, GREEN})
  void aStampVanishesAndBlackBelowItStays(int ink) {
    BufferedImage page = paper();
    Graphics2D pen = pen(page, new Color(ink));
    pen.setStroke(new BasicStroke(12));
    pen.drawOval(200, 200, 300, 300);
    pen.setColor(new Color(under(ink, 40)));
    pen.fillRect(345, 480, 10, 12);
    pen.dispose();
    Gray gray = Grayness.of(page);

    List<Stamp> stamps = StampInk.takeOff(page, gray, 300);

    assertThat(stamps).hasSize(1);
    assertThat(stamps.getFirst().area().middleX()).isCloseTo(350, within(12));
    assertThat(gray.at(200, 350)).as("ink on paper").isGreaterThan(225);
    assertThat(gray.at(350, 486)).as("black below the ink").isLessThan(90);
    assertThat(gray.at(50, 50)).as("paper").isGreaterThan(235);
  }

  @Test
  void writingInBlueInkStays() {
    BufferedImage page = paper();
    Graphics2D pen = pen(page, new Color(40, 60, 150));
    for (int i = 0; i < 8; i++) {
      pen.fillRect(100 + 50 * i, 300, 36, 6);
      pen.fillRect(115 + 50 * i, 280, 6, 50);
    }
    pen.dispose();
    Gray gray = Grayness.of(page);

    List<Stamp> stamps = StampInk.takeOff(page, gray, 300);

    assertThat(stamps).isEmpty();
    assertThat(gray.at(118, 300)).isLessThan(60);
  }

  @Test
  void aFormPrintedInGreenStays() {
    BufferedImage page = paper();
    Graphics2D pen = pen(page, new Color(40, 130, 80));
    pen.setStroke(new BasicStroke(5));
    for (int row = 0; row < 6; row++) {
      pen.drawRect(50, 100 + 80 * row, 1100, 80);
    }
    pen.dispose();
    Gray gray = Grayness.of(page);

    List<Stamp> stamps = StampInk.takeOff(page, gray, 300);

    assertThat(stamps).isEmpty();
    assertThat(gray.at(600, 100)).isLessThan(120);
  }

  private static BufferedImage paper() {
    BufferedImage page = new BufferedImage(1240, 800, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = pen(page, new Color(248, 246, 240));
    pen.fillRect(0, 0, 1240, 800);
    pen.dispose();
    return page;
  }

  private static Graphics2D pen(BufferedImage page, Color colour) {
    Graphics2D pen = page.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(colour);
    return pen;
  }

  /** Grey seen through an ink: their shares of light multiply. */
  private static int under(int ink, int grey) {
    int red = (ink >> 16 & 0xFF) * grey / 255;
    int green = (ink >> 8 & 0xFF) * grey / 255;
    int blue = (ink & 0xFF) * grey / 255;
    return red << 16 | green << 8 | blue;
  }
}
