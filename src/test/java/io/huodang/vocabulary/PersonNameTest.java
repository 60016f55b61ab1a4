package io.huodang.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

  @ParameterizedTest
  @CsvSource({
    "王建国, 王建国",
    "' 王  伟 ', 王伟",
    "王　建　国, 王建国",
    "買買提•吐爾遜, 買買提·吐爾遜",
    "买买提．吐尔逊, 买买提·吐尔逊",
    "买买提 吐尔逊, 买买提·吐尔逊",
    "买买提 · 吐尔逊, 买买提·吐尔逊",
    "ＪＯＨＮ　 SMITH, JOHN SMITH"
  })
  void isTidiedButKeepsItsCharacters(String written, String value) {
    assertThat(PersonName.parse(written).orElseThrow().value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"陳國強, 陈国强", "买买提·吐尔逊, 买买提吐尔逊", "買買提吐爾遜, 买买提吐尔逊", "John Smith, johnsmith", "王𠅤, 王𠅤"})
  void foldsSpellingsOfOneNameToTheSame(String written, String folded) {
    assertThat(PersonName.parse(written).orElseThrow().folded()).isEqualTo(folded);
  }

  @Test
  void foldsPartsToPartsOfTheWhole() {
    String name = "瀋乾後龔範";

    String folded = PersonName.fold(name);

    for (int i = 0; i < name.length(); i++) {
      assertThat(folded).contains(PersonName.fold(name.substring(i)));
    }
  }

  @Test
  void countsCharactersOutsideTheBmpAsOne() {
    assertThat(PersonName.parse("王𠅤").orElseThrow().length()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "··", "12", "王建国1", "370632?", "《表》"})
  void refusesWhatNobodyIsCalled(String written) {
    assertThat(PersonName.parse(written)).isEmpty();
  }

  @Test
  void refusesMoreThanFiftyCharacters() {
    assertThat(PersonName.parse("王".repeat(51))).isEmpty();
    assertThat(PersonName.parse("王".repeat(50))).isPresent();
  }

  @Test
  void neverPrintsItself() {
    assertThat(PersonName.parse("王建国").orElseThrow().toString()).doesNotContain("王");
  }
}
