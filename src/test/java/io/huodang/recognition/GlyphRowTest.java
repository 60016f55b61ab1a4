package io.huodang.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GlyphRowTest {

  @Test
  void aGlyphEndsWhereTheNextBegins() {
    List<Glyph> row = GlyphRow.ordered(List.of(glyph("号", 0, 300), glyph("：", 50, 60)), 50);

    assertThat(row.getFirst().area().right()).isEqualTo(50);
  }

  @Test
  void aCharacterThatWasReadTwiceStandsOnce() {
    List<Glyph> row =
        GlyphRow.ordered(List.of(glyph("上", 0, 12), glyph("上", 12, 48), glyph("海", 50, 96)), 48);

    assertThat(row).extracting(Glyph::text).containsExactly("上", "海");
    assertThat(row.getFirst().area().left()).isZero();
  }

  @Test
  void twoEqualCharactersSideBySideStay() {
    List<Glyph> row = GlyphRow.ordered(List.of(glyph("磊", 0, 46), glyph("磊", 47, 90)), 48);

    assertThat(row).hasSize(2);
  }

  @Test
  void equalDigitsAlwaysStay() {
    List<Glyph> row = GlyphRow.ordered(List.of(glyph("1", 0, 10), glyph("1", 12, 20)), 48);

    assertThat(row).hasSize(2);
  }

  private static Glyph glyph(String text, int left, int right) {
    return new Glyph(text, new Area(left, 0, right, 48), 0.9, false);
  }
}
