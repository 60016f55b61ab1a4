package io.huodang.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"甲库-03-02", "甲库/03/02", "甲库 03 02", "甲库－０３－０２", "甲库\\03\\02", " 甲库>03>02 "})
  void readsAPathWithAnyOfTheUsualSeparators(String path) {
    assertThat(Location.parse(path)).hasToString("Optional[甲库-03-02]");
  }

  @Test
  void isNoneWithoutACodeOrTooDeep() {
    assertThat(Location.parse("")).isEmpty();
    assertThat(Location.parse(" - / ")).isEmpty();
    assertThat(Location.parse("1-2-3-4-5-6-7-8-9")).isEmpty();
    assertThat(Location.parse("甲".repeat(33))).isEmpty();
  }

  @Test
  void isWithinItselfAndWhateverIsOutsideIt() {
    Location box = location("甲库-03-02");

    assertThat(box.isWithin(box)).isTrue();
    assertThat(box.isWithin(location("甲库-03"))).isTrue();
    assertThat(box.isWithin(location("甲库-0"))).isFalse();
    assertThat(location("甲库-03").isWithin(box)).isFalse();
  }

  private static Location location(String path) {
    return Location.parse(path).orElseThrow();
  }
}
