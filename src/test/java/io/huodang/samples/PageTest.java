package io.huodang.samples;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huodang.invented.Draw;
import io.huodang.invented.Population;
import io.huodang.recognition.PageFiles;
import io.huodang.recognition.Picture;
import io.huodang.samples.forms.FormKind;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageTest {
  private static final Population POPULATION = Population.of(3, 200);

  /** Drawn once for all damages, which leave it as it is. */
  private static final class Unharmed {
    static final Page PAGE = page(FormKind.UNEMPLOYMENT, 21);
  }

  @TempDir Path directory;

  @BeforeEach
  void drawWithAChineseFont() {
    assumeTrue(
        Face.printed(new Draw(1)).isPresent(), "no Chinese font (fonts-noto-cjk) to draw with");
  }

  @ParameterizedTest
  @EnumSource(FormKind.class)
  void everyFormShowsWhatItsTruthSays(FormKind kind) {
    Page page = page(kind, 11);

    assertThat(page.lines()).hasSizeGreaterThan(3);
    assertThat(page.fields().keySet()).containsAll(page.places().keySet());
    assertThat(page.places())
        .allSatisfy((field, place) -> assertThat(ink(page.picture(), place)).isGreaterThan(0.02));
    if (kind == FormKind.ROSTER) {
      assertThat(page.people()).hasSizeBetween(20, 40);
      assertThat(String.join("", page.lines())).contains(page.people().getLast().citizenId());
    }
  }

  @Test
  void theSameSeedDrawsTheSamePage() {
    Page one = page(FormKind.RETIREMENT, 5);
    Page again = page(FormKind.RETIREMENT, 5);

    assertThat(again.lines()).isEqualTo(one.lines());
    assertThat(bytes(again)).isEqualTo(bytes(one));
    assertThat(page(FormKind.RETIREMENT, 6).lines()).isNotEqualTo(one.lines());
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void valuesStandOnTheFileWhereTheTruthSays(Damage damage) throws IOException {
    Page page = Unharmed.PAGE;
    Draw draw = new Draw(4);

    Scanned scan = damage.on(page, draw);

    Path file = directory.resolve(scan.bitonal() ? "page.tif" : "page.jpg");
    Files.write(
        file, scan.bitonal() ? ScanWriter.tiff(List.of(scan)) : ScanWriter.jpeg(scan, false));
    Picture delivered;
    try (PageFiles files = new PageFiles()) {
      delivered = files.decode(file, 1);
    }
    Rectangle box = scan.around(requireNonNull(page.places().get("citizenId")));
    assertThat(new Rectangle(delivered.width(), delivered.height()))
        .matches(all -> all.contains(box));
    Rectangle above = new Rectangle(box.x, box.y - box.height / 2, box.width, box.height / 4);
    if (damage != Damage.QUARTER_TURN && damage != Damage.LYING_COPY) {
      assertThat(darkness(scan.picture(), box)).isGreaterThan(darkness(scan.picture(), above) + 5);
    }
    assertThat(delivered.dpi()).isEqualTo(scan.dpi() < 100 ? delivered.dpi() : scan.dpi());
  }

  private static Page page(FormKind kind, long seed) {
    return Page.of(kind, Occasions.of(POPULATION, new Draw(seed)).of(kind), seed % 2 == 0);
  }

  private static Picture decoded(Path file) {
    try (PageFiles files = new PageFiles()) {
      return files.decode(file, 1);
    }
  }

  private static byte[] bytes(Page page) {
    return ((DataBufferByte) page.picture().getRaster().getDataBuffer()).getData();
  }

  /** The part of a place that is dark. */
  private static double ink(BufferedImage picture, Rectangle place) {
    int dark = 0;
    for (int y = place.y; y < place.y + place.height; y++) {
      for (int x = place.x; x < place.x + place.width; x++) {
        dark += (picture.getRGB(x, y) & 0xFF) < 140 ? 1 : 0;
      }
    }
    return (double) dark / (place.width * place.height);
  }

  private static double darkness(BufferedImage picture, Rectangle place) {
    double all = 0;
    for (int y = place.y; y < place.y + place.height; y++) {
      for (int x = place.x; x < place.x + place.width; x++) {
        all += 255 - (picture.getRGB(x, y) >> 8 & 0xFF);
      }
    }
    return all / (place.width * place.height);
  }
}
