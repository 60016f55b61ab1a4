package io.huodang.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huodang.samples.Photograph;
import io.huodang.vocabulary.SeparatorCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeparatorsTest {
  private static final SeparatorCode NUMBERED = new SeparatorCode("J001-WS·2015-Y-0007");

  @ParameterizedTest
  @EnumSource(Damage.class)
  void aSheetIsKnownWhateverHappenedToIt(Damage damage) {
    BufferedImage sheet = InventedSeparator.saying(NUMBERED.written());

    assertThat(Separators.on(page(damage.on(sheet, 5)))).contains(NUMBERED);
  }

  @ParameterizedTest
  @ValueSource(ints = {90, 180, 270})
  void aSheetMayLieAnyWayRound(int degrees) {
    BufferedImage sheet = turned(InventedSeparator.saying(NUMBERED.written()), degrees);

    assertThat(Separators.on(page(sheet))).contains(NUMBERED);
  }

  @Test
  void aSheetThatWasUsedForYearsAndScannedAskewIsKnown() {
    BufferedImage sheet = InventedSeparator.saying(SeparatorCode.plain().written());
    stain(sheet, 3);

    BufferedImage scan = Photograph.of(sheet, 1240, 1754).picture();

    assertThat(Separators.on(page(scan))).contains(SeparatorCode.plain());
  }

  @Test
  void aFormIsNone() {
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font is installed to draw forms with");

    BufferedImage form = InventedForm.of(InventedForm.Template.GRID, 41).picture();

    assertThat(Separators.on(page(form))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/",
        "J001-WS·2015-Y-0007",
        "huodang:separators",
        "huodang:separator:",
        "see huodang:separator"
      })
  void theCodesOfOthersSeparateNothing(String text) {
    assertThat(Separators.on(page(InventedSeparator.saying(text)))).isEmpty();
  }

  private static Picture page(BufferedImage image) {
    return new Picture(image, image.getWidth(), image.getHeight(), 300, 0, false);
  }

  private static BufferedImage turned(BufferedImage page, int degrees) {
    boolean lies = degrees != 180;
    BufferedImage turned =
        new BufferedImage(
            lies ? page.getHeight() : page.getWidth(),
            lies ? page.getWidth() : page.getHeight(),
            page.getType());
    AffineTransform turn = new AffineTransform();
    turn.translate(turned.getWidth() / 2.0, turned.getHeight() / 2.0);
    turn.quadrantRotate(degrees / 90);
    turn.translate(-page.getWidth() / 2.0, -page.getHeight() / 2.0);
    Graphics2D pen = turned.createGraphics();
    pen.drawImage(page, turn, null);
    pen.dispose();
    return turned;
  }

  /** Grey spots all over, some of them on the code. */
  private static void stain(BufferedImage sheet, long seed) {
    Random random = new Random(seed);
    Graphics2D pen = sheet.createGraphics();
    for (int i = 0; i < 400; i++) {
      int grey = 90 + random.nextInt(120);
      pen.setColor(new Color(grey, grey, grey));
      int size = 4 + random.nextInt(26);
      pen.fillOval(random.nextInt(sheet.getWidth()), random.nextInt(sheet.getHeight()), size, size);
    }
    pen.dispose();
  }
}
