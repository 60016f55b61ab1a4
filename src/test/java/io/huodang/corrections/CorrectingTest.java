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
import io.huodang.catalog.Items;
import io.huodang.catalog.Link;
import io.huodang.catalog.ToldChange;
import io.huodang.identity.Identity;
import io.huodang.testing.DecidingHouse;
import io.huodang.vocabulary.Refusal;
import io.huodang.web.FrontOfHouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = DecidingHouse.class)
class CorrectingTest {
  private static final FieldKey NAME = FieldKey.ofForm("personName");
  private static final FieldKey ID = FieldKey.ofForm("citizenId");

  @TempDir static Path home;

  @Autowired InventedItems invented;
  @Autowired Items items;
  @Autowired Fields fields;
  @Autowired Correcting correcting;
  @Autowired LinkDecisions decisions;
  @Autowired Undoing undoing;
  @Autowired Identity identity;
  @Autowired JdbcClient jdbc;

  private Viewer clerk;
  private Viewer colleague;

  @DynamicPropertySource
  static void registry(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
  }

  @BeforeEach
  void meet() {
    clerk = invented.someone("qian.clerk", Role.CLERK);
    colleague = invented.someone("sun.clerk", Role.CLERK);
  }

  @Test
  void whatAPersonSaysOutranksEveryReading() {
    Item item = decided(reading("personName", null, "王建囯", 0.99));

    correct(clerk, item, null, Said.value(NAME, "王建国"));

    KeyField name = fields.of(items.find(item.id()).orElseThrow()).find(NAME).orElseThrow();
    assertThat(name.value()).isEqualTo("王建国");
    assertThat(name.read()).isEqualTo("王建囯");
    assertThat(name.confirmation()).isNotNull();
    assertThat(name.doubt()).isNull();
  }

  @Test
  void aTypedCitizenIdLeadsToItsPersonAndUndoingLeadsAway() {
    Item item = decided(reading("personName", null, "李海燕", 0.95));

    Change change = correct(clerk, item, null, Said.value(ID, citizenId(211).toLowerCase()));

    assertThat(items.find(item.id()).orElseThrow().links())
        .extracting(Link::state)
        .containsExactly(Link.State.CONFIRMED);

    undoing.undo(clerk, change.id(), "wrong paper");

    Item undone = items.find(item.id()).orElseThrow();
    assertThat(undone.links()).extracting(Link::state).containsExactly(Link.State.REJECTED);
    assertThat(fields.of(undone).find(ID).orElseThrow().confirmation()).isNull();
    assertThat(undoing.history(item.id()))
        .extracting(Change::kind)
        .containsExactly("undo", "edit-field");
  }

  @Test
  void aNumberWhoseCheckIsWrongIsRefusedUnlessTheFormSaysSo() {
    Item item = decided(reading("personName", null, "陈文平", 0.95));
    String valid = citizenId(212);
    String wrong = valid.substring(0, 17) + (valid.endsWith("1") ? "2" : "1");

    assertThatThrownBy(() -> correct(clerk, item, null, Said.value(ID, wrong)))
        .isInstanceOfSatisfying(
            FieldInvalid.class,
            invalid -> assertThat(invalid.problem()).isEqualTo("citizen-id-check"))
        .hasMessageNotContaining(wrong);

    correct(clerk, item, null, new Said(ID, wrong, true, true));

    Item after = items.find(item.id()).orElseThrow();
    assertThat(fields.of(after).find(ID).orElseThrow().value()).isEqualTo(wrong);
    assertThat(after.links()).isEmpty();
  }

  @Test
  void ofTwoWhoEditAtOnceOneLearnsWhatTheOtherChanged() throws Exception {
    Item item = decided(reading("personName", null, "吴明", 0.6));
    long seen = item.revision();
    CyclicBarrier together = new CyclicBarrier(2);
    List<Change> made = new ArrayList<>();
    List<ChangedMeanwhile> refused = new ArrayList<>();
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<Change>> both =
          two.invokeAll(
              List.of(
                  edit(together, clerk, item, seen, "吴朋"),
                  edit(together, colleague, item, seen, "吴萌")));
      for (Future<Change> one : both) {
        try {
          made.add(one.get());
        } catch (java.util.concurrent.ExecutionException e) {
          refused.add((ChangedMeanwhile) e.getCause());
        }
      }
    }

    assertThat(made).hasSize(1);
    assertThat(refused).hasSize(1);
    ToldChange others = refused.getFirst().changes().getFirst();
    assertThat(others.id()).isEqualTo(made.getFirst().id());
    assertThat(others.edits().getFirst().after()).isIn("吴朋", "吴萌");
    assertThat(refused.getFirst().revision()).isEqualTo(seen + 1);
  }

  @Test
  void aChangeIsTakenBackOnceAndNotBehindANewerOne() {
    Item item = decided(reading("personName", null, "赵立新", 0.6));
    Change first = correct(clerk, item, null, Said.value(NAME, "赵立兴"));
    Change second = correct(colleague, item, null, Said.value(NAME, "赵力新"));

    refuses("changed-since", () -> undoing.undo(clerk, first.id(), null));
    undoing.undo(clerk, second.id(), null);
    refuses("undone-already", () -> undoing.undo(clerk, second.id(), null));
    undoing.undo(clerk, first.id(), null);

    assertThat(fields.of(items.find(item.id()).orElseThrow()).find(NAME).orElseThrow().value())
        .isEqualTo("赵立新");
  }

  @Test
  void whoWasRuledOutIsNotProposedAgain() {
    Item item =
        decided(
            reading("personName", null, "黄红梅", 0.95),
            reading("citizenId", null, citizenId(213), 0.99));
    Link link = item.links().getFirst();

    decisions.decide(
        clerk, link.id(), link.revision(), Link.State.REJECTED, null, "another person");
    identity.decide(item.id());

    Link after = items.find(item.id()).orElseThrow().links().getFirst();
    assertThat(after.state()).isEqualTo(Link.State.REJECTED);
    assertThat(Optional.ofNullable(after.decision()).map(Link.Decision::reason))
        .hasValue("another person");
  }

  @Test
  void takingBackADecisionLetsTheProgramSpeakAgain() {
    Item item =
        decided(
            reading("personName", null, "周国庆", 0.95),
            reading("citizenId", null, citizenId(214), 0.99));
    Link link = item.links().getFirst();
    Change rejected =
        decisions.decide(clerk, link.id(), null, Link.State.REJECTED, null, null).orElseThrow();

    undoing.undo(clerk, rejected.id(), null);

    Link after = items.find(item.id()).orElseThrow().links().getFirst();
    assertThat(after.state()).isEqualTo(Link.State.CONFIRMED);
    assertThat(after.decision()).isNull();
  }

  @Test
  void titleTypeAndDateStayAsAPersonSaid() {
    Item item = decided(reading("documentDate", null, "1999-08-01", 0.9));

    correct(
        clerk,
        item,
        null,
        Said.value(FieldKey.ofForm("title"), "退休审批表（补）"),
        Said.value(FieldKey.ofForm("documentType"), "pension-retirement-approval"),
        Said.value(FieldKey.ofForm("documentDate"), "1985年7月"));
    identity.decide(item.id());

    Item after = items.find(item.id()).orElseThrow();
    assertThat(after.title()).isEqualTo("退休审批表（补）");
    assertThat(after.documentType()).isEqualTo("pension-retirement-approval");
    assertThat(after.date()).isEqualTo("1985-07-01");
    assertThat(after.revision()).isEqualTo(items.find(item.id()).orElseThrow().revision());
  }

  @Test
  void aFileNumberIsGivenOnce() {
    Item item = decided(reading("personName", null, "杨丽华", 0.95));
    correcting.correct(
        clerk, item.id(), null, new ItemCorrection(List.of(), "0001-2026-7", null, null));

    refuses(
        "file-number-fixed",
        () ->
            correcting.correct(
                clerk, item.id(), null, new ItemCorrection(List.of(), "0001-2026-8", null, null)));
  }

  @Test
  void theAuditTellsBeforeAndAfterWithoutNamesOrNumbers() {
    Item item = decided(reading("personName", null, "刘永生", 0.6));

    correct(clerk, item, "looked at the paper", Said.value(NAME, "刘永胜"));

    String detail =
        jdbc.sql(
                """
                select purpose || detail::text from audit
                where action = 'edit-field' and subject_id = :item
                """)
            .param("item", item.id())
            .query(String.class)
            .single();
    assertThat(detail).contains("looked at the paper", "刘**").doesNotContain("刘永胜");
  }

  @Test
  void whoMayNotCorrectChangesNothing() {
    Item item = decided(reading("personName", null, "张小红", 0.6));
    Viewer vendor = Viewer.of(clerk.userId(), "qian.clerk", Role.VENDOR);

    refuses("not-allowed", () -> correct(vendor, item, null, Said.value(NAME, "张晓红")));
  }

  private Item decided(io.huodang.catalog.NewReading... readings) {
    Item item = invented.item(List.of(readings));
    identity.decide(item.id());
    return items.find(item.id()).orElseThrow();
  }

  private Change correct(Viewer viewer, Item item, @Nullable String why, Said... said) {
    return correcting
        .correct(viewer, item.id(), null, new ItemCorrection(List.of(said), null, null, why))
        .orElseThrow();
  }

  private Callable<Change> edit(
      CyclicBarrier together, Viewer viewer, Item item, long seen, String name) {
    return () -> {
      together.await();
      return correcting
          .correct(
              viewer,
              item.id(),
              seen,
              new ItemCorrection(List.of(Said.value(NAME, name)), null, null, null))
          .orElseThrow();
    };
  }

  private static void refuses(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
