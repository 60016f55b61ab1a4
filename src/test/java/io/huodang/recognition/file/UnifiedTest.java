package io.huodang.recognition.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnifiedTest {
  @Test
  void radicalsBecomeTheCharactersThatLookLikeThem() {
    assertThat(Unified.of("职⼯柳⻘⽲公⺠⾝份⻓⻔⻚⻛⻢⻉⻋⻅⻆⻄⻰⻳⺟")).isEqualTo("职工柳青禾公民身份长门页风马贝车见角西龙龟母");
  }

  @Test
  void whatIsNoRadicalStaysAsItIs() {
    assertThat(Unified.of("ａ１X㐂ⅳ。")).isEqualTo("ａ１X㐂ⅳ。");
  }

  @Test
  void lettersThatWereTiedTogetherAreParted() {
    assertThat(Unified.of("ﬁle")).isEqualTo("file");
  }
}
