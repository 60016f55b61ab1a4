package io.huodang.viewing.iiif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShrinkingTest {

  @Test
  void leavesPixelsAsTheyAreWhereNothingIsMadeSmaller() {
    assertThat(shrunk(new Shrinking.Span(1, 3, 2), new Shrinking.Span(0, 2, 2), 4, 2))
        .containsExactly("1 2", "5 6");
  }

  @Test
  void everyNewPixelIsTheMeanOfWhatItCovers() {
    assertThat(shrunk(new Shrinking.Span(0, 4, 2), new Shrinking.Span(0, 4, 2), 4, 4))
        .containsExactly("2.5 4.5", "10.5 12.5");
  }

  @Test
  void partsOfPixelsCountInPart() {
    // Columns 0, 1, 2 into two: (0 + 1/2) / 1.5 and (1/2 + 2) / 1.5; the row is 0, 1, 2.
    assertThat(shrunk(new Shrinking.Span(0, 3, 2), new Shrinking.Span(0, 1, 1), 3, 1))
        .containsExactly("0.33 1.67");
    assertThat(shrunk(new Shrinking.Span(0.5, 2.5, 1), new Shrinking.Span(0.5, 1.5, 1), 3, 2))
        .containsExactly("2.5");
  }

  @Test
  void everyRowIsGivenHoweverTheSizesDivide() {
    for (int height = 1; height < 60; height++) {
      for (int pixels = 1; pixels <= height; pixels++) {
        assertThat(
                shrunk(
                    new Shrinking.Span(0, 1, 1), new Shrinking.Span(0, height, pixels), 1, height))
            .as("%d rows into %d", height, pixels)
            .hasSize(pixels);
      }
    }
  }

  /** Of a picture whose pixels count up from 0. */
  private static List<String> shrunk(
      Shrinking.Span across, Shrinking.Span down, int width, int height) {
    byte[] pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) i;
    }
    List<String> rows = new ArrayList<>();
    Shrinking shrinking = new Shrinking(across, down, 1, (row, line) -> rows.add(words(line)));
    for (int y = 0; y < height; y++) {
      shrinking.take(y, pixels, y * width);
    }
    return rows;
  }

  private static String words(float[] line) {
    List<String> words = new ArrayList<>();
    for (float value : line) {
      words.add(Double.toString(Math.round(value * 100) / 100.0).replaceAll("\\.0$", ""));
    }
    return String.join(" ", words);
  }
}
