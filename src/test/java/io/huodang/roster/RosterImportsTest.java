package io.huodang.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.access.Role;
import io.huodang.access.Viewer;
import io.huodang.catalog.Identifier;
import io.huodang.catalog.Name;
import io.huodang.catalog.Person;
import io.huodang.catalog.Persons;
import io.huodang.roster.RosterDifference.Kind;
import io.huodang.roster.RosterImport.State;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.PersonName;
import io.huodang.vocabulary.Refusal;
import io.huodang.vocabulary.Sex;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = RosterSlice.class)
class RosterImportsTest {
  private static final String HEAD = "姓名,身份证号,个人编号,性别,出生日期,单位,曾用名\n";
  private static final String WANG = idOf("37188119600101123");
  private static final String LI = idOf("37188119710812046");
  private static final String ZHANG = idOf("37188119550909028");

  @Autowired private RosterImports imports;
  @Autowired private ImportTurn turn;
  @Autowired private Persons persons;
  @Autowired private JdbcClient jdbc;
  @Autowired private RosterSettings settings;

  private Viewer archivist = Viewer.of(UUID.randomUUID(), "nobody", Role.ARCHIVIST);

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry properties) throws IOException {
    RosterSlice.connect(properties);
  }

  @BeforeEach
  void nobodyIsKnown() {
    jdbc.sql("truncate roster_import, roster_entry, person, employer, app_user cascade").update();
    UUID user =
        jdbc.sql(
                """
                insert into app_user (name, display_name, role, password_hash)
                values ('lin.wan', '林晚', 'archivist', '-') returning id
                """)
            .query(UUID.class)
            .single();
    archivist = Viewer.of(user, "lin.wan", Role.ARCHIVIST);
  }

  @Test
  void namesWhoIsNewAndWhoIsGoneWithMaskedNumbers() throws Exception {
    String wang = "王建国," + WANG + ",0076679613,男,1960-01-01,海东造纸厂,\n";
    String li = "李玉兰," + LI + ",0076679614,女,1971-08-12,海东造纸厂,\n";
    String zhang = "张秀英," + ZHANG + ",0076679615,女,1955-09-09,海东酒厂,\n";
    RosterImport first = importAll(wang + li);
    RosterImport second = importAll(wang + zhang);
    RosterImport third = importAll(wang + li);

    assertThat(who(first, Kind.ADDED)).as("everyone is new in a first roster").isEmpty();
    assertThat(who(second, Kind.ADDED)).containsExactly("张秀英");
    assertThat(who(second, Kind.MISSING)).containsExactly("李玉兰");
    assertThat(who(third, Kind.RETURNED)).containsExactly("李玉兰");
    assertThat(who(third, Kind.MISSING)).containsExactly("张秀英");
    RosterDifference added =
        imports.differences(second.id(), Kind.ADDED, null, 1).getFirst().masked();
    assertThat(added.citizenId()).startsWith("371881********").hasSize(18).isNotEqualTo(ZHANG);
    assertThat(persons.find(java.util.Objects.requireNonNull(added.personId()))).isPresent();
  }

  private List<String> who(RosterImport roster, Kind kind) {
    return imports.differences(roster.id(), kind, null, 10).stream()
        .map(RosterDifference::name)
        .toList();
  }

  @Test
  void makesPersonsKnownBeforeAnyPaper() throws Exception {
    RosterImport done = importAll("王建国," + WANG + ",0076679613,男,1960-01-01,海东造纸厂,王铁柱\n");

    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.added()).isEqualTo(1);
    Person wang = bearer(WANG);
    assertThat(wang.name()).contains("王建国");
    assertThat(wang.names()).contains(new Name(Name.Kind.FORMER, "王铁柱", "roster"));
    assertThat(wang.values(Identifier.Kind.INSURED_NUMBER)).containsExactly("0076679613");
    assertThat(wang.employers()).containsExactly("海东造纸厂");
    assertThat(wang.sex()).isEqualTo(Sex.MALE);
    assertThat(wang.birthDate()).isEqualTo(LocalDate.of(1960, 1, 1));
    assertThat(wang.itemCount()).isZero();
  }

  @Test
  void sameFileAgainChangesNothingAndSaysSo() throws Exception {
    String roster = "王建国," + WANG + ",0076679613,男,1960-01-01,海东造纸厂,\n李丽华," + LI + ",,,,,李莉华\n";
    importAll(roster);
    String before = everything();

    RosterImport again = importAll(roster);

    assertThat(again.changesNothing()).isTrue();
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aDryRunTellsTheDifferencesAndChangesNothing() throws Exception {
    importAll("王建国," + WANG + ",0076679613,,,,\n李丽华," + LI + ",,,,,\n");
    String before = everything();

    RosterImport compared =
        run(HEAD + "王建囯," + WANG + ",0076679613,,,,\n张三丰," + ZHANG + ",,,,,\n", true);

    assertThat(compared.state()).isEqualTo(State.COMPARED);
    assertThat(List.of(compared.added(), compared.changed(), compared.missing()))
        .containsExactly(1, 1, 1);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aChangedNameMakesTheOldOneFormer() throws Exception {
    importAll("王丽," + LI + ",1234567890,,,,\n");

    RosterImport done = importAll("王莉娜," + LI + ",1234567890,,,,\n");

    Person person = bearer(LI);
    assertThat(person.name()).contains("王莉娜");
    assertThat(person.names()).contains(new Name(Name.Kind.FORMER, "王丽", "roster"));
    assertThat(done.changed()).isEqualTo(1);
    assertThat(done.fields())
        .contains(new RosterImport.FieldDifference("name", 1, 1, 1))
        .contains(new RosterImport.FieldDifference("insured-number", 1, 1, 0));
    assertThat(imports.changes(done.id(), null, 10))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.before()).isEqualTo("王丽");
              assertThat(change.after()).isEqualTo("王莉娜");
              assertThat(change.personId()).isEqualTo(person.id());
            });
  }

  @Test
  void aChangedNumberStaysAsOneThatWasValid() throws Exception {
    importAll("王建国," + WANG + ",1234567890,,,,\n");

    importAll("王建国," + ZHANG + ",1234567890 99887766,,,,\n");

    Person person = bearer(ZHANG);
    assertThat(person.values(Identifier.Kind.CITIZEN_ID)).containsExactlyInAnyOrder(WANG, ZHANG);
    assertThat(person.values(Identifier.Kind.INSURED_NUMBER))
        .containsExactlyInAnyOrder("1234567890", "99887766");
    assertThat(
            jdbc.sql("select value from identifier where valid_to is not null")
                .query(String.class)
                .list())
        .containsExactly(WANG);
    assertThat(countPersons()).isEqualTo(1);
  }

  @Test
  void oneNumberOfTwoNamesMakesTwoPersons() throws Exception {
    RosterImport done =
        importAll("王建国," + WANG + ",1234567890,,,,\n赵志强," + WANG + ",1234567891,,,,\n");

    assertThat(persons.withIdentifier(Identifier.Kind.CITIZEN_ID, WANG)).hasSize(2);
    assertThat(done.remarks()).containsEntry("number-shared", 2);
    assertThat(
            importAll("王建国," + WANG + ",1234567890,,,,\n赵志强," + WANG + ",1234567891,,,,\n")
                .changesNothing())
        .isTrue();
  }

  @Test
  void oneWholePersonOnSeveralLinesIsOnePerson() throws Exception {
    RosterImport done =
        importAll(
            "王建国,%s,1234567890,,,海东造纸厂,\n王建国,%s,99887766,,,海东酒厂,\n王建国,,99887766,,,,\n"
                .formatted(WANG, WANG));

    Person person = bearer(WANG);
    assertThat(countPersons()).isEqualTo(1);
    assertThat(person.values(Identifier.Kind.INSURED_NUMBER))
        .containsExactlyInAnyOrder("1234567890", "99887766");
    assertThat(person.employers()).containsExactlyInAnyOrder("海东造纸厂", "海东酒厂");
    assertThat(done.remarks()).containsEntry("person-twice", 1);
  }

  @Test
  void anInvalidNumberIsKeptAsPrintedWithARemarkThatDoesNotRepeatIt() throws Exception {
    String wrong = WANG.substring(0, 17) + (WANG.charAt(17) == '1' ? '2' : '1');

    RosterImport done = importAll("王建国," + wrong + ",1234567890,,,,\n,x,,,,,\n");

    assertThat(bearer(wrong).name()).contains("王建国");
    assertThat(done.remarks()).containsEntry("invalid-citizen-id", 1).containsEntry("no-name", 1);
    assertThat(done.refused()).isEqualTo(1);
    assertThat(imports.remarks(done.id(), 10))
        .containsExactly(
            new RosterRemark(3, "no-name", true), new RosterRemark(2, "invalid-citizen-id", false));
    assertThat(done.toString()).doesNotContain(wrong);
  }

  @Test
  void whoIsMissingStaysKnownAndMayComeBack() throws Exception {
    String both = "王建国," + WANG + ",,,,,\n李丽华," + LI + ",,,,,\n";
    importAll(both);

    RosterImport without = importAll("王建国," + WANG + ",,,,,\n");
    RosterImport again = importAll(both);

    assertThat(without.missing()).isEqualTo(1);
    assertThat(persons.withIdentifier(Identifier.Kind.CITIZEN_ID, LI)).hasSize(1);
    assertThat(again.returned()).isEqualTo(1);
    assertThat(again.added()).isZero();
  }

  @Test
  void aColumnThatIsNotThereChangesNothing() throws Exception {
    importAll("王建国," + WANG + ",1234567890,男,1960-01-01,海东造纸厂,王铁柱\n");

    RosterImport again = run("姓名,个人编号\n王建国,1234567890\n", false);

    assertThat(again.changesNothing()).isTrue();
    assertThat(run("姓名,个人编号,性别\n王建国,1234567890,女\n", false).changed()).isEqualTo(1);
    assertThat(bearer(WANG).sex()).isEqualTo(Sex.FEMALE);
    assertThat(bearer(WANG).employers()).containsExactly("海东造纸厂");
  }

  @Test
  void whatANumberSaidMayBecomeUnknown() throws Exception {
    run("姓名,身份证号,个人编号\n王建国," + WANG + ",1234567890\n", false);

    RosterImport done = run("姓名,身份证号,个人编号\n王建国,0000,1234567890\n", false);

    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(bearer(WANG).values(Identifier.Kind.INSURED_NUMBER)).containsExactly("1234567890");
  }

  @Test
  void everyFieldMayChange() throws Exception {
    importAll("王建国," + WANG + ",1234567890,男,1960-01-01,海东造纸厂,\n");

    RosterImport done = importAll("王建国," + WANG + ",99887766,女,1961-01-01,海东酒厂,王铁柱\n");

    Person wang = bearer(WANG);
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(wang.sex()).isEqualTo(Sex.FEMALE);
    assertThat(wang.birthDate()).isEqualTo(LocalDate.of(1961, 1, 1));
    assertThat(wang.employers()).containsExactlyInAnyOrder("海东造纸厂", "海东酒厂");
    assertThat(wang.names()).contains(new Name(Name.Kind.FORMER, "王铁柱", "roster"));
    assertThat(imports.changes(done.id(), null, 10))
        .extracting(RosterChange::field)
        .containsExactlyInAnyOrder(
            "insured-number", "sex", "birth-date", "employer", "former-name");
  }

  @Test
  void someoneKnownFromAFormIsThePersonOfTheRoster() throws Exception {
    UUID known = fromForm("王吉", WANG);

    importAll("王喆," + WANG + ",1234567890,,,,\n");

    Person person = bearer(WANG);
    assertThat(person.id()).isEqualTo(known);
    assertThat(person.name()).contains("王喆");
    assertThat(person.names()).contains(new Name(Name.Kind.VARIANT, "王吉", "form"));
    assertThat(countPersons()).isEqualTo(1);
  }

  @Test
  void someoneOfAnotherNameIsNotThePersonOfTheRoster() throws Exception {
    UUID known = fromForm("赵志强", WANG);

    importAll("王建国," + WANG + ",1234567890,,,,\n");

    assertThat(persons.withIdentifier(Identifier.Kind.CITIZEN_ID, WANG)).hasSize(2);
    assertThat(persons.find(known).orElseThrow().name()).contains("赵志强");
  }

  @Test
  void whatWasInterruptedIsFinishedByARepeat() throws Exception {
    String roster = "王建国," + WANG + ",,,,,\n李丽华," + LI + ",,,,,\n张三丰," + ZHANG + ",,,,,\n";
    importAll(roster);
    // As after a kill between two parts: the last one never came in, the import never ended.
    jdbc.sql("delete from roster_entry where name = '张三丰'").update();
    jdbc.sql("delete from identifier where value = :id").param("id", ZHANG).update();
    jdbc.sql("delete from name where value = '张三丰'").update();
    jdbc.sql("delete from person p where not exists (select from name where person_id = p.id)")
        .update();
    jdbc.sql("update roster_import set state = 'applying'").update();

    RosterImport repeat = importAll(roster);

    assertThat(repeat.added()).isEqualTo(1);
    assertThat(repeat.unchanged()).isEqualTo(2);
    assertThat(countPersons()).isEqualTo(3);
    assertThat(imports.newest(null, 10))
        .extracting(RosterImport::state)
        .containsExactly(State.DONE, State.INTERRUPTED);
  }

  @Test
  void oneImportAtATime() throws Exception {
    try (ImportTurn.Held held = turn.take()) {
      assertThatThrownBy(() -> importAll("王建国," + WANG + ",,,,,\n"))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("roster-busy"));
    }
    assertThat(importAll("王建国," + WANG + ",,,,,\n").state()).isEqualTo(State.DONE);
  }

  @Test
  void aFileThatIsNoRosterIsRefusedWithAReason() throws Exception {
    RosterImport refused = run("单位,电话\n造纸厂,1\n", false);

    assertThat(refused.state()).isEqualTo(State.REFUSED);
    assertThat(refused.reason()).isNotNull();
    assertThat(countPersons()).isZero();
  }

  @Test
  void leavesNobodysNumbersBehindAndIsOnRecord() throws Exception {
    RosterImport done = importAll("王建国," + WANG + ",,,,,\n");

    try (Stream<Path> left = Files.list(settings.spool())) {
      assertThat(left).isEmpty();
    }
    assertThat(jdbc.sql("select count(*) from roster_line").query(Integer.class).single()).isZero();
    assertThat(
            jdbc.sql(
                    "select detail->>'added' from audit where action = 'import-roster' and subject_id = :id")
                .param("id", done.id())
                .query(String.class)
                .single())
        .isEqualTo("1");
  }

  private RosterImport importAll(String rows) throws Exception {
    return run(HEAD + rows, false);
  }

  private RosterImport run(String text, boolean dryRun) throws Exception {
    return imports
        .begin(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            "roster.csv",
            dryRun,
            archivist)
        .end()
        .get();
  }

  private UUID fromForm(String name, String id) {
    return persons.create(
        CitizenId.parse(id).orElseThrow(), id, PersonName.parse(name).orElseThrow(), "form");
  }

  private Person bearer(String id) {
    List<UUID> bearers = persons.withIdentifier(Identifier.Kind.CITIZEN_ID, id);
    assertThat(bearers).hasSize(1);
    return persons.find(bearers.getFirst()).orElseThrow();
  }

  private int countPersons() {
    return jdbc.sql("select count(*) from person").query(Integer.class).single();
  }

  /** All that is known of anybody, row by row. */
  private String everything() {
    StringBuilder all = new StringBuilder();
    for (String table :
        List.of("person", "name", "identifier", "employment", "employer", "roster_entry")) {
      jdbc.sql("select t::text from %s t order by 1".formatted(table))
          .query(String.class)
          .list()
          .forEach(row -> all.append(row).append('\n'));
    }
    return all.toString();
  }

  private static String idOf(String seventeen) {
    return seventeen + CitizenId.checkOf(seventeen);
  }
}
