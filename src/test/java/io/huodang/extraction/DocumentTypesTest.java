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

  private static final String GENERAL =
      """
      code: general
      name: {zh: 通用, en: Any form}
      fields: [{name: personName, kind: person-name, labels: [姓名]}]
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "企业职工退休审批表, pension-retirement-approval",
    "企业职工退体审批表, pension-retirement-approval",
    "山城市社会保险参保登记表, social-insurance-registration",
    "工伤认定申请表, work-injury-application",
    "职工养老保险缴费证明, contribution-certificate",
    "基本养老保险参保缴费凭证, contribution-voucher",
    "社会保险登记表, employer-registration",
    "工伤认定决定书, work-injury-decision",
    "劳动能力鉴定（确认）结论书, labour-capacity-conclusion",
    "解除（终止）劳动合同证明书, contract-termination",
    "招收合同制工人审批表, worker-recruitment",
    "卷内文件目录, volume-contents",
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
  void knowsAFormWithoutAHeadingByTheWordsOnIt() {
    assertThat(shipped.markedIn("姓名王明性别男民族汉出生1967年住址石桥市公民身份号码"))
        .map(DocumentType::code)
        .contains("identity-card");
    assertThat(shipped.markedIn("姓名王明公民身份号码")).isEmpty();
  }

  @Test
  void looksForNoPersonOnAFormThatIsAboutAnEmployer() {
    assertThat(shipped.fitting("社会保险单位登记表").orElseThrow().rules())
        .extracting(FieldRule::name)
        .contains("employerName", "creditCode")
        .doesNotContain("personName", "citizenId", "insuredNumber");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "kind: date, labels: []         | field amount needs labels or phrases | 6",
        "kind: date, labels: [额], of: x  | 'of' is not known here               | 6",
        "kind: date, phrases: [\"{}元\"]  | a phrase has words and then {} once  | 6",
        "labels: [金额]                  | 'kind' is missing                    | 6"
      })
  void saysWhatIsWrongWithAField(String entry, String problem, int line) throws IOException {
    Files.writeString(
        directory.resolve("wrong.yaml"),
        """
        code: wrong
        name: {zh: 错, en: Wrong}
        headings: [错误表]
        # A comment.
        fields:
          - {name: amount, %s}
        """
            .formatted(entry.strip()));

    assertThat(DocumentTypes.findings(directory))
        .first()
        .asString()
        .startsWith("wrong.yaml, line " + line + ": ")
        .contains(problem.strip());
  }

  @Test
  void tellsEveryWrongFileAtOnce() throws IOException {
    Files.writeString(directory.resolve("general.yaml"), GENERAL);
    Files.writeString(
        directory.resolve("a.yaml"),
        "code: a\nname: {zh: 甲, en: A}\nheadings: [甲表格]\nwithout: [nothing]\n");
    Files.writeString(
        directory.resolve("b.yaml"), "code: b\nname: {zh: 乙, en: B}\nheadings: [乙表格, 甲表格]\n");
    Files.writeString(
        directory.resolve("c.yaml"),
        "code: c\nname: {zh: 丙, en: C}\nheadings: [丙表格]\nretention: {period: D70, basis: order-3}\n");
    Files.writeString(directory.resolve("d.yaml"), "code: d\n\tname: wrong\n");

    assertThat(DocumentTypes.findings(directory))
        .hasSize(4)
        .anyMatch(finding -> finding.startsWith("a.yaml, line 4: 'without' names nothing"))
        .anyMatch(finding -> finding.startsWith("b.yaml, line 3: the heading 甲表格 stands in a.yaml"))
        .anyMatch(finding -> finding.startsWith("c.yaml, line 4: there is no period 'D70'"))
        .anyMatch(finding -> finding.startsWith("d.yaml, line 2: "));
  }

  @Test
  void findsNothingWrongWithWhatIsShipped() {
    assertThat(DocumentTypes.findings(Path.of("ingest/document-types"))).isEmpty();
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
