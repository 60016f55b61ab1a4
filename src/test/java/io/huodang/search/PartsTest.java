package io.huodang.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartsTest {

  @Test
  void putsNeighboursTogetherThatAreThePartsOfOneCharacter() {
    assertThat(Parts.together("丛龙天")).contains("丛䶮");
    assertThat(Parts.together("毕金享铭")).contains("毕𬭚铭");
    assertThat(Parts.together("高马马马")).contains("高骉");
  }

  @Test
  void knowsHalvesAndWhatTheyAreHalvesOf() {
    assertThat(Parts.ofOrWith("木")).contains("杰", "林");
    assertThat(Parts.ofOrWith("杰")).contains("木");
  }

  @Test
  void takesOnlyATellingPartForALikeness() {
    assertThat(Parts.sharing("坡")).contains("波", "披").doesNotContain("坡", "地");
  }
}
