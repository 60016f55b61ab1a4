package io.huodang.corrections;

import static io.huodang.corrections.InventedItems.citizenId;
import static io.huodang.corrections.InventedItems.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.access.Role;
import io.huodang.access.Viewer;
import io.huodang.catalog.Change;
import io.huodang.catalog.ChangedMeanwhile;
import io.huodang.catalog.FieldKey;
import io.huodang.catalog.Item;
import io.huodang.catalog.ItemVersion;
import io.huodang.catalog.ItemVersions;
import io.huodang.catalog.Items;
import io.huodang.catalog.Link;
import io.huodang.catalog.NewReading;
import io.huodang.catalog.Page;
import io.huodang.catalog.PageVersion;
import io.huodang.catalog.Pages;
import io.huodang.identity.Identity;
import io.huodang.testing.DecidingHouse;
import io.huodang.vocabulary.Refusal;
import io.huodang.web.FrontOfHouse;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = DecidingHouse.class)
class ArrangementTest {
  @TempDir static Path home;

  @Autowired InventedItems invented;
  @Autowired Items items;
  @Autowired ItemVersions versions;
  @Autowired Pages pages;
  @Autowired Fields fields;
  @Autowired Arrangement arrangement;
  @Autowired Undoing undoing;
  @Autowired Identity identity;

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
  void aTurnedPageStandsSoAtOnceWithItsBoxesAndIsTurnedBack() {
    Item item = decided(List.of(reading("personName", null, "王建国", 0.95)));
    UUID page = item.pages().getFirst();

    Change change = arrangement.turn(clerk, item.id(), null, page, 90).orElseThrow();

    PageVersion turned = current(page);
    assertThat(turned.rotation()).isEqualTo(90);
    assertThat(turned.version()).isEqualTo(2);
    Place place = nameOf(item).place();
    assertThat(place).isNotNull();
    // 248, 400 with 620 by 120 of 2480 by 3508: its top is what was its left
    assertThat(Objects.requireNonNull(place).top()).isEqualTo(0.1);
    assertThat(place.height()).isEqualTo(0.25);

    undoing.undo(clerk, change.id(), null);

    assertThat(current(page).rotation()).isZero();
    assertThat(current(page).version()).isEqualTo(3);
    assertThat(nameOf(item).value()).isEqualTo("王建国");
  }

  @Test
  void whatWasReadOnABlankPageDoesNotCount() {
    Item item =
        decided(
            List.of(
                reading("personName", null, "李海燕", 0.95),
                reading("citizenId", null, citizenId(411), 0.99)),
            List.of(reading("citizenId", null, citizenId(412), 0.9)));
    assertThat(item.state()).isEqualTo(Item.State.HELD);

    Change change = blank(item, item.pages().get(1), true);

    Item after = find(item);
    assertThat(after.state()).isEqualTo(Item.State.CLOSED);
    assertThat(after.links()).extracting(Link::state).containsExactly(Link.State.CONFIRMED);
    assertThat(current(item.pages().get(1)).blank()).isTrue();

    undoing.undo(clerk, change.id(), "written in pencil");

    assertThat(find(item).state()).isEqualTo(Item.State.HELD);
  }

  @Test
  void anotherOrderIsAnotherVersionAndTheFirstOneStays() {
    Item item = decided(List.of(), List.of(), List.of());
    List<UUID> order = item.pages().reversed();

    Change change =
        arrangement.reorder(clerk, item.id(), item.revision(), order, "upside down").orElseThrow();

    assertThat(find(item).pages()).isEqualTo(order);
    assertThat(versions.ofItem(item.id())).extracting(ItemVersion::version).containsExactly(2, 1);
    assertThat(versions.ofItem(item.id()).getFirst().by()).isEqualTo("qian.clerk");

    undoing.undo(clerk, change.id(), null);

    assertThat(find(item).pages()).isEqualTo(item.pages());
    assertThat(find(item).version()).isEqualTo(3);
  }

  @Test
  void anOrderNamesEveryPageOnce() {
    Item item = decided(List.of(), List.of());
    UUID first = item.pages().getFirst();

    refuses(
        "pages-differ",
        () -> arrangement.reorder(clerk, item.id(), null, List.of(first, first), null));
    refuses(
        "pages-differ", () -> arrangement.reorder(clerk, item.id(), null, List.of(first), null));
  }

  @Test
  void whoSawAnotherArrangementLearnsOfTheNewOne() {
    Item item = decided(List.of(), List.of());
    arrangement.reorder(clerk, item.id(), item.revision(), item.pages().reversed(), null);

    assertThatThrownBy(
            () -> arrangement.reorder(clerk, item.id(), item.revision(), item.pages(), null))
        .isInstanceOfSatisfying(
            ChangedMeanwhile.class,
            changed -> assertThat(changed.changes().getFirst().kind()).isEqualTo("order-pages"));
  }

  @Test
  void onlyAPageOfTheItemIsTurnedThere() {
    Item item = decided(List.of());
    Item other = decided(List.of());

    refuses(
        "no-such-page",
        () -> arrangement.turn(clerk, item.id(), null, other.pages().getFirst(), 90));
    refuses(
        "bad-rotation",
        () -> arrangement.setPage(clerk, item.id(), null, item.pages().getFirst(), 45, null, null));
  }

  private Change blank(Item item, UUID page, boolean blank) {
    return arrangement.setPage(clerk, item.id(), null, page, null, blank, null).orElseThrow();
  }

  private PageVersion current(UUID page) {
    return pages.find(page).map(Page::current).orElseThrow();
  }

  private KeyField nameOf(Item item) {
    return fields.of(find(item)).find(FieldKey.ofForm("personName")).orElseThrow();
  }

  private Item find(Item item) {
    return items.find(item.id()).orElseThrow();
  }

  @SafeVarargs
  private Item decided(List<NewReading>... readings) {
    Item item = invented.item(readings);
    identity.decide(item.id());
    return find(item);
  }

  private static void refuses(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
