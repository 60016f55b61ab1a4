package io.huodang.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenIdsTest {
  private static final String SEVENTEEN = "37108119600101123";
  private static final String ID = SEVENTEEN + CitizenId.checkOf(SEVENTEEN);
  private static final String OLD = "371081600101123";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "search for %s failed",
        "id=%s,",
        "Key (value)=(%s) already exists",
        "\"%s\"",
        "王建国%s的档案",
        "/home/in/%s.tif",
        "0001-%s-2"
      })
  void findsANumberWhereverItStands(String line) {
    assertThat(CitizenIds.standIn(line.formatted(ID))).isTrue();
    assertThat(CitizenIds.standIn(line.formatted(OLD))).isTrue();
    assertThat(CitizenIds.replaceIn(line.formatted(ID), "#")).isEqualTo(line.formatted("#"));
  }

  @Test
  void findsANumberAsPeopleWriteIt() {
    StringBuilder wide = new StringBuilder();
    ID.chars().forEach(c -> wide.append((char) (c - '!' + '！')));

    assertThat(CitizenIds.standIn(ID.replaceFirst("(.{6})(.{8})", "$1 $2 "))).isTrue();
    assertThat(CitizenIds.standIn(wide.toString())).isTrue();
    assertThat(CitizenIds.standIn(ID.toLowerCase(java.util.Locale.ROOT))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "371081********123X",
        "01a20e2d-fe05-7b32-aa6c-767a54f84163",
        "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9",
        "2026-11-24T17:15:32.123456789Z",
        "1763999732123456789 ns",
        "0.371081600101123",
        "991081600101123",
        "371081601301123",
        "hd_371081600101123abc",
        "Incident 3a2ed860-89df-4e2f-a263-884bde7aa613: registry-unavailable"
      })
  void takesNothingElseForOne(String line) {
    assertThat(CitizenIds.standIn(line)).isFalse();
  }

  @Test
  void aNumberWithAnotherCheckCharacterIsNone() {
    char wrong = ID.charAt(17) == '1' ? '2' : '1';

    assertThat(CitizenIds.standIn(SEVENTEEN + wrong)).isFalse();
  }

  @Test
  void aNumberInsideOfALongerOneIsNone() {
    assertThat(CitizenIds.standIn("1" + ID)).isFalse();
    assertThat(CitizenIds.standIn(ID + "0")).isFalse();
    assertThat(CitizenIds.standIn("a" + ID)).isFalse();
  }
}
