package io.huodang.viewing.iiif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.huodang.viewing.iiif.ImageRequest.Format;
import io.huodang.viewing.iiif.ImageRequest.Quality;
import io.huodang.vocabulary.Refusal;
import java.awt.Dimension;
import java.awt.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the Image API 3.0, on its picture of 300 × 200 pixels, and its refusals. */
class ImageRequestTest {
  private static final int WIDTH = 300;
  private static final int HEIGHT = 200;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "full                 |   0 |  0 | 300 | 200",
        "square               |  50 |  0 | 200 | 200",
        "125,15,120,140       | 125 | 15 | 120 | 140",
        "pct:41.6,7.5,40,70   | 125 | 15 | 120 | 140",
        "125,15,200,200       | 125 | 15 | 175 | 185",
        "pct:41.6,7.5,66.6,100| 125 | 15 | 175 | 185",
        "0,0,999999999,1      |   0 |  0 | 300 |   1",
        "pct:.5,0,100,100     |   2 |  0 | 298 | 200",
        "299,199,1,1          | 299 |199 |   1 |   1"
      })
  void aRegionIsCutOffAtTheEdge(String asked, int x, int y, int width, int height) {
    assertThat(Region.of(asked, WIDTH, HEIGHT)).isEqualTo(new Rectangle(x, y, width, height));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Full",
        "0,0,0,10",
        "0,0,10,0",
        "300,0,10,10",
        "0,200,10,10",
        "-1,0,10,10",
        "0,0,10",
        "0,0,10,10,10",
        "0.5,0,10,10",
        "+1,0,10,10",
        "1 ,0,10,10",
        "9999999999,0,1,1",
        "pct:0,0,0,10",
        "pct:100,0,10,10",
        "pct:0,0,1e1,10",
        "pct:1.,0,10,10",
        "pct:0,0,.,10",
        "pct:-1,0,10,10",
        "pct:0,0,0.01,10",
        "xy"
      })
  void aRegionThatIsNoneIsRefused(String asked) {
    assertRefused("bad-image-request", () -> Region.of(asked, WIDTH, HEIGHT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max        | 300 | 200",
        "150,       | 150 | 100",
        "300,       | 300 | 200",
        "^300,      | 300 | 200",
        ",150       | 225 | 150",
        ",1         |   2 |   1",
        "pct:50     | 150 | 100",
        "pct:100    | 300 | 200",
        "^pct:33.3  | 100 |  67",
        "225,100    | 225 | 100",
        "1,200      |   1 | 200",
        "!225,100   | 150 | 100",
        "!100,100   | 100 |  67",
        "^!100,100  | 100 |  67",
        "!1,1       |   1 |   1",
        "!999,999   | 300 | 200",
        "!300,999   | 300 | 200"
      })
  void aSizeKeepsTheProportionsUnlessBothSidesAreNamed(String asked, int width, int height) {
    assertThat(Scaling.of(asked, new Dimension(WIDTH, HEIGHT)))
        .isEqualTo(new Dimension(width, height));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "full",
        "0,",
        ",0",
        "0,10",
        "10,0",
        "!0,10",
        "pct:0",
        "pct:0.1",
        "pct:101",
        "pct:-5",
        "pct:1e1",
        "301,",
        ",201",
        "301,10",
        "10,201",
        ",",
        "!,",
        "!10,",
        "max,",
        "^",
        "!max",
        "!^10,10",
        "10.5,",
        "9999999999,"
      })
  void aSizeThatIsNoneOrLargerThanTheRegionIsRefused(String asked) {
    assertRefused("bad-image-request", () -> Scaling.of(asked, new Dimension(WIDTH, HEIGHT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"^max", "^360,", "^,240", "^pct:120", "^360,360", "^!360,360", "^10,201"})
  void whatWouldHaveToBeEnlargedIsNotImplemented(String asked) {
    assertRefused("upscaling-unsupported", () -> Scaling.of(asked, new Dimension(WIDTH, HEIGHT)));
  }

  @Test
  void theLargestImageIsWithinTheLimits() {
    Dimension sheet = new Dimension(7016, 9933); // A3 at 600 dots an inch

    assertThat(Scaling.of("max", new Dimension(3508, 4961))).isEqualTo(new Dimension(3508, 4961));
    for (String most : new String[] {"max", "^max", "!9000,9999", "^!9000,9999"}) {
      Dimension made = Scaling.of(most, sheet);
      assertThat((long) made.width * made.height).isBetween(17_990_000L, 18_000_000L);
      assertThat((double) made.width / made.height)
          .isCloseTo(7016 / 9933.0, org.assertj.core.api.Assertions.within(0.001));
    }
    assertThat(Scaling.of("max", new Dimension(20_000, 10))).isEqualTo(new Dimension(8192, 4));
    assertRefused("bad-image-request", () -> Scaling.of("7016,", sheet));
    assertRefused("bad-image-request", () -> Scaling.of("pct:100", sheet));
    assertRefused("bad-image-request", () -> Scaling.of("^9000,1", new Dimension(20_000, 10)));
  }

  @Test
  void turnsColoursAndFormatsAreThoseOfLevelTwo() {
    ImageRequest asked = ImageRequest.of("full", "max", "270", "gray", "png", WIDTH, HEIGHT);

    assertThat(asked.rotation()).isEqualTo(270);
    assertThat(asked.quality()).isEqualTo(Quality.GRAY);
    assertThat(asked.format()).isEqualTo(Format.PNG);
    for (String rotation : new String[] {"", "45", "-90", "361", "!0", "90.5", "1e1"}) {
      assertRefused(
          "bad-image-request",
          () -> ImageRequest.of("full", "max", rotation, "default", "jpg", WIDTH, HEIGHT));
    }
    for (String quality : new String[] {"", "native", "COLOR", "grey"}) {
      assertRefused(
          "bad-image-request",
          () -> ImageRequest.of("full", "max", "0", quality, "jpg", WIDTH, HEIGHT));
    }
    for (String format : new String[] {"", "jpeg", "tif", "webp", "JPG"}) {
      assertRefused(
          "bad-image-request",
          () -> ImageRequest.of("full", "max", "0", "default", format, WIDTH, HEIGHT));
    }
  }

  private static void assertRefused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable asking) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(asking)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
