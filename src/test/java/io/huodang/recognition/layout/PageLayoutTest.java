package io.huodang.recognition.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.recognition.Area;
import io.huodang.recognition.image.Gray;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageLayoutTest {
  private static final int WIDTH = 1200;

  private final Gray page = new Gray(WIDTH, 1400);

  @BeforeEach
  void whitePaper() {
    Arrays.fill(page.pixels(), (byte) 255);
  }

  @Test
  void cellsAreReadRowByRowFromLeftToRight() {
    box(100, 100, 1100, 220);
    ink(500, 100, 504, 220);
    box(100, 220, 1100, 340);
    word(150, 140, 3);
    word(600, 150, 4);
    word(150, 260, 5);

    PageLayout layout = find();

    assertThat(layout.cells()).hasSize(3);
    assertThat(layout.strips())
        .extracting(strip -> strip.area().left() / 10)
        .containsExactly(14, 59, 14);
    assertThat(layout.strips()).allMatch(strip -> strip.cell() >= 0);
  }

  @Test
  void aLineThatIsBrokenByASealStillParts() {
    box(100, 100, 1100, 340);
    ink(100, 220, 560, 224);
    ink(590, 220, 1100, 224);

    assertThat(find().cells()).hasSize(2);
  }

  @Test
  void uprightLinesMayLeanAsOnAPhotograph() {
    ink(100, 100, 1100, 104);
    ink(100, 220, 1100, 224);
    ink(100, 340, 1100, 344);
    for (int y = 100; y < 344; y++) {
      for (int left : new int[] {100, 560, 1080}) {
        int x = left + (y - 100) / 14;
        ink(x, y, x + 4, y + 1);
      }
    }

    assertThat(find().cells()).hasSize(4);
  }

  @Test
  void boxesWhoseLineIsWornAwayAreStillOneNumber() {
    for (int i = 0; i < 10; i++) {
      int left = 100 + i * 80;
      box(left, 100, left + 84, 190);
      ink(left + 30, 125, left + 52, 165);
    }
    // Between the fifth and the sixth.
    for (int y = 104; y < 186; y++) {
      Arrays.fill(page.pixels(), y * WIDTH + 499, y * WIDTH + 506, (byte) 255);
    }
    word(150, 300, 6);

    assertThat(find().strips()).filteredOn(strip -> strip.cell() >= 0).hasSize(1);
  }

  @Test
  void strokesOfCharactersInTightRowsAreNoLines() {
    for (int row = 0; row < 8; row++) {
      ink(100, 100 + row * 48, 1100, 104 + row * 48);
      if (row < 7) {
        word(300, 104 + row * 48, 3);
      }
    }
    ink(100, 100, 104, 440);
    ink(1096, 100, 1100, 440);

    assertThat(find().cells()).hasSize(7);
  }

  @Test
  void aFrameAroundThePageIsNoCell() {
    box(4, 4, 1196, 1396);
    box(100, 300, 1100, 420);
    ink(500, 300, 504, 420);
    word(150, 140, 6);

    PageLayout layout = find();

    assertThat(layout.cells()).hasSize(2);
    assertThat(layout.strips()).extracting(Strip::cell).containsExactly(-1);
  }

  @Test
  void textInTwoColumnsIsReadColumnByColumn() {
    word(400, 100, 9);
    for (int row = 0; row < 6; row++) {
      word(60, 240 + row * 70, 10);
      word(640, 244 + row * 70, 11);
    }
    word(60, 800, 20);

    assertThat(find().strips())
        .extracting(strip -> strip.area().left() / 100)
        .containsExactly(3, 0, 0, 0, 0, 0, 0, 6, 6, 6, 6, 6, 6, 0);
  }

  @Test
  void charactersBelowEachOtherBecomeOneLine() {
    box(100, 100, 180, 500);
    box(180, 100, 1100, 500);
    for (int i = 0; i < 4; i++) {
      word(118, 140 + i * 80, 1);
    }
    word(220, 140, 12);

    List<Strip> strips = find().strips();

    assertThat(strips).hasSize(2);
    assertThat(strips.getFirst().pieces()).hasSize(4);
  }

  @Test
  void smallPrintIsNotTakenForRuledLines() {
    for (int i = 0; i < 14; i++) {
      int left = 200 + i * 26;
      box(left, 500, left + 24, 524);
    }

    PageLayout layout = find();

    assertThat(layout.cells()).isEmpty();
    assertThat(layout.strips()).hasSize(1);
    assertThat(page.at(203, 501)).as("the strokes are still there").isZero();
  }

  @Test
  void anEmptyPageHasNothingToRead() {
    assertThat(find().strips()).isEmpty();
  }

  @Test
  void partsOfAStripAreFoundAgainOnThePage() {
    Strip strip = new Strip(List.of(new Area(100, 50, 140, 90), new Area(400, 50, 440, 90)), 0, 40);

    Area second = strip.onPage(new Area(10 + 40 + 20 + 5, 15, 10 + 40 + 20 + 25, 45), 10, 20);

    assertThat(second.left()).isEqualTo(405);
    assertThat(second.right()).isEqualTo(425);
    assertThat(second.top()).isEqualTo(55);
  }

  private PageLayout find() {
    return PageLayout.find(page, 127, 300);
  }

  private void box(int left, int top, int right, int bottom) {
    ink(left, top, right, top + 4);
    ink(left, bottom - 4, right, bottom);
    ink(left, top, left + 4, bottom);
    ink(right - 4, top, right, bottom);
  }

  /** Marks as large as characters at 11 points. */
  private void word(int left, int top, int characters) {
    for (int i = 0; i < characters; i++) {
      int x = left + i * 48;
      ink(x, top, x + 40, top + 5);
      ink(x, top + 20, x + 40, top + 25);
      ink(x + 17, top, x + 22, top + 44);
    }
  }

  private void ink(int left, int top, int right, int bottom) {
    for (int y = top; y < bottom; y++) {
      Arrays.fill(page.pixels(), y * WIDTH + left, y * WIDTH + right, (byte) 0);
    }
  }
}
