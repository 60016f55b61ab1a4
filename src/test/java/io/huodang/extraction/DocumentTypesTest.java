package io.huodang.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTypesTest {
  private final DocumentTypes shipped = DocumentTypes.load(Path.of("ingest/document-types"));

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "企业职工退休审批表, pension-retirement-approval",
    "企业职工退体审批表, pension-retirement-approval",
    "山城市社会保险参保登记表, social-insurance-registration",
    "工伤认定申请表, work-injury-application",
    "职工养老保险缴费证明, contribution-certificate",
    "参保人员增减变动花名册, insured-persons-roster"
  })
  void knowsAFormByItsHeadingEvenWithASlipOfTheEngine(String heading, String code) {
    assertThat(shipped.fitting(heading)).map(DocumentType::code).contains(code);
  }

  @Test
  void doesNotGuessWhereNoHeadingFits() {
    assertThat(shipped.fitting("职工疗养登记卡片")).isEmpty();
  }

  @Test
  void everyTypeAlsoLooksForTheGeneralFields() {
    assertThat(shipped.fitting("工伤认定申请表").orElseThrow().rules())
        .extracting(FieldRule::name)
        .contains("personName", "citizenId", "insuredNumber", "accidentTime")
        .doesNotHaveDuplicates();
  }

  @Test
  void saysInWhichFileAndLineAMistakeIs() throws IOException {
    Files.writeString(
        directory.resolve("wrong.yaml"),
        """
        code: wrong
        name: {zh: 错, en: Wrong}
        headings: [错误表]
        fields:
          - name: amount
            kind: money
            labels: [金额]
        """);

    Refusal refusal = catchThrowableOfType(Refusal.class, () -> DocumentTypes.load(directory));

    assertThat(refusal.code()).isEqualTo("document-type-invalid");
    assertThat(refusal).hasMessageContaining("wrong.yaml, line 6").hasMessageContaining("money");
  }

  @Test
  void refusesAWordThatItDoesNotKnow() throws IOException {
    Files.writeString(
        directory.resolve("wrong.yaml"),
        """
        code: wrong
        name: {zh: 错, en: Wrong}
        headings: [错误表]
        colour: red
        """);

    assertThat(catchThrowableOfType(Refusal.class, () -> DocumentTypes.load(directory)))
        .hasMessageContaining("wrong.yaml")
        .hasMessageContaining("line 4: ")
        .hasMessageContaining("colour");
  }

  @Test
  void refusesADirectoryWithoutTheGeneralType() {
    assertThat(catchThrowableOfType(Refusal.class, () -> DocumentTypes.load(directory)).code())
        .isEqualTo("document-types-missing");
  }
}
