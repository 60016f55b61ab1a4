package io.huodang.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.catalog.Pages.Leaf;
import io.huodang.ingest.Separating.Run;
import io.huodang.vocabulary.SeparatorCode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeparatingTest {
  private final UUID a = UUID.randomUUID();
  private final UUID b = UUID.randomUUID();
  private final UUID c = UUID.randomUUID();
  private final Separating separating = new Separating();

  @Test
  void eachSheetBeginsAnItemAndSaysItsNumberForThatOneOnly() {
    separating.add(List.of(page(a), sheet("J-1"), page(b), sheet(null), page(c)));

    assertThat(separating.runs())
        .containsExactly(
            new Run(null, List.of(a)), new Run("J-1", List.of(b)), new Run(null, List.of(c)));
    assertThat(separating.sheets()).isEqualTo(2);
  }

  @Test
  void sheetsWithNothingBetweenMakeNoItem() {
    separating.add(List.of(sheet(null), sheet("J-2"), page(a), page(b), sheet(null)));

    assertThat(separating.runs()).containsExactly(new Run("J-2", List.of(a, b)));
    assertThat(separating.sheets()).isEqualTo(3);
  }

  @Test
  void noItemReachesOverTheEndOfAFolder() {
    separating.add(List.of(sheet("J-3"), page(a)));
    separating.add(List.of(page(b)));

    assertThat(separating.runs())
        .containsExactly(new Run("J-3", List.of(a)), new Run(null, List.of(b)));
  }

  private static Leaf page(UUID page) {
    return new Leaf(page, null);
  }

  private static Leaf sheet(@org.jspecify.annotations.Nullable String number) {
    return new Leaf(UUID.randomUUID(), new SeparatorCode(number));
  }
}
