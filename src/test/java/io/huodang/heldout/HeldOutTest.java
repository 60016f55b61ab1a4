package io.huodang.heldout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huodang.heldout.Press.Printed;
import io.huodang.invented.Draw;
import io.huodang.invented.Population;
import io.huodang.testing.Chromium;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeldOutTest {
  private static final Population POPULATION = Population.of(3, 100);
  private static Press press;

  @BeforeAll
  static void startABrowser() {
    assumeTrue(Chromium.isInstalled(), "no Chromium to draw with");
    press = new Press();
  }

  @AfterAll
  static void stopIt() {
    if (press != null) {
      press.close();
    }
  }

  @Test
  void theSameSeedPrintsTheSamePage() throws IOException {
    Printed one = printed(Template.MERGED_ROSTER, 5);
    Printed again = printed(Template.MERGED_ROSTER, 5);

    assertThat(again.content().lines()).isEqualTo(one.content().lines());
    assertThat(again.content().people()).isEqualTo(one.content().people()).hasSize(19);
    assertThat(Tones.pixels(again.picture())).isEqualTo(Tones.pixels(one.picture()));
    assertThat(printed(Template.MERGED_ROSTER, 6).content().lines())
        .isNotEqualTo(one.content().lines());
  }

  @ParameterizedTest
  @EnumSource(names = {"DIGIT_BOXES", "LETTER", "CARD_COPY", "LEDGER", "PAIRED_ROSTER"})
  void keysStandWhereTheTruthSays(Template template) throws IOException {
    Printed page = printed(template, 8);

    assertThat(page.content().marks())
        .isNotEmpty()
        .allSatisfy(mark -> isInked(page.picture(), mark));
    assertThat(String.join("", page.content().lines()).replace(" ", ""))
        .contains(
            Stream.concat(
                    Stream.ofNullable(page.content().fields().get("citizenId")),
                    page.content().people().stream().map(Content.ListedPerson::citizenId))
                .toList());
  }

  @ParameterizedTest
  @EnumSource(
      names = {"DITHERED", "DPI150", "BLACK_BORDER", "CURLED", "KEYSTONED", "SKEWED", "TURNED_270"})
  void theyStillDoWhenThePageWasMoved(Damage damage) throws IOException {
    Printed page = printed(Template.COLONS, 4);

    Scan scan = damage.on(page, page.picture(), new Draw(9));

    List<int[]> boxes =
        List.copyOf(Truth.page(Template.COLONS, damage, page.content(), scan).boxes().values());
    assertThat(boxes).hasSize(6).allSatisfy(box -> isInked(scan.picture(), box));
  }

  private static Printed printed(Template template, long seed) throws IOException {
    return press.print(template, new Filling(POPULATION, new Draw(seed)));
  }

  private static void isInked(BufferedImage picture, int[] box) {
    Rectangle place = new Rectangle(box[0], box[1], box[2], box[3]);
    assertThat(new Rectangle(picture.getWidth(), picture.getHeight()))
        .matches(all -> all.contains(place));
    int dark = 0;
    for (int y = place.y; y < place.y + place.height; y++) {
      for (int x = place.x; x < place.x + place.width; x++) {
        dark += (picture.getRGB(x, y) >> 8 & 0xFF) < 170 ? 1 : 0;
      }
    }
    assertThat((double) dark / (place.width * place.height)).isGreaterThan(0.02);
  }
}
