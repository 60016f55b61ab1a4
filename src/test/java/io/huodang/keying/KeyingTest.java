package io.huodang.keying;

import static io.huodang.corrections.InventedItems.citizenId;
import static io.huodang.corrections.InventedItems.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.access.Rights;
import io.huodang.access.Role;
import io.huodang.access.Terms;
import io.huodang.access.Viewer;
import io.huodang.catalog.Change;
import io.huodang.catalog.ChangedMeanwhile;
import io.huodang.catalog.FieldKey;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.catalog.NewReading;
import io.huodang.corrections.Correcting;
import io.huodang.corrections.Doubt;
import io.huodang.corrections.Fields;
import io.huodang.corrections.InventedItems;
import io.huodang.corrections.ItemCorrection;
import io.huodang.corrections.KeyField;
import io.huodang.corrections.Said;
import io.huodang.identity.Identity;
import io.huodang.testing.DecidingHouse;
import io.huodang.vocabulary.Refusal;
import io.huodang.web.FrontOfHouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = DecidingHouse.class)
class KeyingTest {
  private static final FieldKey NAME = FieldKey.ofForm("personName");
  private static final FieldKey ID = FieldKey.ofForm("citizenId");

  @TempDir static Path home;

  @Autowired InventedItems invented;
  @Autowired Items items;
  @Autowired Fields fields;
  @Autowired Identity identity;
  @Autowired Correcting correcting;
  @Autowired Keying keying;
  @Autowired Unasked unasked;
  @Autowired JdbcClient jdbc;

  private Viewer clerk;
  private Viewer colleague;

  @DynamicPropertySource
  static void registry(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
  }

  @BeforeEach
  void meetWithNothingToDo() {
    clerk = invented.someone("qian.clerk", Role.CLERK);
    colleague = invented.someone("sun.clerk", Role.CLERK);
    jdbc.sql("delete from keying").update();
  }

  @Test
  void whatWasReadBadlyWaitsAndWhatWasReadWellDoesNot() {
    decided("hall", reading("personName", null, "王建国", 0.95), id(501, 0.99));
    Item bad = decided("hall", reading("personName", null, "王建囯", 0.5), wrongId(502));

    assertThat(keying.waiting(clerk))
        .extracting(Waiting::items, Waiting::fields, Waiting::hall)
        .containsExactly(1L, 2L, 1L);
    KeyingTask task = next(clerk).orElseThrow();
    assertThat(task.item().id()).isEqualTo(bad.id());
    assertThat(task.fields())
        .extracting(field -> field.key().field(), KeyField::doubt)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("personName", Doubt.UNSURE),
            org.assertj.core.groups.Tuple.tuple("citizenId", Doubt.UNSOUND));
  }

  @Test
  void thePersonAtTheCounterComesFirstThenTheEmployerThenTheOldest() {
    Item history = doubtful("vendor");
    Item employer = doubtful("employer");
    Item hall = doubtful("hall");
    Item later = doubtful("hall");

    assertThat(List.of(next(clerk), next(clerk), next(clerk), next(clerk)))
        .extracting(task -> task.orElseThrow().item().id())
        .containsExactly(hall.id(), later.id(), employer.id(), history.id());
    assertThat(next(clerk)).isEmpty();
  }

  @Test
  void manyClerksAtOnceNeverGetTheSameItem() throws Exception {
    for (int i = 0; i < 12; i++) {
      doubtful("hall");
    }
    List<Viewer> clerks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      clerks.add(invented.someone("clerk.no." + i, Role.CLERK));
    }
    CyclicBarrier together = new CyclicBarrier(clerks.size());
    List<UUID> handedOut = new ArrayList<>();
    try (ExecutorService all = Executors.newFixedThreadPool(clerks.size())) {
      List<Callable<List<UUID>>> each = clerks.stream().map(one -> takeTwo(together, one)).toList();
      for (Future<List<UUID>> future : all.invokeAll(each)) {
        handedOut.addAll(future.get());
      }
    }

    assertThat(handedOut).hasSize(12).doesNotHaveDuplicates();
  }

  private Callable<List<UUID>> takeTwo(CyclicBarrier together, Viewer viewer) {
    return () -> {
      together.await();
      return List.of(
          next(viewer).orElseThrow().item().id(), next(viewer).orElseThrow().item().id());
    };
  }

  @Test
  void anItemIsFreeAgainWhenTheScreenNoLongerHoldsItOrGivesNoSign() {
    Item item = doubtful("hall");
    assertThat(next(clerk)).isPresent();
    assertThat(next(colleague)).isEmpty();
    refuses("keyed-by-other", () -> keying.take(colleague, item.id()));

    keying.hold(clerk, List.of(item.id()));
    assertThat(next(colleague)).isEmpty();
    keying.hold(clerk, List.of());
    assertThat(next(colleague)).isPresent();

    jdbc.sql("update keying set leased_until = now() - interval '1 second'").update();
    assertThat(next(clerk)).isPresent();
  }

  @Test
  void whatIsSkippedIsOfferedToNobodyForAWhile() {
    Item item = doubtful("hall");
    next(clerk);

    keying.putOff(clerk, item.id());

    assertThat(next(clerk)).isEmpty();
    assertThat(next(colleague)).isEmpty();
    assertThat(keying.waiting(clerk).items()).isEqualTo(1);
    jdbc.sql("update keying set put_off_until = now() - interval '1 second'").update();
    assertThat(next(colleague)).isPresent();
  }

  @Test
  void whatIsKeyedCountsIsOnRecordAndLeavesTheList() {
    Item item = decided("hall", reading("personName", null, "李海燕", 0.5), wrongId(503));
    KeyingTask task = next(clerk).orElseThrow();

    keying.answer(clerk, item.id(), task.item().revision(), Said.value(ID, citizenId(503)));
    Change change =
        keying
            .answer(clerk, item.id(), task.item().revision(), Said.value(NAME, "李海燕"))
            .orElseThrow();

    assertThat(change.kind()).isEqualTo("key-field");
    assertThat(change.byId()).isEqualTo(clerk.userId());
    assertThat(keying.waiting(clerk).items()).isZero();
    assertThat(
            jdbc.sql("select count(*) from audit where action = 'key-field' and subject_id = :item")
                .param("item", item.id())
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void whatCannotBeReadIsSaidSoAndAskedNoMore() {
    Item item = decided("hall", id(504, 0.99));
    assertThat(next(clerk).orElseThrow().fields())
        .extracting(KeyField::doubt)
        .containsExactly(Doubt.UNREAD);

    keying.answer(clerk, item.id(), null, new Said(NAME, "", false, false));

    KeyField name = fields.of(items.find(item.id()).orElseThrow()).find(NAME).orElseThrow();
    assertThat(Objects.requireNonNull(name.confirmation()).legible()).isFalse();
    assertThat(keying.waiting(clerk).items()).isZero();
  }

  @Test
  void theLastAnswerIsTakenBackByWhoGaveItAndAskedOnceMore() {
    Item item = decided("hall", reading("personName", null, "陈文平", 0.5));
    keying.take(clerk, item.id());
    Change change = keying.answer(clerk, item.id(), null, Said.value(NAME, "陈文萍")).orElseThrow();

    refuses("no-such-change", () -> keying.undo(colleague, item.id(), change.id()));
    Optional<KeyingTask> again = keying.undo(clerk, item.id(), change.id());

    assertThat(again.orElseThrow().fields())
        .extracting(field -> field.key().field())
        .contains("personName");
  }

  @Test
  void whoComesSecondToAFieldLearnsItAndToAnotherFieldGoesOn() {
    Item item = decided("hall", reading("personName", null, "赵立新", 0.5), id(505, 0.5));
    long seen = items.find(item.id()).orElseThrow().revision();
    correcting.correct(
        colleague,
        item.id(),
        null,
        new ItemCorrection(List.of(Said.value(NAME, "赵立兴")), null, null, null));

    assertThatThrownBy(() -> keying.answer(clerk, item.id(), seen, Said.value(NAME, "赵力新")))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(keying.answer(clerk, item.id(), seen, Said.value(ID, citizenId(505)))).isPresent();
  }

  @Test
  void theCatalogueAgainstTheReadingIsAskedAbout() {
    Item item = invented.item("vendor", List.of(reading("personName", null, "周国庆", 0.95)));
    jdbc.sql(
            """
            insert into catalogue_statement (item_id, field, value)
            values (:item, 'personName', '周国强')
            """)
        .param("item", item.id())
        .update();
    identity.decide(item.id());

    KeyField name = next(clerk).orElseThrow().fields().getFirst();

    assertThat(name.doubt()).isEqualTo(Doubt.DISPUTED);
    assertThat(name.alternatives()).containsExactly("周国强");
  }

  @Test
  void ofTwoIdsThatHoldAnItemAPersonSaysWhichItIs() {
    Item item = invented.item("hall", List.of(id(506, 0.99)), List.of(id(507, 0.95)));
    identity.decide(item.id());

    KeyingTask task = next(clerk).orElseThrow();

    assertThat(task.item().state()).isEqualTo(Item.State.HELD);
    assertThat(task.fields())
        .filteredOn(field -> field.key().equals(ID))
        .extracting(KeyField::doubt)
        .containsExactly(Doubt.DISPUTED);
  }

  @Test
  void aVendorKeysItsOwnDeliveriesOnly() {
    Item own = doubtful("vendor");
    Item others = doubtful("hall");
    Viewer made = invented.someone("vendor.one", Role.VENDOR);
    Viewer vendor =
        new Viewer(
            made.userId(),
            made.name(),
            made.displayName(),
            Role.VENDOR,
            new Rights.Granted(List.of(new Terms(null, null, own.terms().batch(), null))),
            null);

    assertThat(keying.waiting(vendor).items()).isEqualTo(1);
    assertThat(next(vendor).orElseThrow().item().id()).isEqualTo(own.id());
    assertThat(next(vendor)).isEmpty();
    refuses("not-allowed", () -> keying.take(vendor, others.id()));
    refuses("not-allowed", () -> keying.answer(vendor, others.id(), null, Said.value(NAME, "吴明")));
    assertThat(keying.answer(vendor, own.id(), null, Said.value(NAME, "吴明"))).isPresent();
    assertThat(keying.waiting(invented.someone("he.auditor", Role.AUDITOR)).items()).isZero();
  }

  @Test
  void itemsThatWereThereBeforeAreAskedAboutAtTheStart() {
    Item item = doubtful("hall");
    jdbc.sql("delete from keying").update();
    jdbc.sql("insert into keying_unasked (item_id) values (:item)")
        .param("item", item.id())
        .update();

    unasked.askAll();

    assertThat(next(clerk).orElseThrow().item().id()).isEqualTo(item.id());
    assertThat(jdbc.sql("select count(*) from keying_unasked").query(Long.class).single()).isZero();
  }

  private Item doubtful(String source) {
    return decided(source, reading("personName", null, "吴朋", 0.5));
  }

  private Item decided(String source, NewReading... readings) {
    Item item = invented.item(source, List.of(readings));
    identity.decide(item.id());
    return items.find(item.id()).orElseThrow();
  }

  private Optional<KeyingTask> next(Viewer viewer) {
    return keying.next(viewer);
  }

  private static NewReading id(int sequence, double confidence) {
    return reading("citizenId", null, citizenId(sequence), confidence);
  }

  /** The number with a check character that is wrong. */
  private static NewReading wrongId(int sequence) {
    return reading("citizenId", null, citizenId(sequence).substring(0, 17) + "Y", 0.99);
  }

  private static void refuses(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
