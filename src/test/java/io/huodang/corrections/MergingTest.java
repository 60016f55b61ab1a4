package io.huodang.corrections;

import static io.huodang.corrections.InventedItems.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.access.Rights;
import io.huodang.access.Role;
import io.huodang.access.Terms;
import io.huodang.access.Viewer;
import io.huodang.catalog.Change;
import io.huodang.catalog.Identifier;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.catalog.Link;
import io.huodang.catalog.Name;
import io.huodang.catalog.NewReading;
import io.huodang.catalog.Person;
import io.huodang.catalog.Persons;
import io.huodang.identity.Identity;
import io.huodang.testing.DecidingHouse;
import io.huodang.viewing.Looks;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.PersonName;
import io.huodang.vocabulary.Refusal;
import io.huodang.web.FrontOfHouse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = DecidingHouse.class)
class MergingTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @TempDir static Path home;

  @Autowired InventedItems invented;
  @Autowired Items items;
  @Autowired Persons persons;
  @Autowired Identity identity;
  @Autowired Looks looks;
  @Autowired Merging merging;
  @Autowired LinkDecisions decisions;
  @Autowired Undoing undoing;
  @Autowired JdbcClient jdbc;

  private Viewer clerk;

  @DynamicPropertySource
  static void registry(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
  }

  @BeforeEach
  void meet() {
    clerk = invented.someone("qian.clerk", Role.CLERK);
  }

  /** Someone whom one form made known. */
  private record Known(UUID id, String number, Item form) {}

  @Test
  void namesNumbersAndItemsOfBothBecomeOnePersonsAndTheOldIdLeadsOn() {
    Known one = known("王建国");
    Known other = known("王建囯");

    merge(one, other);

    Person kept = person(one.id());
    assertThat(kept.values(Identifier.Kind.CITIZEN_ID))
        .containsExactlyInAnyOrder(one.number(), other.number());
    assertThat(kept.name()).hasValue("王建国");
    assertThat(kept.names()).extracting(Name::value).containsExactlyInAnyOrder("王建国", "王建囯");
    assertThat(kept.itemCount()).isEqualTo(2);
    assertThat(looks.atPerson(clerk, other.id()).person().id()).isEqualTo(one.id());
    assertThat(looks.atPerson(clerk, other.id()).items()).hasSize(2);
    assertThat(about(other.form())).containsExactly(one.id());
    assertThat(persons.withIdentifier(Identifier.Kind.CITIZEN_ID, other.number()))
        .containsExactly(one.id());
  }

  @Test
  void takenBackEachHasAgainExactlyWhatWasTheirs() {
    Known one = known("李海燕");
    Known other = known("李海艳");
    Person before = person(one.id());
    Person otherBefore = person(other.id());

    undoing.undo(clerk, merge(one, other).id(), "two sisters");

    assertThat(person(one.id()).identifiers()).isEqualTo(before.identifiers());
    assertThat(person(one.id()).names()).isEqualTo(before.names());
    assertThat(person(other.id()).identifiers()).isEqualTo(otherBefore.identifiers());
    assertThat(person(other.id()).names()).isEqualTo(otherBefore.names());
    assertThat(person(other.id()).mergedInto()).isNull();
    assertThat(about(one.form())).containsExactly(one.id());
    assertThat(about(other.form())).containsExactly(other.id());
  }

  @Test
  void whatCameSinceGoesToWhomItIsAboutWhenAMergeIsTakenBack() {
    Known one = known("陈文平");
    Known other = known("陈文萍");
    Change merge = merge(one, other);
    Item since =
        decided(
            reading("personName", null, "陈文萍", 0.95),
            reading("citizenId", null, other.number(), 0.99),
            reading("insuredNumber", null, "9900112233", 0.95));
    assertThat(about(since)).containsExactly(one.id());
    assertThat(person(one.id()).values(Identifier.Kind.INSURED_NUMBER)).contains("9900112233");

    undoing.undo(clerk, merge.id(), null);

    assertThat(about(since)).containsExactly(other.id());
    assertThat(person(one.id()).values(Identifier.Kind.INSURED_NUMBER))
        .doesNotContain("9900112233");
    assertThat(person(other.id()).values(Identifier.Kind.INSURED_NUMBER)).contains("9900112233");
  }

  @Test
  void decisionsOfPersonsStayOnTheirItemsThroughMergeAndBack() {
    Known one = known("赵立新");
    Known other = known("赵立兴");
    decisions.decide(
        clerk, link(other.form()).id(), null, Link.State.REJECTED, null, "another person");
    Change merge = merge(one, other);
    assertThat(links(other.form(), Link.State.REJECTED)).containsExactly(one.id());

    undoing.undo(clerk, merge.id(), null);

    assertThat(links(other.form(), Link.State.REJECTED)).containsExactly(other.id());
    assertThat(about(other.form())).isEmpty();
  }

  @Test
  void whereBothStandOnOneItemTheNewestWordOfAPersonCountsAndBothComeBack() {
    Known one = known("周国庆");
    Known other = known("周国强");
    UUID second =
        decisions.link(
            clerk, one.form().id(), null, other.id(), Link.Role.SUBJECT, null, null, null);

    Change merge = merge(one, other);

    assertThat(about(one.form())).containsExactly(one.id());
    undoing.undo(clerk, merge.id(), null);
    assertThat(about(one.form())).containsExactly(other.id());
    assertThat(
            jdbc.sql("select state || ' ' || person_id from link where id = :link")
                .param("link", second)
                .query(String.class)
                .single())
        .isEqualTo("confirmed " + other.id());
  }

  @Test
  void anIdThatLedToSomeoneLeadsOnWithThemAndNewerMergesAreTakenBackFirst() {
    Known one = known("吴明");
    Known other = known("吴朋");
    Known third = known("吴萌");
    Change first = merge(one, other);
    Change second = merge(third, one);

    assertThat(person(other.id()).mergedInto()).isEqualTo(third.id());
    refuses("changed-since", () -> undoing.undo(clerk, first.id(), null));
    undoing.undo(clerk, second.id(), null);
    assertThat(person(other.id()).mergedInto()).isEqualTo(one.id());
    undoing.undo(clerk, first.id(), null);
    assertThat(about(other.form())).containsExactly(other.id());
  }

  @Test
  void whatSpeaksAgainstItNeedsAReason() {
    Known one = known("孙秀英");
    Known other = known("黄红梅");

    assertThatThrownBy(() -> merging.merge(clerk, one.id(), null, other.id(), null, " "))
        .isInstanceOfSatisfying(
            ReasonNeeded.class,
            needed ->
                assertThat(needed.details().get("warnings"))
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                    .contains("citizen-ids-differ", "names-differ"));
    assertThat(person(other.id()).mergedInto()).isNull();
    refuses("same-person", () -> merging.compare(clerk, one.id(), one.id()));
  }

  @Test
  void aPersonWhoChangedSinceIsNotMerged() {
    Known one = known("杨丽华");
    Known other = known("杨丽花");
    long seen = person(one.id()).revision();
    persons.add(one.id(), Name.Kind.FORMER, PersonName.parse("杨小华").orElseThrow(), "keyed");

    assertThatThrownBy(() -> merging.merge(clerk, one.id(), seen, other.id(), null, "same"))
        .isInstanceOf(PersonChangedMeanwhile.class);
  }

  @Test
  void whoMayNotSeeEverythingOfBothMergesNothing() {
    Known one = known("刘永生");
    Known other = known("刘永胜");
    Viewer halfSeeing =
        new Viewer(
            clerk.userId(),
            clerk.name(),
            clerk.displayName(),
            Role.CLERK,
            new Rights.Granted(List.of(new Terms(null, null, one.form().terms().batch(), null))),
            null);

    refuses(
        "not-allowed", () -> merging.merge(halfSeeing, one.id(), null, other.id(), null, "same"));
    merge(one, other);
    assertThat(looks.atPerson(halfSeeing, one.id()).items()).hasSize(1);
    refuses("not-allowed", () -> merging.compare(halfSeeing, one.id(), known("郑强").id()));
    assertThat(merging.history(halfSeeing, person(one.id()), 10)).isEmpty();
  }

  @Test
  void whoMayBeTheSameIsFoundByNumberAndByNameWithBirthDate() {
    Known one = known("高志远");
    UUID namesake = withOneDigitElse(one, "高志远");
    Known neighbour = known("高志强");
    persons.add(one.id(), number("7766554433"));
    persons.add(neighbour.id(), number("7766554433"));

    assertThat(merging.candidates(clerk, person(one.id())))
        .extracting(candidate -> candidate.person().id(), Merging.Candidate::why)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(neighbour.id(), "same-insured-number"),
            org.assertj.core.groups.Tuple.tuple(namesake, "near-citizen-id"));
  }

  @Test
  void whoIsSaidNotToBeTheSameIsOfferedNoMoreUntilThatIsTakenBack() {
    Known one = known("何平");
    Known twin = known("何平");
    persons.add(one.id(), number("7766550001"));
    persons.add(twin.id(), number("7766550001"));
    assertThat(offered(one)).contains(twin.id());
    assertThatThrownBy(() -> merging.sayApart(clerk, one.id(), twin.id(), " "))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("reason-needed"));

    Change said = merging.sayApart(clerk, one.id(), twin.id(), "同名，不同号").orElseThrow();

    assertThat(offered(one)).doesNotContain(twin.id());
    assertThat(offered(twin)).doesNotContain(one.id());
    assertThat(merging.apart(clerk, person(twin.id())))
        .extracting(apart -> apart.person().id(), apart -> apart.change().why())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(one.id(), "同名，不同号"));
    assertThat(merging.compare(clerk, one.id(), twin.id()).warnings())
        .contains(MergeWarning.SAID_APART);
    assertThat(merging.sayApart(clerk, twin.id(), one.id(), "再说一次")).isEmpty();

    undoing.undo(clerk, said.id(), null);
    assertThat(offered(one)).contains(twin.id());
    assertThat(merging.apart(clerk, person(one.id()))).isEmpty();
  }

  private List<UUID> offered(Known one) {
    return merging.candidates(clerk, person(one.id())).stream()
        .map(candidate -> candidate.person().id())
        .toList();
  }

  @Test
  void aFormThatIsDecidedAtTheMomentOfAMergeGoesToThePersonWhoStays() throws Exception {
    for (int turn = 0; turn < 6; turn++) {
      Known one = known("何平");
      Known other = known("何萍");
      Item form =
          invented.item(
              List.of(
                  reading("personName", null, "何萍", 0.95),
                  reading("citizenId", null, other.number(), 0.99)));
      CyclicBarrier together = new CyclicBarrier(2);
      try (ExecutorService two = Executors.newFixedThreadPool(2)) {
        List<Callable<Object>> both =
            List.of(
                () -> {
                  together.await();
                  return merge(one, other);
                },
                () -> {
                  together.await();
                  identity.decide(form.id());
                  return form;
                });
        for (Future<Object> each : two.invokeAll(both)) {
          each.get();
        }
      }

      assertThat(about(form)).containsExactly(one.id());
    }
  }

  private UUID withOneDigitElse(Known known, String name) {
    char last = known.number().charAt(16);
    String seventeen = known.number().substring(0, 16) + (last == '9' ? '0' : (char) (last + 1));
    String number = seventeen + CitizenId.checkOf(seventeen);
    return persons.create(
        CitizenId.parse(number).orElseThrow(),
        number,
        PersonName.parse(name).orElseThrow(),
        "roster");
  }

  private static Identifier number(String value) {
    return new Identifier(Identifier.Kind.INSURED_NUMBER, value, value, "roster");
  }

  /** A valid citizen ID that is no slip of another. */
  private static String numberOf(int n) {
    String seventeen =
        "371081%04d%02d%02d%03d"
            .formatted(1940 + n * 7 % 50, 1 + n * 5 % 12, 1 + n * 11 % 28, 100 + n * 37 % 900);
    return seventeen + CitizenId.checkOf(seventeen);
  }

  private Known known(String name) {
    String number = numberOf(NUMBER.incrementAndGet());
    Item form =
        decided(reading("personName", null, name, 0.95), reading("citizenId", null, number, 0.99));
    UUID id =
        persons
            .withIdentifier(
                Identifier.Kind.CITIZEN_ID, CitizenId.parse(number).orElseThrow().value())
            .getFirst();
    return new Known(id, number, form);
  }

  private Item decided(NewReading... readings) {
    Item item = invented.item(List.of(readings));
    identity.decide(item.id());
    return items.find(item.id()).orElseThrow();
  }

  private Change merge(Known kept, Known other) {
    return merging.merge(clerk, kept.id(), null, other.id(), null, "the same person");
  }

  private Person person(UUID id) {
    return persons.find(id).orElseThrow();
  }

  private Link link(Item item) {
    return items.find(item.id()).orElseThrow().links().getFirst();
  }

  private List<UUID> about(Item item) {
    return links(item, Link.State.CONFIRMED);
  }

  private List<UUID> links(Item item, Link.State state) {
    return items.find(item.id()).orElseThrow().links().stream()
        .filter(link -> link.state() == state)
        .map(Link::personId)
        .toList();
  }

  private static void refuses(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
