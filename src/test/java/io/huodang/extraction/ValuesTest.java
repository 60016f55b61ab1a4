package io.huodang.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

  @ParameterizedTest
  @CsvSource({
    "1967年10月26日, 1967-10-26",
    "1976年12月, 1976-12",
    "2024年4月, 2024-04",
    "1958年10月14日出生, 1958-10-14",
    "２０２３年１２月２０日, 2023-12-20",
    "2023-12-20, 2023-12-20",
    "2023.1.5, 2023-01-05",
    "20210211, 2021-02-11",
    "201403, 2014-03",
    "1987年, 1987",
    "一九八七年十一月, 1987-11",
    "一九七〇年五月二十三日, 1970-05-23",
    "2024年10月13日14时44分, 2024-10-13"
  })
  void datesAreWrittenAsIso8601(String printed, String iso) {
    assertThat(FieldKind.DATE.normalise(printed)).contains(iso);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023年13月1日", "2023年2月30日", "男", "3295245310"})
  void whatIsNoDateIsNone(String printed) {
    assertThat(FieldKind.DATE.normalise(printed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"王建国, 王建国", "：王 建 国, 王建国", "买买提•艾力, 买买提·艾力", "王建国。, 王建国"})
  void namesAreChineseCharactersAndMiddleDots(String read, String name) {
    assertThat(FieldKind.PERSON_NAME.normalise(read)).contains(name);
  }

  @Test
  void lettersInNumbersBecomeTheDigitsTheyLookLike() {
    assertThat(FieldKind.CITIZEN_ID.normalise("11O1O5 19491231 OO2x"))
        .contains("11010519491231002X");
    assertThat(FieldKind.INSURED_NUMBER.normalise("84766796I3")).contains("8476679613");
    assertThat(FieldKind.INSURED_NUMBER.normalise("SB12345678")).contains("SB12345678");
  }

  @Test
  void aCreditCodeIsCheckedAgainstItsCheckCharacter() {
    assertThat(CreditCode.isValid("91350100M000100Y43")).isTrue();
    assertThat(CreditCode.isValid("91350100M000100Y44")).isFalse();
  }

  @Test
  void slipsAreCountedAnywhereInALongerText() {
    assertThat(Slips.between("公民身份号码", "公民身分号码")).isEqualTo(1);
    assertThat(Slips.within("山城市企业职工退休审批表存根", "退休审批表")).isZero();
    assertThat(Slips.within("企业职工退体审批表", "退休审批表")).isEqualTo(1);
  }
}
