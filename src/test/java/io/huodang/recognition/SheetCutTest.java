package io.huodang.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.samples.Photograph;
import io.huodang.vocabulary.SheetCorners;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetCutTest {
  private final BufferedImage sheet = quarters();
  private final Photograph photograph = Photograph.of(sheet, 800, 1000);

  @Test
  void aSheetSeenAskewLiesFlatAndFillsThePage() {
    Picture page = picture(photograph.picture(), 0).cut(photograph.corners());

    assertQuartersAre(page, Color.RED, Color.GREEN, Color.BLUE, Color.BLACK);
    assertThat((double) page.height() / page.width()).isBetween(1.1, 1.6);
    assertThat(page.asDelivered()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {90, 180, 270})
  void cornersAreThoseOfThePhotographAsItIsSeen(int rotation) {
    BufferedImage stored = turnedBack(photograph.picture(), rotation);

    Picture page = picture(stored, rotation).cut(photograph.corners());

    assertQuartersAre(page, Color.RED, Color.GREEN, Color.BLUE, Color.BLACK);
    assertThat(page.rotation()).isZero();
  }

  @Test
  void theWholeOfAPictureIsThePictureItself() {
    SheetCorners all = SheetCorners.parse("0,0, 1,0, 1,1, 0,1").orElseThrow();

    Picture page = picture(sheet, 0).cut(all);

    for (int x = 0; x < sheet.getWidth(); x += 7) {
      assertThat(page.image().getRGB(x, 11)).isEqualTo(sheet.getRGB(x, 11));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0,0,1,0,1,1",
        "0,0,1,0,1,1,0,2",
        "0,0,1,0,1,1,0,NaN",
        "0,0,1,1,1,0,0,1",
        "0,0,0,1,1,1,1,0",
        "0.5,0.5,0.51,0.5,0.51,0.51,0.5,0.51"
      })
  void whatIsNoSheetHasNoCorners(String written) {
    assertThat(SheetCorners.parse(written)).isEmpty();
  }

  @Test
  void writesCornersAsItReadsThem() {
    assertThat(SheetCorners.parse(photograph.corners().written())).contains(photograph.corners());
  }

  private static void assertQuartersAre(Picture page, Color... clockwise) {
    int w = page.image().getWidth();
    int h = page.image().getHeight();
    List<int[]> middles =
        List.of(
            new int[] {w / 20, h / 20},
            new int[] {w - w / 20, h / 20},
            new int[] {w - w / 20, h - h / 20},
            new int[] {w / 20, h - h / 20});
    for (int i = 0; i < 4; i++) {
      Color found = new Color(page.image().getRGB(middles.get(i)[0], middles.get(i)[1]));
      assertThat(found).as("near corner %d", i).isEqualTo(clockwise[i]);
    }
  }

  private static Picture picture(BufferedImage image, int rotation) {
    return new Picture(image, image.getWidth(), image.getHeight(), 100, rotation, true);
  }

  private static BufferedImage quarters() {
    BufferedImage drawn = new BufferedImage(400, 560, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = drawn.createGraphics();
    Color[] colours = {Color.RED, Color.GREEN, Color.BLACK, Color.BLUE};
    for (int i = 0; i < 4; i++) {
      pen.setColor(colours[i]);
      pen.fillRect(i % 2 * 200, i / 2 * 280, 200, 280);
    }
    pen.dispose();
    return drawn;
  }

  /** As a camera stores it that notes by how much it has to be turned. */
  private static BufferedImage turnedBack(BufferedImage upright, int rotation) {
    boolean lies = rotation != 180;
    BufferedImage stored =
        new BufferedImage(
            lies ? upright.getHeight() : upright.getWidth(),
            lies ? upright.getWidth() : upright.getHeight(),
            BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = stored.createGraphics();
    pen.translate(stored.getWidth() / 2.0, stored.getHeight() / 2.0);
    pen.rotate(-Math.toRadians(rotation));
    pen.translate(-upright.getWidth() / 2.0, -upright.getHeight() / 2.0);
    pen.drawImage(upright, 0, 0, null);
    pen.dispose();
    return stored;
  }
}
