package io.huodang.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.PersonName;
import io.huodang.vocabulary.Refusal;
import io.huodang.vocabulary.Sex;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterFileTest {
  private static final String ID = idOf("37188119600101123");
  private static final String OLD_ID = "371881600101123";

  @TempDir Path folder;

  @Test
  void readsThePlainForm() throws IOException {
    RosterRow row =
        onlyRow(
            """
            姓名,身份证号,个人编号,性别,出生日期,单位,曾用名
            王建国,%s,0076679613,男,1960-01-01,海东造纸厂,王铁柱
            """
                .formatted(ID));

    assertThat(row.name().value()).isEqualTo("王建国");
    assertThat(row.citizenId()).contains(CitizenId.parse(ID).orElseThrow());
    assertThat(row.insuredNumbers()).containsExactly("0076679613");
    assertThat(row.sex()).isEqualTo(Sex.MALE);
    assertThat(row.birthDate()).isEqualTo(LocalDate.of(1960, 1, 1));
    assertThat(row.employer()).isEqualTo("海东造纸厂");
    assertThat(row.formerNames()).extracting(PersonName::value).containsExactly("王铁柱");
    assertThat(row.findings()).isEmpty();
    assertThat(row.line()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AAC003,AAC147,AAC001", "name;idNumber;insuredNumber", "*姓 名\t证件号码（18位）\t个人参保号1"})
  void knowsColumnsByManyNames(String headings) throws IOException {
    String separator = headings.contains(";") ? ";" : headings.contains("\t") ? "\t" : ",";

    RosterRow row = onlyRow(headings + "\n" + String.join(separator, "王建国", ID, "8476679613"));

    assertThat(row.citizenId()).isPresent();
    assertThat(row.insuredNumbers()).containsExactly("8476679613");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
  void readsCharactersOutsideTheOldTables(String charset) throws IOException {
    // 𠅤 lies outside the BMP: four bytes in GB 18030 as in UTF-8.
    String text = "姓名,身份证号\n王𠅤," + ID + "\n";
    Path file = folder.resolve("roster.csv");
    Files.write(file, ("\uFEFF" + text).getBytes(Charset.forName(charset)));

    assertThat(rows(file)).extracting(row -> row.name().value()).containsExactly("王𠅤");
  }

  @Test
  void findsTheHeadingsBelowATitleAndKeepsLineBreaksInQuotes() throws IOException {
    RosterRow row =
        onlyRow(
            "\"2026年参保人员\n花名册\",,\n\n姓名,身份证号,单位\n\"王 伟\",\"%s\",\"海东\n\"\"造纸\"\"厂\"\n"
                .formatted(ID));

    assertThat(row.name().value()).isEqualTo("王伟");
    assertThat(row.employer()).isEqualTo("海东\n\"造纸\"厂");
    assertThat(row.line()).isEqualTo(5);
  }

  @Test
  void takesSeveralInsuredNumbersFromCellsAndColumns() throws IOException {
    RosterRow row =
        onlyRow("姓名,个人编号,个人编号2,医疗保险编号\n王建国,0076679613、３７０００１２３４５,'0012345678,=\"00998877\"\n");

    assertThat(row.insuredNumbers())
        .containsExactly("0076679613", "3700012345", "0012345678", "00998877");
    assertThat(row.citizenId()).isEmpty();
  }

  @Test
  void carriesFifteenDigitsAsPrinted() throws IOException {
    RosterRow row = onlyRow("姓名,身份证号\n王建国," + OLD_ID + "\n");

    assertThat(row.citizenId().orElseThrow().value()).isEqualTo(ID);
    assertThat(row.citizenId().orElseThrow().hadCheck()).isFalse();
    assertThat(row.printedId()).isEqualTo(OLD_ID);
  }

  @Test
  void keepsAnInvalidNumberAsPrintedAndSaysSo() throws IOException {
    char wrong = ID.charAt(17) == '0' ? '1' : '0';
    RosterRow row = onlyRow("姓名,身份证号\n王建国," + ID.substring(0, 17) + wrong + "\n");

    assertThat(row.citizenId()).isEmpty();
    assertThat(row.printedId()).isEqualTo(ID.substring(0, 17) + wrong);
    assertThat(row.findings()).containsExactly("invalid-citizen-id");
  }

  @Test
  void seesWhatASpreadsheetDidToANumber() throws IOException {
    assertThat(onlyRow("姓名,身份证号\n王建国,3.71882E+17\n").findings())
        .containsExactly("scientific-number");
  }

  @Test
  void tellsWhatContradictsTheNumberAndBelievesTheRoster() throws IOException {
    RosterRow row = onlyRow("姓名,身份证号,性别,出生日期\n王建国," + ID + ",女,1961年3月5日\n");

    assertThat(row.sex()).isEqualTo(Sex.FEMALE);
    assertThat(row.birthDate()).isEqualTo(LocalDate.of(1961, 3, 5));
    assertThat(row.findings()).containsExactlyInAnyOrder("sex-differs", "birth-differs");
  }

  @Test
  void doesNotTakeAPassportForABadCitizenNumber() throws IOException {
    RosterRow row = onlyRow("姓名,证件类型,证件号码\nSMITH JOHN,护照,E12345678\n");

    assertThat(row.idKind()).isEqualTo(RosterRow.IdKind.PASSPORT);
    assertThat(row.findings()).isEmpty();
  }

  @Test
  void refusesLinesThatNameNobody() throws IOException {
    Path file = write("姓名,身份证号\n,%s\n王建国,\n12345,%s\n,\n".formatted(ID, ID));
    List<RosterLine> lines = new ArrayList<>();
    RosterFile.open(file).read(lines::add);

    assertThat(lines)
        .containsExactly(
            new RosterLine.Refused(2, "no-name"),
            new RosterLine.Refused(3, "no-number"),
            new RosterLine.Refused(4, "bad-name"));
  }

  @Test
  void saysWhyAFileIsNoRoster() throws IOException {
    assertRefused("", "roster-empty");
    assertRefused("PK\3\4 workbook", "roster-not-csv");
    assertRefused("abc\0def", "roster-not-csv");
    assertRefused("单位,电话\n造纸厂,1\n", "roster-headings");
  }

  @Test
  void endsAtAQuotationMarkWithoutItsPartner() throws IOException {
    String text = "姓名,身份证号\n王建国," + ID + "\n\"李丽华," + ID + "\n" + "王伟,x\n".repeat(2_000);
    Path file = write(text);

    assertThatThrownBy(() -> RosterFile.open(file).read(_ -> {}))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("roster-damaged");
              assertThat(refusal.getMessage()).contains("behind line 2").doesNotContain(ID);
            });
  }

  private void assertRefused(String text, String code) throws IOException {
    Path file = write(text);
    assertThatThrownBy(() -> RosterFile.open(file))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private RosterRow onlyRow(String text) throws IOException {
    List<RosterRow> rows = rows(write(text));
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private Path write(String text) throws IOException {
    return Files.write(folder.resolve("roster.csv"), text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<RosterRow> rows(Path file) throws IOException {
    List<RosterRow> rows = new ArrayList<>();
    RosterFile.open(file).read(line -> rows.add((RosterRow) line));
    return rows;
  }

  private static String idOf(String seventeen) {
    return seventeen + CitizenId.checkOf(seventeen);
  }
}
