package io.huodang.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikesTest {

  @ParameterizedTest
  @ValueSource(strings = {"未末", "国围", "燕蒸", "春舂", "峰锋", "杨扬", "祥样", "王玉", "建健"})
  void knowsWhatIsTakenForWhatBothWays(String pair) {
    assertThat(LookAlikes.alike(pair.codePointAt(0), pair.codePointAt(1))).isTrue();
    assertThat(LookAlikes.alike(pair.codePointAt(1), pair.codePointAt(0))).isTrue();
  }

  @Test
  void changesOneCharacterAtATime() {
    assertThat(LookAlikes.of("王建国"))
        .contains("玉建国", "王健国", "王建围")
        .doesNotContain("王建国", "玉建围", "王建军")
        .hasSizeLessThan(60);
  }

  @Test
  void findsNothingInALongText() {
    assertThat(LookAlikes.of("王建国".repeat(20))).isEmpty();
  }
}
