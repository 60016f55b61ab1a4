package io.huodang.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.search.Asked.CitizenNumber;
import io.huodang.search.Asked.Date;
import io.huodang.search.Asked.Groups;
import io.huodang.search.Asked.Han;
import io.huodang.search.Asked.MaskedNumber;
import io.huodang.search.Asked.Mixed;
import io.huodang.search.Asked.NamePattern;
import io.huodang.search.Asked.Number;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
  private static final String ID = InventedRegistry.citizenId("371881", "19600101", 123);
  private static final String WITH_X =
      IntStream.range(100, 200)
          .mapToObj(sequence -> InventedRegistry.citizenId("371881", "19600101", sequence))
          .filter(id -> id.endsWith("X"))
          .findFirst()
          .orElseThrow();

  @Test
  void readsACitizenIdInWhateverWayItIsWritten() {
    for (String typed :
        List.of(
            WITH_X,
            WITH_X.toLowerCase(Locale.ROOT),
            WITH_X.replace('X', '×'),
            WITH_X.substring(0, 6) + " " + WITH_X.substring(6, 14) + " " + WITH_X.substring(14),
            "\uFEFF" + WITH_X + "\u200B",
            "　３７１８８１" + WITH_X.substring(6))) {
      assertThat(Question.of(typed).parts())
          .as(typed)
          .containsExactly(new CitizenNumber(WITH_X, Numbers.forms(List.of(WITH_X))));
    }
  }

  @ParameterizedTest
  @CsvSource({"买买提·吐尔逊", "买买提•吐尔逊", "买买提.吐尔逊", "买买提。吐尔逊", "买买提・吐尔逊", "买买提 · 吐尔逊", "买买提吐尔逊"})
  void readsANameWithAnyOfTheDots(String typed) {
    assertThat(Question.of(typed).parts()).hasSize(1);
    assertThat(((Han) Question.of(typed).parts().getFirst()).name()).isEqualTo("买买提吐尔逊");
  }

  @ParameterizedTest
  @CsvSource({"王×国", "王□国", "王?国", "王？国", "王 ? 国", "王○国", "王〓国", "王■国", "王囗国", "王_国"})
  void takesWhatNobodyCanReadForAnyCharacter(String typed) {
    assertThat(Question.of(typed).parts()).containsExactly(new NamePattern("王?国"));
  }

  @ParameterizedTest
  @CsvSource({
    "1962-01-05, 19620105",
    "1962.1.5, 19620105",
    "1962/1/5, 19620105",
    "1962年1月5日, 19620105",
    "1962年, 1962",
    "1962年生, 1962"
  })
  void readsADate(String typed, String digits) {
    assertThat(Question.of(typed).parts()).containsExactly(new Date(digits, typed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "姓名：王建国 | 王建国",
        "王建国同志 | 王建国",
        "“王建国” | 王建国",
        "查询王建国的档案 | 王建国",
        "王建国。 | 王建国",
        "王建国（1234） | 王建国 1234",
        "王建国1234 | 王建国 1234",
        "王建国 62 | 王建国 62年",
        "王建国1962 | 王建国 1962",
        "1、王建国，女 | 王建国 女",
        "公民身份号码1234567890 | 1234567890",
        "尾号011232 | 011232",
        "王建国身份证号码1234567890联系电话19901234567 | 王建国 1234567890",
        "石桥市第二毛纺厂王建国 | 石桥市第二毛纺厂 王建国",
        "王建国退休审批表 | 王建国 退休审批表",
        "王 jianguo | 王jianguo",
        "wang2jian4guo2 | wangjianguo",
        "王某国 | 王?国",
        "3718…1234 | 3718*1234"
      })
  void leavesOutWhatStandsBesideTheKeys(String typed, String plain) {
    assertThat(kindsOf(typed)).isEqualTo(kindsOf(plain));
  }

  /** What is asked for, without how it was typed. */
  private static List<String> kindsOf(String typed) {
    return Question.of(typed).parts().stream()
        .map(part -> part instanceof Date date ? "born " + date.digits() : latin(part))
        .toList();
  }

  private static String latin(Asked part) {
    return part instanceof Asked.Latin latin ? latin.typed() : part.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "1962年3月, 196203",
    "1962.3, 196203",
    "1962-03, 196203",
    "62年3月, 196203",
    "62年, 1962",
    "62.3.14, 19620314",
    "1962年3月14日出生, 19620314"
  })
  void readsADateOfWhichPartIsLeftOut(String typed, String digits) {
    assertThat(Question.of(typed).parts()).containsExactly(new Date(digits, typed));
  }

  @ParameterizedTest
  @CsvSource({
    "37188119600l0l1232, 371881196001011232",
    "37188l196OO1011232, 371881196001011232",
    "371881-19600101-1232, 371881196001011232"
  })
  void takesLettersForTheDigitsThatTheyLookLike(String typed, String digits) {
    assertThat(((CitizenNumber) Question.of(typed).parts().getFirst()).typed()).isEqualTo(digits);
  }

  @Test
  void asksForAWholeNumberThatHasGapsOrWords() {
    assertThat(Question.of("W 0064447").whole()).isEqualTo(new Number("W0064447"));
    assertThat(Question.of("石人社工认字〔2015〕 0218号").whole()).isInstanceOf(Asked.Words.class);
    assertThat(Question.of("契约-0009").whole()).isEqualTo(new Asked.Words("契约-0009"));
    assertThat(Question.of("王建国").whole()).isNull();
  }

  @Test
  void takesGroupsOfDigitsForOneNumberOrForSeveralKeys() {
    assertThat(Question.of("8476 679613").parts())
        .containsExactly(
            new Groups("8476679613", List.of(new Number("8476"), new Number("679613"))));
    assertThat(Question.of("*1232").parts()).containsExactly(new MaskedNumber("*1232"));
  }

  @ParameterizedTest
  @CsvSource({"王jg", "王建guo", "w建国", "x建国"})
  void readsLettersInAName(String typed) {
    assertThat(Question.of(typed).parts()).containsExactly(new Mixed(typed, typed));
  }

  @ParameterizedTest
  @CsvSource({"丛yan3", "丛yan", "丛 yan3", "丛 yan"})
  void readsASyllableForACharacterWithItsToneOrWithout(String typed) {
    assertThat(Question.of(typed).parts()).containsExactly(new Mixed("丛yan", "丛yan"));
  }

  @ParameterizedTest
  @CsvSource({
    "曾用名：王芳, true",
    "原名王芳, true",
    "王芳（曾用名）, true",
    "王芳 曾用名 1970, true",
    "曾用名 王 芳, true",
    "王芳, false",
    "姓名：王芳, false",
    "姓名：王芳 曾用名：王桂香, false",
  })
  void knowsANameThatSomeoneBoreBefore(String typed, boolean former) {
    assertThat(((Han) Question.of(typed).parts().getFirst()).former()).isEqualTo(former);
  }

  @ParameterizedTest
  @CsvSource({
    "王伟 1962, several",
    "'王伟，1962', several",
    "王伟、宏达公司, several",
    "wjg 宏达, several",
    "oyrs, initials",
    "wjg, initials",
    "wangjianguo, pinyin",
    "wangj, pinyin",
    "威海市第二毛纺厂, employer"
  })
  void saysHowItUnderstood(String typed, String kind) {
    assertThat(Question.of(typed).understood().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "?",
        "**",
        "*?*",
        "\"",
        "'",
        "{}",
        "{\"a\":1}",
        "(",
        "[a",
        "\\",
        "%",
        "_",
        "/",
        "--",
        "<script>",
        "😀",
        "王😀",
        "·",
        "。",
        "×",
        "□",
        "〇",
        "%王%",
        "王_国",
        "1962-13-45",
        "? ? ? ?"
      })
  void takesAnythingForSomething(String typed) {
    assertThat(Question.of(typed).parts()).isNotEmpty();
  }

  @Test
  void takesALongListOfKeysForText() {
    assertThat(Question.of("王 1 ".repeat(40)).understood().kind()).isEqualTo("text");
    assertThat(Question.of("ao".repeat(90) + "kk").understood().kind()).isEqualTo("pinyin");
  }

  @Test
  void neverRepeatsANumberInFull() {
    assertThat(Question.of("王建国 " + ID).understood().query())
        .isEqualTo("王建国 371881********" + ID.substring(14));
  }
}
