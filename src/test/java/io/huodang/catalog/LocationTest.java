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
}
