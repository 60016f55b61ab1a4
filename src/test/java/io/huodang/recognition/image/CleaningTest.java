package io.huodang.recognition.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.huodang.recognition.Area;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleaningTest {

  @Test
  void redInkVanishesAndBlackInkStays() {
    BufferedImage picture = new BufferedImage(4, 1, BufferedImage.TYPE_3BYTE_BGR);
    picture.setRGB(0, 0, new Color(205, 50, 60).getRGB());
    picture.setRGB(1, 0, new Color(20, 20, 20).getRGB());
    picture.setRGB(2, 0, new Color(40, 60, 150).getRGB());
    picture.setRGB(3, 0, new Color(230, 230, 230).getRGB());

    Gray gray = Grayness.of(picture);

    assertThat(gray.at(0, 0)).isGreaterThan(225);
    assertThat(gray.at(1, 0)).isLessThan(40);
    assertThat(gray.at(2, 0)).as("blue ink").isLessThan(60);
    assertThat(gray.at(3, 0)).isEqualTo(230);
  }

  @Test
  void highlightersAreLightAndBlackBelowThemIsDark() {
    BufferedImage picture = new BufferedImage(4, 1, BufferedImage.TYPE_3BYTE_BGR);
    picture.setRGB(0, 0, new Color(140, 210, 250).getRGB());
    picture.setRGB(1, 0, new Color(150, 245, 110).getRGB());
    picture.setRGB(2, 0, new Color(250, 245, 80).getRGB());
    picture.setRGB(3, 0, new Color(16, 26, 30).getRGB());

    Gray gray = Grayness.of(picture);

    for (int x = 0; x < 3; x++) {
      assertThat(gray.at(x, 0)).isGreaterThan(235);
    }
    assertThat(gray.at(3, 0)).isLessThan(40);
  }

  @Test
  void blackBelowASealComesBack() {
    BufferedImage picture = new BufferedImage(120, 60, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 120, 60);
    pen.setColor(new Color(205, 78, 84));
    pen.fillRect(0, 0, 50, 60);
    pen.setColor(new Color(128, 7, 16));
    pen.fillRect(20, 20, 4, 20);
    pen.dispose();

    Gray gray = Grayness.of(picture);

    assertThat(gray.at(5, 5)).as("red on paper").isGreaterThan(240);
    assertThat(gray.at(21, 30)).as("black below red").isLessThan(160);
    assertThat(gray.at(100, 5)).as("paper").isEqualTo(255);
  }

  @Test
  void blackAndWhitePicturesKeepTheirColoursWhicheverBitMeansWhite() {
    BufferedImage picture = new BufferedImage(20, 2, BufferedImage.TYPE_BYTE_BINARY);
    picture.setRGB(9, 1, Color.WHITE.getRGB());

    Gray gray = Grayness.of(picture);

    assertThat(gray.at(9, 1)).isEqualTo(255);
    assertThat(gray.at(8, 1)).isZero();
  }

  @Test
  void unevenLightBecomesWhitePaper() {
    Gray page = new Gray(640, 640);
    for (int y = 0; y < 640; y++) {
      for (int x = 0; x < 640; x++) {
        boolean ink = x % 40 < 4;
        int light = 120 + x / 5;
        page.pixels()[y * 640 + x] = (byte) (ink ? light / 4 : light);
      }
    }

    double withoutPaper = Background.flatten(page, 300);

    assertThat(withoutPaper).isZero();
    assertThat(page.at(20, 300)).isGreaterThan(225);
    assertThat(page.at(620, 300)).isGreaterThan(225);
    assertThat(page.at(2, 300)).isLessThan(90);
    assertThat(page.at(602, 300)).isLessThan(90);
  }

  @Test
  void paperInAHardShadowIsWhiteUpToItsEdgeAndItsInkStays() {
    Gray page = Turn.white(640, 640);
    fill(page, new Area(100, 300, 106, 340));
    fill(page, new Area(500, 300, 506, 340));
    for (int y = 0; y < 640; y++) {
      for (int x = 320; x < 640; x++) {
        page.pixels()[y * 640 + x] = (byte) (page.at(x, y) / 2);
      }
    }

    Background.flatten(page, 300);

    for (int x = 0; x < 640; x++) {
      assertThat(page.at(x, 100)).as("paper at %d", x).isGreaterThan(150);
    }
    assertThat(page.at(330, 100)).isGreaterThan(240);
    assertThat(page.at(102, 320)).isLessThan(40);
    assertThat(page.at(502, 320)).isLessThan(40);
  }

  @Test
  void whatIsNoPaperBecomesWhite() {
    Gray page = Turn.white(640, 640);
    fill(page, new Area(0, 0, 60, 640));
    fill(page, new Area(300, 300, 306, 340));

    double withoutPaper = Background.flatten(page, 300);

    assertThat(withoutPaper).isCloseTo(72 / 640.0, within(0.02));
    assertThat(page.at(20, 300)).as("black border").isEqualTo(255);
    assertThat(page.at(302, 320)).as("ink").isZero();
  }

  @Test
  void faintInkBecomesDarkAndDarkInkStays() {
    Gray faint = page(190);
    Gray dark = page(30);

    int faintLevel = Contrast.stretch(faint);
    int darkLevel = Contrast.stretch(dark);

    assertThat(faintLevel).isEqualTo(190);
    assertThat(darkLevel).isEqualTo(30);
    assertThat(faint.at(12, 12)).isLessThan(60);
    assertThat(faint.at(100, 100)).isEqualTo(255);
    assertThat(dark.at(12, 12)).isEqualTo(30);
  }

  @Test
  void paperThatIsShownByDotsIsGreyAgain() {
    Gray page = page(0);
    for (int y = 0; y < page.height(); y++) {
      for (int x = y % 6; x < page.width(); x += 7) {
        page.pixels()[y * page.width() + x] = 0;
      }
    }
    boolean plain = Halftone.isOn(page(0));
    boolean dotted = Halftone.isOn(page);

    Gray smoothed = Halftone.smoothed(page, 1);

    assertThat(plain).isFalse();
    assertThat(dotted).isTrue();
    assertThat(smoothed.at(300, 300)).isBetween(190, 240);
    assertThat(smoothed.at(20, 12)).isLessThan(60);
  }

  /** White, with strokes in this grey. */
  private static Gray page(int ink) {
    Gray page = Turn.white(640, 640);
    for (int row = 0; row < 6; row++) {
      Area stroke = new Area(10, 10 + 20 * row, 60, 15 + 20 * row);
      for (int y = stroke.top(); y < stroke.bottom(); y++) {
        java.util.Arrays.fill(
            page.pixels(), y * 640 + stroke.left(), y * 640 + stroke.right(), (byte) ink);
      }
    }
    return page;
  }

  @Test
  void dustGoesAndStrokesStay() {
    Gray page = Turn.white(100, 100);
    fill(page, new Area(10, 10, 13, 13));
    fill(page, new Area(40, 40, 60, 44));

    int removed = Speckles.remove(page, 127, 12);

    assertThat(removed).isEqualTo(1);
    assertThat(page.at(11, 11)).isEqualTo(255);
    assertThat(page.at(50, 42)).isZero();
  }

  @Test
  void marksAreConnectedOverCornersAndCounted() {
    Gray page = Turn.white(50, 50);
    fill(page, new Area(5, 5, 10, 10));
    fill(page, new Area(10, 10, 15, 15));
    fill(page, new Area(30, 5, 40, 8));

    Components marks = Components.of(page, 127);

    assertThat(marks.count()).isEqualTo(2);
    assertThat(marks.area(0)).isEqualTo(new Area(5, 5, 15, 15));
    assertThat(marks.size(0)).isEqualTo(50);
    assertThat(marks.area(1)).isEqualTo(new Area(30, 5, 40, 8));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-7.3, -2, -0.5, 0, 0.9, 3, 9})
  void measuresHowALeaningPageLeans(double degrees) {
    BufferedImage picture = new BufferedImage(620, 877, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 620, 877);
    pen.rotate(Math.toRadians(degrees), 310, 438);
    pen.setColor(Color.BLACK);
    for (int row = 0; row < 15; row++) {
      for (int mark = 0; mark < 40; mark++) {
        pen.fillRect(70 + mark * 12, 100 + row * 45, 9, 11);
      }
    }
    pen.dispose();

    assertThat(Skew.of(Grayness.of(picture), 127)).isCloseTo(degrees, within(0.1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void aStraightenedPlaceIsFoundAgainOnTheMaster(int rotation) {
    Gray master = Turn.white(400, 300);
    Area mark = new Area(300, 60, 312, 68);
    fill(master, mark);
    Gray upright = Turn.quarters(master, rotation);
    Gray straight = Turn.straighten(upright, 3);
    Placement placement = Placement.of(upright.width(), upright.height(), rotation, 1, 3);

    Area found = Components.of(straight, 127).area(0);
    Area there = placement.toMaster(found);

    assertThat(straight.width()).isEqualTo(placement.width());
    assertThat(there.middleX()).isCloseTo(mark.middleX(), within(2));
    assertThat(there.middleY()).isCloseTo(mark.middleY(), within(2));
    assertThat(there.width()).isCloseTo(mark.width(), within(4));
    assertThat(there.height()).isCloseTo(mark.height(), within(4));
  }

  @Test
  void theSplitLiesBetweenInkAndPaper() {
    int[] histogram = new int[256];
    histogram[30] = 100;
    histogram[40] = 120;
    histogram[220] = 5000;

    assertThat(Threshold.otsu(histogram)).isBetween(40, 219);
  }

  @Test
  void anySizeKeepsTheMeanBrightness() {
    Gray page = Turn.white(101, 57);
    fill(page, new Area(0, 0, 50, 57));

    Gray small = Scale.toSize(page, 33, 20);
    Gray large = Scale.toSize(page, 150, 90);

    assertThat(mean(small)).isCloseTo(mean(page), within(2.0));
    assertThat(mean(large)).isCloseTo(mean(page), within(2.0));
  }

  private static double mean(Gray gray) {
    long sum = 0;
    for (byte pixel : gray.pixels()) {
      sum += pixel & 0xFF;
    }
    return (double) sum / gray.pixels().length;
  }

  @Test
  void charactersAreCountedByTheirInkAndNeverTooMany() {
    Gray line = Turn.white(400, 60);
    fill(line, new Area(20, 10, 58, 50));
    fill(line, new Area(66, 10, 80, 50));
    fill(line, new Area(90, 10, 104, 50));
    fill(line, new Area(112, 10, 150, 50));

    Area whole = new Area(0, 0, 400, 60);

    assertThat(InkRuns.fewestCharacters(line, whole, 128, 40)).isEqualTo(3);
    assertThat(InkRuns.fewestCharacters(line, new Area(0, 0, 109, 60), 128, 40)).isEqualTo(2);
    assertThat(InkRuns.fewestCharacters(Turn.white(400, 60), whole, 128, 40)).isZero();
  }

  private static void fill(Gray page, Area area) {
    for (int y = area.top(); y < area.bottom(); y++) {
      for (int x = area.left(); x < area.right(); x++) {
        page.pixels()[y * page.width() + x] = 0;
      }
    }
  }
}
