package io.huodang.corrections;

import static io.huodang.corrections.InventedItems.citizenId;
import static io.huodang.corrections.InventedItems.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.access.Role;
import io.huodang.access.Viewer;
import io.huodang.catalog.Bin;
import io.huodang.catalog.BinEntry;
import io.huodang.catalog.Change;
import io.huodang.catalog.FieldKey;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.catalog.Link;
import io.huodang.catalog.NewReading;
import io.huodang.catalog.Persons;
import io.huodang.corrections.Rearranging.Rearranged;
import io.huodang.identity.Identity;
import io.huodang.testing.DecidingHouse;
import io.huodang.viewing.Looks;
import io.huodang.vocabulary.Refusal;
import io.huodang.web.FrontOfHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = DecidingHouse.class)
class RearrangingTest {
  private static final FieldKey NAME = FieldKey.ofForm("personName");

  @TempDir static Path home;

  @Autowired InventedItems invented;
  @Autowired Items items;
  @Autowired Persons persons;
  @Autowired Fields fields;
  @Autowired Rearranging rearranging;
  @Autowired Removing removing;
  @Autowired Correcting correcting;
  @Autowired LinkDecisions decisions;
  @Autowired Undoing undoing;
  @Autowired Identity identity;
  @Autowired Looks looks;
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

  @Test
  void twoPeopleInOneItemAreEachFoundAfterTheSplitAndTogetherAgainAfterItsUndoing() {
    Item item = decided(formOf("王建国", 501), formOf("李海燕", 502));
    assertThat(item.state()).isEqualTo(Item.State.HELD);

    Rearranged split = rearranging.split(clerk, item.id(), null, item.pages().get(1), null);

    Item first = find(item.id());
    Item second = find(split.item());
    assertThat(first.pages()).containsExactly(item.pages().get(0));
    assertThat(second.pages()).containsExactly(item.pages().get(1));
    assertThat(first.state()).isEqualTo(Item.State.CLOSED);
    assertThat(subject(first)).isNotEqualTo(subject(second));

    undoing.undo(clerk, split.change().id(), null);

    assertThat(find(item.id()).pages()).isEqualTo(item.pages());
    assertThat(find(item.id()).state()).isEqualTo(Item.State.HELD);
    assertThat(find(split.item()).state()).isEqualTo(Item.State.REMOVED);
    assertThat(removing.waiting(clerk, null, 50)).noneMatch(entry -> isOf(entry, split.item()));
  }

  @Test
  void whatWasSaidOfAPageGoesWithItAndWhatWasSaidOfTheFormStays() {
    Item item =
        decided(
            List.of(reading("employerName", null, "县第一中学", 0.9)),
            List.of(reading("personName", null, "王建囯", 0.6)));
    say(item, "title", "职工登记表");
    say(item, "personName", "王建国");

    Rearranged split = rearranging.split(clerk, item.id(), null, item.pages().get(1), null);

    assertThat(find(item.id()).title()).isEqualTo("职工登记表");
    assertThat(fieldsOf(item.id()).find(NAME).map(KeyField::value)).hasValue("");
    assertThat(fieldsOf(split.item()).find(NAME).map(KeyField::value)).hasValue("王建国");

    undoing.undo(clerk, split.change().id(), null);

    assertThat(fieldsOf(item.id()).find(NAME).map(KeyField::value)).hasValue("王建国");
  }

  @Test
  void whoWasRuledOutOfARowIsRuledOutWhereTheRowGoes() {
    Item list =
        decided(
            List.of(),
            List.of(
                reading("personName", 1, "周国庆", 0.95),
                reading("citizenId", 1, citizenId(503), 0.99)));
    Item other = decided(List.of());
    Link row = list.links().getFirst();
    decisions.decide(clerk, row.id(), null, Link.State.REJECTED, null, "another person");

    Rearranged moved =
        rearranging.move(
            clerk, list.id(), null, List.of(list.pages().get(1)), other.id(), null, "misfiled");

    assertThat(find(other.id()).links())
        .singleElement()
        .satisfies(
            link -> {
              assertThat(link.state()).isEqualTo(Link.State.REJECTED);
              assertThat(link.decision()).extracting("reason").isEqualTo("another person");
            });

    undoing.undo(clerk, moved.change().id(), null);

    assertThat(find(list.id()).pages()).isEqualTo(list.pages());
    assertThat(find(list.id()).links().getFirst().decision())
        .extracting("reason")
        .isEqualTo("another person");
  }

  @Test
  void aMergedItemLeadsToTheOneThatHasItsPagesAndComesBackWhole() {
    Item form = decided(formOf("陈文平", 504));
    Item proof = decided(List.of(reading("citizenId", null, citizenId(504), 0.99)));
    correcting.correct(
        clerk, proof.id(), null, new ItemCorrection(List.of(), "0001-2026-501", null, null));

    Rearranged merged =
        rearranging.merge(clerk, form.id(), null, proof.id(), Rearranging.Place.END, "its proof");

    Item whole = find(form.id());
    assertThat(whole.pages()).containsExactly(form.pages().getFirst(), proof.pages().getFirst());
    assertThat(looks.atItem(clerk, proof.id()).id()).isEqualTo(form.id());
    assertThat(whole.identifiers()).extracting("value").contains("0001-2026-501");
    assertThat(items.ofPerson(subject(whole))).containsExactly(form.id());

    undoing.undo(clerk, merged.change().id(), null);

    assertThat(find(proof.id()).pages()).isEqualTo(proof.pages());
    assertThat(looks.atItem(clerk, proof.id()).id()).isEqualTo(proof.id());
    assertThat(find(form.id()).identifiers()).extracting("value").doesNotContain("0001-2026-501");
  }

  @Test
  void aRescanTakesThePlaceOfItsPageAndThePageWaitsInTheBin() {
    Item item = decided(formOf("黄红梅", 506), List.of(), List.of());
    Item rescan = decided(List.of(reading("documentDate", null, "1999-08-01", 0.9)));
    UUID blurred = item.pages().get(1);

    Rearranged replaced =
        rearranging.merge(
            clerk,
            item.id(),
            item.revision(),
            rescan.id(),
            new Rearranging.Place(null, blurred),
            "blurred");

    assertThat(replaced.change().kind()).isEqualTo("replace-page");
    assertThat(find(item.id()).pages())
        .containsExactly(item.pages().get(0), first(rescan), item.pages().get(2));
    assertThat(entryOf(blurred).why()).isEqualTo("blurred");

    undoing.undo(clerk, replaced.change().id(), null);

    assertThat(find(item.id()).pages()).isEqualTo(item.pages());
    assertThat(find(rescan.id()).pages()).isEqualTo(rescan.pages());
    assertThat(removing.waiting(clerk, null, 50)).noneMatch(entry -> isOf(entry, blurred));
  }

  @Test
  void anItemKeepsAPageAndIsNotMovedIntoItself() {
    Item item = decided(List.of(), List.of());
    Item other = decided(List.of());

    refuses("bad-split", () -> rearranging.split(clerk, item.id(), null, first(item), null));
    refuses(
        "last-page",
        () -> rearranging.move(clerk, item.id(), null, item.pages(), other.id(), null, null));
    refuses(
        "same-item",
        () -> rearranging.merge(clerk, item.id(), null, item.id(), Rearranging.Place.END, null));
    refuses("last-page", () -> removing.removePage(clerk, other.id(), null, first(other), null));
  }

  @Test
  void anItemInTheBinIsNeitherShownNorFoundNorAreItsPages() {
    Item item = decided(formOf("吴明", 505));
    UUID person = subject(item);

    removing.removeItem(clerk, item.id(), item.revision(), "delivered twice");

    refuses("no-such-item", () -> looks.atItem(clerk, item.id()));
    refuses("no-such-page", () -> looks.atPage(clerk, first(item), "view-page", Map.of()));
    assertThat(items.ofPerson(person)).isEmpty();
    BinEntry entry = entryOf(item.id());
    assertThat(entry.by()).isEqualTo("qian.clerk");
    assertThat(entry.why()).isEqualTo("delivered twice");
    assertThat(Duration.between(entry.at(), entry.until())).isEqualTo(Bin.WAITS);

    removing.restore(clerk, item.id(), null, "it was not");

    assertThat(looks.atItem(clerk, item.id()).pages()).isEqualTo(item.pages());
    assertThat(items.ofPerson(person)).containsExactly(item.id());
    refuses("not-in-bin", () -> removing.restore(clerk, item.id(), null, null));
  }

  @Test
  void aPageComesBackWhereItStood() {
    Item item = decided(List.of(), List.of(), List.of());
    UUID second = item.pages().get(1);

    Change change = removing.removePage(clerk, item.id(), item.revision(), second, "blurred");

    assertThat(find(item.id()).pages()).doesNotContain(second).hasSize(2);
    refuses("no-such-page", () -> looks.atPage(clerk, second, "view-page", Map.of()));
    assertThat(entryOf(second).position()).isEqualTo(2);

    removing.restore(clerk, item.id(), second, null);

    assertThat(find(item.id()).pages()).isEqualTo(item.pages());
    refuses("changed-since", () -> undoing.undo(clerk, change.id(), null));
  }

  @Test
  void afterThirtyDaysItLeavesTheBinAndNoByteTheVault() {
    Item item = decided(List.of(), List.of());
    Item kept = decided(List.of());
    removing.removePage(clerk, item.id(), null, item.pages().get(1), null);
    removing.removeItem(clerk, kept.id(), null, null);
    Instant later = Instant.now().plus(Bin.WAITS).plusSeconds(60);

    removing.sweep(Instant.now());
    assertThat(removing.waiting(clerk, null, 50)).anyMatch(entry -> isOf(entry, kept.id()));
    removing.sweep(later);

    assertThat(removing.waiting(clerk, null, 50)).isEmpty();
    refuses("not-in-bin", () -> removing.restore(clerk, kept.id(), null, null));
    refuses("not-in-bin", () -> removing.restore(clerk, item.id(), item.pages().get(1), null));
    assertThat(
            jdbc.sql("select subject_id from tombstone where subject_id in (:ids)")
                .param("ids", List.of(kept.id(), item.pages().get(1)))
                .query(UUID.class)
                .list())
        .containsExactlyInAnyOrder(kept.id(), item.pages().get(1));
    assertThat(find(kept.id()).pages()).isEqualTo(kept.pages());
  }

  private static boolean isOf(BinEntry entry, UUID subject) {
    return entry.id().equals(subject);
  }

  private BinEntry entryOf(UUID subject) {
    return removing.waiting(clerk, null, 50).stream()
        .filter(entry -> isOf(entry, subject))
        .findFirst()
        .orElseThrow();
  }

  private void say(Item item, String field, String value) {
    correcting.correct(
        clerk,
        item.id(),
        null,
        new ItemCorrection(List.of(Said.value(FieldKey.ofForm(field), value)), null, null, null));
  }

  private ItemFields fieldsOf(UUID item) {
    return fields.of(find(item));
  }

  private static UUID subject(Item item) {
    return item.links().stream()
        .filter(link -> link.state() == Link.State.CONFIRMED)
        .map(Link::personId)
        .findFirst()
        .orElseThrow();
  }

  private static UUID first(Item item) {
    return item.pages().getFirst();
  }

  private Item find(UUID item) {
    return items.find(item).orElseThrow();
  }

  private static List<NewReading> formOf(String name, int number) {
    return List.of(
        reading("personName", null, name, 0.95),
        reading("citizenId", null, citizenId(number), 0.99));
  }

  @SafeVarargs
  private Item decided(List<NewReading>... readings) {
    Item item = invented.item(readings);
    identity.decide(item.id());
    return find(item.id());
  }

  private static void refuses(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
