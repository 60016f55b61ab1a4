package io.huodang.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.search.NearNumbers.Found;
import io.huodang.search.NearNumbers.Slip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "8476679613, 8476679618, WRONG, 9",
    "8476679613, 847667613, LEFT_OUT, 6",
    "8476679613, 476679613, LEFT_OUT, 0",
    "8476679613, 847667961, LEFT_OUT, 9",
    "8476679613, 88476679613, DOUBLED, 0",
    "8476679613, 84766796133, DOUBLED, 9",
    "8476679613, 8476676913, EXCHANGED, 6",
    "37188119600101123X, 371881196001011231, WRONG, 17",
    "37188119600101123X, 37188119600101123, LEFT_OUT, 17"
  })
  void tellsWhatWasMeantAndWhichSlipItWas(String meant, String typed, Slip slip, int at) {
    assertThat(NearNumbers.of(typed)).contains(meant);
    assertThat(NearNumbers.between(typed, meant)).contains(new Found(slip, at));
  }

  @ParameterizedTest
  @CsvSource({
    "8476679613, 8476679613",
    "8476679613, 8476679622",
    "8476679613, 84766796134",
    "84766, 84767",
    "8476679613, 847667961X3"
  })
  void takesNothingElseForASlip(String meant, String typed) {
    assertThat(NearNumbers.between(typed, meant)).isEmpty();
  }

  @Test
  void whatWasTypedIsNoMissOfItself() {
    assertThat(NearNumbers.of("111111")).doesNotContain("111111");
  }
}
