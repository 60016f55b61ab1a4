package io.huodang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.access.Role;
import io.huodang.catalog.Identifier;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.catalog.Link;
import io.huodang.catalog.Links;
import io.huodang.catalog.ListRow;
import io.huodang.catalog.Name;
import io.huodang.catalog.NewReading;
import io.huodang.catalog.Persons;
import io.huodang.corrections.InventedItems;
import io.huodang.invented.Draw;
import io.huodang.invented.Misreading;
import io.huodang.invented.Person;
import io.huodang.invented.Townspeople;
import io.huodang.roster.RosterImport;
import io.huodang.roster.RosterImports;
import io.huodang.vocabulary.CitizenId;
import io.huodang.web.FrontOfHouse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whose an item is, decided on a real registry. */
@SpringBootTest(classes = {FrontOfHouse.class, IdentityTest.Deciding.class})
@Import(InventedItems.class)
class IdentityTest {
  private static final String WANG = idOf("37188119600101123");
  private static final String LI = idOf("37188119710812046");

  @TempDir static Path home;

  @Autowired private InventedItems invented;
  @Autowired private Identity identity;
  @Autowired private RegisteredPersons registered;
  @Autowired private RosterImports rosters;
  @Autowired private Persons persons;
  @Autowired private Items items;
  @Autowired private Links links;
  @Autowired private JdbcClient jdbc;

  @Configuration(proxyBeanMethods = false)
  @ComponentScan({"io.huodang.identity", "io.huodang.roster"})
  static class Deciding {}

  @DynamicPropertySource
  static void registry(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
  }

  @BeforeEach
  void nobodyIsKnown() {
    jdbc.sql("truncate roster_import, person, employer, item cascade").update();
  }

  @Test
  void aNameAloneFindsNobodyAndTheItemIsFoundByIt() throws Exception {
    roster("王建国," + WANG + ",8476679613,海东造纸厂");

    Item item = decided(read("personName", "王建国"));

    assertThat(item.links()).isEmpty();
    assertThat(item.names()).extracting(Name::value).containsExactly("王建国");
  }

  @Test
  void aDamagedNumberReachesTheOneWhoStandsClearlyOut() throws Exception {
    roster("王建国," + WANG + ",8476679613,海东造纸厂", "王建国," + LI + ",8400000001,海东酒厂");

    Item item =
        decided(
            read("personName", "王建国"),
            read("citizenId", damaged(WANG)),
            read("employerName", "海东造纸厂"));

    Link link = only(item);
    assertThat(link.state()).isEqualTo(Link.State.CONFIRMED);
    assertThat(link.personId()).isEqualTo(bearer(WANG));
    assertThat(link.margin()).isGreaterThanOrEqualTo(0.5);
    assertThat(link.evidence())
        .contains("\"citizen-id\": \"one-slip\"", "\"name\": \"same\"", "\"employer\": \"same\"");
    assertThat(link.evidence()).doesNotContain(WANG.substring(6, 14)).doesNotContain("王建国");
  }

  @Test
  void twoWhoComeNearAreBothProposed() throws Exception {
    roster("王伟," + WANG + ",8476679613,海东造纸厂", "王伟," + LI + ",8476679618,海东造纸厂");

    Item item = decided(read("personName", "王伟"), read("insuredNumber", "8476679613"));

    assertThat(item.links())
        .hasSize(2)
        .allSatisfy(link -> assertThat(link.state()).isEqualTo(Link.State.PROPOSED));
    assertThat(item.names()).extracting(Name::value).containsExactly("王伟");
  }

  @Test
  void aNumberReadAsValidMakesNobodyBesideTheOneItNearlyIs() throws Exception {
    // Two digits of the ID were misread, and the check character happened to fit.
    String near = idOf("37188119600101128");
    roster("王建国," + WANG + ",8476679613,海东造纸厂");

    Item item = decided(read("personName", "王建国"), read("citizenId", near));

    assertThat(only(item).state()).isEqualTo(Link.State.PROPOSED);
    assertThat(persons.withIdentifier(Identifier.Kind.CITIZEN_ID, near)).isEmpty();
    assertThat(item.identifiers()).extracting(Identifier::value).containsExactly(near);
  }

  @Test
  void aRosterDecidesWhatPapersCouldNot() throws Exception {
    Item before = decided(read("personName", "王建国"), read("insuredNumber", "8476679613"));
    assertThat(before.links()).isEmpty();

    roster("王建国," + WANG + ",8476679613,海东造纸厂");
    assertThat(items.undecided()).contains(before.id());
    identity.decide(before.id());

    Item item = items.find(before.id()).orElseThrow();
    assertThat(only(item).state()).isEqualTo(Link.State.CONFIRMED);
    assertThat(item.names()).isEmpty();
    assertThat(items.undecided()).doesNotContain(before.id());
  }

  @Test
  void whatAPersonDecidedStays() throws Exception {
    roster("王建国," + WANG + ",8476679613,海东造纸厂", "李丽华," + LI + ",8400000001,海东酒厂");
    Item refused = decided(read("personName", "王建国"), read("citizenId", WANG));
    Item given = decided(read("personName", "王建国"), read("citizenId", WANG));
    UUID clerk = invented.someone("zhao.min", Role.CLERK).userId();
    decide(only(refused).id(), "rejected", clerk);
    jdbc.sql("update link set person_id = :other where id = :id")
        .param("other", bearer(LI))
        .param("id", only(given).id())
        .update();
    decide(only(given).id(), "confirmed", clerk);

    identity.decide(refused.id());
    identity.decide(given.id());

    assertThat(only(items.find(refused.id()).orElseThrow()).state()).isEqualTo(Link.State.REJECTED);
    assertThat(only(items.find(given.id()).orElseThrow()).personId()).isEqualTo(bearer(LI));
    assertThat(persons.withIdentifier(Identifier.Kind.CITIZEN_ID, WANG)).hasSize(1);
  }

  @Test
  void whoWasCalledARelativeIsNotFoundAsTheSubject() throws Exception {
    roster("王建国," + WANG + ",8476679613,海东造纸厂");
    Item item = decided(read("personName", "王建国"), read("citizenId", WANG));
    jdbc.sql("update link set role = 'relative' where id = :id")
        .param("id", only(item).id())
        .update();
    decide(only(item).id(), "confirmed", invented.someone("zhao.min", Role.CLERK).userId());

    identity.decide(item.id());

    assertThat(only(items.find(item.id()).orElseThrow()).role()).isEqualTo(Link.Role.RELATIVE);
  }

  @Test
  void whoseAnItemOfTwoNumbersIsIsSettledByAPerson() throws Exception {
    roster("王建国," + WANG + ",8476679613,海东造纸厂");
    Item held = decided(List.of(read("citizenId", WANG)), List.of(read("citizenId", LI)));
    UUID link = links.between(held.id(), bearer(WANG), Link.Role.SUBJECT, null, null);
    decide(link, "confirmed", invented.someone("zhao.min", Role.CLERK).userId());

    identity.decide(held.id());

    Item settled = items.find(held.id()).orElseThrow();
    assertThat(settled.state()).isEqualTo(Item.State.CLOSED);
    assertThat(only(settled).personId()).isEqualTo(bearer(WANG));
    assertThat(items.undecided()).isEmpty();
  }

  @Test
  void everyRowOfAListIsLinkedToItsPerson() throws Exception {
    roster("王建国," + WANG + ",8476679613,海东造纸厂", "李丽华," + LI + ",8400000001,海东造纸厂");

    Item item =
        decided(
            read("employerName", "海东造纸厂"),
            row(1, "personName", "王建国"),
            row(1, "citizenId", WANG),
            row(2, "personName", "李丽华"),
            row(2, "citizenId", damaged(LI)),
            row(3, "personName", "孙文"));

    assertThat(item.links().stream().collect(Collectors.toMap(Link::row, Link::personId)))
        .isEqualTo(Map.of(1, bearer(WANG), 2, bearer(LI)));
    assertThat(item.links())
        .allSatisfy(
            link -> {
              assertThat(link.role()).isEqualTo(Link.Role.LIST_ROW);
              assertThat(link.state()).isEqualTo(Link.State.CONFIRMED);
              assertThat(link.pageId()).isEqualTo(item.pages().getFirst());
            });
    assertThat(
            jdbc.sql("select count(*) from link where box is null").query(Integer.class).single())
        .isZero();
    assertThat(item.names()).extracting(Name::value).containsExactly("孙文");
  }

  @Test
  void twoNumbersHoldAnItemUnlessTheyAreOnePersons() throws Exception {
    Item disputed = decided(List.of(read("citizenId", WANG)), List.of(read("citizenId", LI)));
    assertThat(disputed.state()).isEqualTo(Item.State.HELD);
    assertThat(disputed.links()).isEmpty();

    roster("王建国," + WANG + ",8476679613,海东造纸厂");
    persons.add(bearer(WANG), new Identifier(Identifier.Kind.CITIZEN_ID, LI, LI, "keyed"));
    Item settled =
        decided(
            List.of(read("citizenId", WANG), read("personName", "王建国")),
            List.of(read("citizenId", LI)));

    assertThat(settled.state()).isEqualTo(Item.State.CLOSED);
    assertThat(only(settled).personId()).isEqualTo(bearer(WANG));
  }

  @Test
  void learnsNoSlipOfAKnownNumber() throws Exception {
    roster("王建国," + WANG + ",8476679613,海东造纸厂");

    decided(
        read("personName", "王建国"), read("citizenId", WANG), read("insuredNumber", "8476679618"));
    decided(
        read("personName", "王建国"), read("citizenId", WANG), read("insuredNumber", "3700012345"));

    assertThat(persons.find(bearer(WANG)).orElseThrow().values(Identifier.Kind.INSURED_NUMBER))
        .containsExactlyInAnyOrder("8476679613", "3700012345");
  }

  @Test
  void theRegistryAndARosterInMemoryAnswerAlike() throws Exception {
    Townspeople town = Townspeople.of(7, 600);
    KnownPeople inMemory =
        KnownPeople.of(town.registered().stream().map(DamagedReadingsTest::row).toList());
    roster(
        town.registered().stream()
            .map(
                person ->
                    String.join(
                        ",",
                        person.name(),
                        person.citizenId(),
                        person.insuredNumber(),
                        person.employer().name()))
            .toArray(String[]::new));
    Draw draw = new Draw(8);
    Misreading misreading = new Misreading(draw.apart(), 0.03);
    List<String> different = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      Person subject = draw.one(draw.chance(0.9) ? town.registered() : town.strangers());
      Claimant claimant = DamagedReadingsTest.claimant(misreading.of(subject));
      String one = words(Matching.decide(claimant, registered.near(claimant)));
      String other = words(Matching.decide(claimant, inMemory.near(claimant)));
      if (!one.equals(other)) {
        different.add(one + " in the registry, " + other + " in memory");
      }
    }

    assertThat(different).isEmpty();
  }

  private static String words(Matching.Outcome outcome) {
    return switch (outcome) {
      case Matching.Outcome.Sure sure -> "surely " + key(sure.who());
      case Matching.Outcome.Possible possible ->
          "perhaps " + possible.who().stream().map(IdentityTest::key).sorted().toList();
      case Matching.Outcome.Nobody _ -> "nobody";
    };
  }

  private static String key(Candidate candidate) {
    return candidate.known().citizenIds() + " " + candidate.known().insuredNumbers();
  }

  @Test
  void decidingARowOfAListLeavesTheOthersAsTheyAre() throws Exception {
    roster(
        "王伟," + WANG + ",8476679613,海东造纸厂",
        "王伟," + LI + ",8476679618,海东造纸厂",
        "张敏,37108119650305124X,8500000012,海东造纸厂");
    Item list =
        decided(
            row(1, "personName", "王伟"),
            row(1, "insuredNumber", "8476679613"),
            row(2, "personName", "张敏"),
            row(2, "insuredNumber", "8500000012"),
            row(3, "personName", "李四"));
    UUID page = list.pages().getFirst();
    UUID one =
        list.links().stream()
            .filter(link -> new ListRow(page, 1).isOf(link))
            .findFirst()
            .orElseThrow()
            .id();
    List<Link> others =
        list.links().stream().filter(link -> !new ListRow(page, 1).isOf(link)).toList();

    decide(one, "confirmed", invented.someone("lin.wan", Role.ARCHIVIST).userId());
    identity.decideRows(list.id(), Set.of(new ListRow(page, 1)));

    Item after = items.find(list.id()).orElseThrow();
    assertThat(
            after.links().stream().filter(link -> new ListRow(page, 1).isOf(link)).map(Link::state))
        .containsExactlyInAnyOrder(Link.State.CONFIRMED, Link.State.REJECTED);
    assertThat(after.links()).containsAll(others);
    assertThat(after.names()).extracting(Name::value).containsExactly("李四");
    identity.decide(list.id());
    assertThat(items.find(list.id()).orElseThrow()).isEqualTo(after);
  }

  private void roster(String... rows) throws Exception {
    String csv = "姓名,身份证号,个人编号,单位\n" + String.join("\n", rows) + "\n";
    RosterImport done =
        rosters
            .begin(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                "roster.csv",
                false,
                invented.someone("lin.wan", Role.ARCHIVIST))
            .end()
            .get();
    assertThat(done.state()).isEqualTo(RosterImport.State.DONE);
  }

  private Item decided(NewReading... readings) {
    return decided(List.of(readings));
  }

  @SafeVarargs
  private Item decided(List<NewReading>... pages) {
    Item item = invented.item(pages);
    identity.decide(item.id());
    return items.find(item.id()).orElseThrow();
  }

  private void decide(UUID link, String state, UUID user) {
    jdbc.sql(
            "update link set state = :state, decided_by = :user, decided_at = now() where id = :id")
        .param("state", state)
        .param("user", user)
        .param("id", link)
        .update();
  }

  private Link only(Item item) {
    List<Link> all = links.ofItem(item.id());
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private UUID bearer(String id) {
    List<UUID> bearers = persons.withIdentifier(Identifier.Kind.CITIZEN_ID, id);
    assertThat(bearers).hasSize(1);
    return bearers.getFirst();
  }

  private static NewReading read(String field, String value) {
    return InventedItems.reading(field, null, value, 0.9);
  }

  private static NewReading row(int row, String field, String value) {
    return InventedItems.reading(field, row, value, 0.9);
  }

  private static String damaged(String id) {
    return id.substring(0, 9) + (id.charAt(9) == '5' ? '3' : '5') + id.substring(10);
  }

  private static String idOf(String seventeen) {
    return seventeen + CitizenId.checkOf(seventeen);
  }
}
