package io.huodang.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ExpandWildcard;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.json.JsonData;
import io.huodang.access.Role;
import io.huodang.access.Viewer;
import io.huodang.catalog.Name;
import io.huodang.catalog.Persons;
import io.huodang.vocabulary.PersonName;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The sixth promise: the index is filled anew while searches go on, and no change is lost. */
@SpringBootTest(classes = SearchSlice.class, webEnvironment = WebEnvironment.NONE)
class ReindexingTest {
  private static final Viewer CLERK = Viewer.of(UUID.randomUUID(), "clerk.one", Role.CLERK);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Autowired private InventedRegistry registry;
  @Autowired private Persons persons;
  @Autowired private Reindexing reindexing;
  @Autowired private RebuildRows rows;
  @Autowired private Generations generations;
  @Autowired private Rebuilding rebuilding;
  @Autowired private IndexProjection projection;
  @Autowired private Pace pace;
  @Autowired private IndexCheck check;
  @Autowired private Search search;
  @Autowired private Indices indices;
  @Autowired private JdbcClient jdbc;

  @Autowired
  @Qualifier("writes")
  private ElasticsearchClient elasticsearch;

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry properties) throws IOException {
    SearchSlice.connect(properties);
  }

  @Test
  void searchesAreAnsweredAndChangesAreKeptWhileTheIndexIsFilledAnew() throws Exception {
    UUID steady = known("欧阳若水", 1);
    List<UUID> changing = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      changing.add(known("司徒明月", 10 + i));
    }
    int before = indices.generation(Index.PEOPLE).orElseThrow();
    Queue<String> wrong = new ConcurrentLinkedQueue<>();
    AtomicBoolean ended = new AtomicBoolean();
    AtomicInteger searched = new AtomicInteger();
    Thread searching =
        Thread.startVirtualThread(
            () -> {
              while (!ended.get()) {
                SearchResult result = search.search(SearchRequest.of("欧阳若水"), CLERK);
                if (result.degraded() != null
                    || result.people().isEmpty()
                    || !result.people().getFirst().id().equals(steady)) {
                  wrong.add(searched.get() + ": " + result.degraded());
                }
                searched.incrementAndGet();
              }
            });

    reindexing.begin();
    for (int i = 0; isFilling() && i < changing.size(); i++) {
      persons.add(
          changing.get(i), Name.Kind.FORMER, PersonName.parse("诸葛长风").orElseThrow(), "keyed");
      changed(changing.get(i));
    }
    UUID late = known("上官云中", 9000);
    await().atMost(PATIENCE).until(() -> !isFilling());
    ended.set(true);
    searching.join();

    assertThat(indices.generation(Index.PEOPLE)).hasValue(before + 1);
    assertThat(searched).hasPositiveValue();
    assertThat(wrong.stream().limit(3)).isEmpty();
    assertThat(search.search(SearchRequest.of("上官云中"), CLERK).people())
        .extracting(PersonHit::id)
        .containsExactly(late);
    assertThat(formerly("诸葛长风")).isEqualTo(revisionsAbove(1));
    Rebuild rebuild = reindexing.last().orElseThrow();
    assertThat(rebuild.compared()).isGreaterThanOrEqualTo(300);
    assertThat(rebuild.kept()).isEqualTo(before);
  }

  @Test
  void whatIsMissingInTheNextIndexIsWrittenAgainBeforeItAnswers() throws Exception {
    UUID person = known("长孙无忧", 8100);
    UUID item = registry.item("退休审批表", List.of("第一页", "第二页"));
    inLedger("item", item);
    registry.indexItems(1, item);
    RebuildRows otherNode = taken();
    otherNode.begin(Rebuild.State.FILLING, generations.makeNext(), null);
    otherNode.compare();

    assertThat(new Comparing(otherNode, check, projection, generations, pace).toTheEnd(() -> false))
        .isTrue();

    Rebuild rebuild = reindexing.last().orElseThrow();
    assertThat(rebuild.mended()).isEqualTo(rebuild.compared()).isGreaterThanOrEqualTo(2);
    assertThat(otherNode.compareAgain()).as("something differs for good").isFalse();
    assertThat(check.differing(Generation.NEXT, false, subjects(person, item))).isEmpty();
    dies();
    await().atMost(PATIENCE).until(() -> !isFilling());
  }

  @Test
  void whatANodeThatDiedHadAskedForIsTakenOverWithoutBeingAskedForAgain() throws Exception {
    int present = fillAnew();
    taken();

    rebuilding.step(() -> false);
    assertThat(exists(present + 1)).as("begun by who does not have it").isFalse();
    dies();

    await().atMost(PATIENCE).until(() -> !isFilling() && !isOpen(present));
    assertThat(generations.present()).hasValue(present + 1);
    rows.waitsFor("It is done.");
    assertThat(reindexing.last().orElseThrow().waitsFor()).isNull();
  }

  /** A rebuild that another node has, until it {@link #dies}. */
  private RebuildRows taken() {
    RebuildRows otherNode = new RebuildRows(jdbc);
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              otherNode.ask();
              return otherNode.tryToTake();
            });
    jdbc.sql("update index_rebuild set lease_until = 'infinity'").update();
    return otherNode;
  }

  private void dies() {
    jdbc.sql("update index_rebuild set lease_until = '-infinity'").update();
  }

  @Test
  void theIndexBeforeIsKeptClosedAndAnswersAgainWithAllThatChangedSince() throws Exception {
    UUID changing = known("宇文长庆", 8200);
    int first = fillAnew();
    assertThat(isOpen(first - 1)).isFalse();
    int second = fillAnew();
    assertThat(exists(first - 1)).as("only one is kept").isFalse();
    persons.add(changing, Name.Kind.FORMER, PersonName.parse("宇文护国").orElseThrow(), "keyed");
    changed(changing);
    UUID late = known("上官婉言", 8201);

    reindexing.back();
    await().atMost(PATIENCE).until(() -> !isFilling() && !isOpen(second));

    assertThat(generations.present()).hasValue(first);
    Rebuild rebuild = reindexing.last().orElseThrow();
    assertThat(rebuild.back()).isTrue();
    assertThat(rebuild.kept()).isEqualTo(second);
    assertThat(rebuild.mended()).isEqualTo(2);
    assertThat(formerly("宇文护国")).isEqualTo(1);
    assertThat(search.search(SearchRequest.of("上官婉言"), CLERK).people())
        .extracting(PersonHit::id)
        .containsExactly(late);
  }

  @Test
  void whatCannotBeMendedKeepsTheNextIndexFromAnsweringAndIsTold() throws Exception {
    UUID person = known("钟离春生", 8300);
    int present = fillAnew();
    String kept = indices.name(Index.PEOPLE, present - 1);
    elasticsearch.indices().open(o -> o.index(kept));
    elasticsearch.index(
        i ->
            i.index(kept)
                .id(person.toString())
                .version(99L)
                .versionType(VersionType.External)
                .document(Map.of("removed", true)));
    elasticsearch.indices().close(c -> c.index(kept));

    reindexing.back();
    await()
        .atMost(PATIENCE)
        .until(() -> String.valueOf(reindexing.last().orElseThrow().waitsFor()).startsWith("1 "));

    assertThat(generations.present()).hasValue(present);
    assertThat(search.search(SearchRequest.of("钟离春生"), CLERK).degraded()).isNull();
    assertThat(fillAnew()).as("asked for anew, it begins from nothing").isEqualTo(present + 1);
  }

  @Test
  void theNextIndexIsKnownAgainByWhoComesAfterANodeThatDied() throws Exception {
    int next = generations.makeNext();

    assertThat(generations.stands(next)).isTrue();
    assertThat(generations.answers(next)).isFalse();
    elasticsearch.indices().close(c -> c.index(indices.name(Index.PAGES, next)));
    assertThat(generations.stands(next)).as("one that is closed").isFalse();
  }

  @Test
  void aNextIndexThatIsGoneKeepsNobodyFromSearching() throws Exception {
    UUID person = known("端木清和", 8500);
    fillAnew();

    assertThatThrownBy(() -> projection.fillNext(subjects(person))).isInstanceOf(IOException.class);

    assertThat(search.search(SearchRequest.of("端木清和"), CLERK).degraded()).isNull();
  }

  @Test
  void nobodyIsLedBackWhileTheIndexIsAwayOrOfAnotherSchema() throws Exception {
    int kept = fillAnew() - 1;
    ElasticsearchClient nowhere =
        SearchConfiguration.client(SearchTest.NOWHERE, SearchTest.NOWHERE.queryTimeout());
    Reindexing away =
        new Reindexing(
            rows,
            rebuilding,
            new Generations(nowhere, new Indices(nowhere, SearchTest.NOWHERE, rows, event -> {})));
    assertRefused(away, "search-unavailable");

    String name = indices.name(Index.ITEMS, kept);
    elasticsearch.indices().open(o -> o.index(name));
    elasticsearch
        .indices()
        .putMapping(
            m -> m.index(name).meta("schema", JsonData.of(1)).dynamic(DynamicMapping.Strict));
    elasticsearch.indices().close(c -> c.index(name));
    assertRefused(reindexing, "no-kept-index");
  }

  private static void assertRefused(Reindexing reindexing, String code) {
    assertThatThrownBy(reindexing::back)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void thereIsNoWayBackToAnIndexOfAnotherHistory() throws Exception {
    known("百里长安", 8400);
    int before = generations.present().orElseThrow();

    reindexing.replace(reindexing.last().orElse(null));
    await().atMost(PATIENCE).until(() -> !isFilling() && !exists(before));

    assertRefused(reindexing, "no-kept-index");
  }

  @Test
  void aWayBackThatIsUnderWayEndsWhenTheIndexIsOfAnotherHistory() {
    fillAnew();
    reindexing.back();

    Rebuild replacing = reindexing.replace(reindexing.last().orElseThrow());

    assertThat(replacing.back()).isFalse();
    await().atMost(PATIENCE).until(() -> !isFilling());
    assertThat(reindexing.last().orElseThrow().kept()).isNull();
  }

  @Test
  void anIndexThatWasLeftSinceItWasLookedAtIsDroppedAndNotReplacedAgain() {
    fillAnew();
    Rebuild looked = reindexing.last().orElseThrow();
    int present = fillAnew();
    int kept = requireNonNull(reindexing.last().orElseThrow().kept());

    assertThat(reindexing.replace(looked).state()).isEqualTo(Rebuild.State.DONE);

    await().atMost(PATIENCE).until(() -> !exists(kept));
    assertThat(generation(Index.PEOPLE)).isEqualTo(present);
  }

  @Test
  void anIndexOfAnotherHistoryIsNotKeptWhenItsReplacementBeginsOver() {
    RebuildRows otherNode = taken();
    otherNode.replace(null);
    jdbc.sql("update index_rebuild set differed = 1").update();

    otherNode.ask();

    assertThat(jdbc.sql("select keeps from index_rebuild").query(Boolean.class).single()).isFalse();
    await().atMost(PATIENCE).until(() -> !isFilling());
  }

  @Test
  void aReplacementThatDiffersDoesNotBeginOverByItself() {
    RebuildRows otherNode = taken();
    Rebuild replacing = otherNode.replace(null);
    jdbc.sql("update index_rebuild set differed = 1").update();

    assertThat(otherNode.replace(replacing).id()).isEqualTo(replacing.id());

    dies();
    await().atMost(PATIENCE).until(() -> !isFilling());
  }

  private int fillAnew() {
    reindexing.begin();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              Rebuild last = reindexing.last().orElseThrow();
              Integer kept = last.kept();
              return last.state() == Rebuild.State.DONE && kept != null && !isOpen(kept);
            });
    return requireNonNull(reindexing.last().orElseThrow().generation());
  }

  @Test
  void anIndexThatWasLostIsFilledByItselfAndTheRegistryAnswersUntilThen() throws Exception {
    UUID person = known("澹台明月", 8000);
    UUID item = registry.item("退休审批表", List.of("第一页", "第二页"));
    inLedger("item", item);
    registry.indexItems(1, item);
    for (Index index : Index.values()) {
      elasticsearch.indices().delete(d -> d.index(indices.name(index, generation(index))));
    }

    assertThat(search.indexAnswers()).isFalse();
    SearchResult meanwhile = search.search(SearchRequest.of("澹台明月"), CLERK);
    assertThat(meanwhile.degraded()).isNotNull();
    assertThat(meanwhile.people()).extracting(PersonHit::id).containsExactly(person);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              SearchResult after = search.search(SearchRequest.of("澹台明月"), CLERK);
              assertThat(after.degraded()).isNull();
              assertThat(after.people()).extracting(PersonHit::id).containsExactly(person);
            });
    assertThat(
            elasticsearch
                .count(
                    c ->
                        c.index(indices.alias(Index.PAGES))
                            .query(q -> q.term(t -> t.field("itemId").value(item.toString()))))
                .count())
        .isEqualTo(2);
  }

  private int generation(Index index) {
    try {
      return indices.generation(index).orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private boolean exists(int generation) throws IOException {
    return !attributes(generation).isEmpty();
  }

  private boolean isOpen(int generation) throws IOException {
    return attributes(generation).contains("open");
  }

  private List<String> attributes(int generation) throws IOException {
    return elasticsearch
        .indices()
        .resolveIndex(
            r ->
                r.name(indices.name(Index.PEOPLE, generation) + "*")
                    .expandWildcards(ExpandWildcard.All))
        .indices()
        .stream()
        .filter(index -> index.name().equals(indices.name(Index.PEOPLE, generation)))
        .flatMap(index -> index.attributes().stream())
        .toList();
  }

  private static List<Subject> subjects(UUID person) {
    return List.of(new Subject(Subject.Kind.PERSON, person, 1));
  }

  private static List<Subject> subjects(UUID person, UUID item) {
    return List.of(
        new Subject(Subject.Kind.PERSON, person, 1), new Subject(Subject.Kind.ITEM, item, 1));
  }

  private boolean isFilling() {
    return reindexing.last().orElseThrow().state() != Rebuild.State.DONE;
  }

  private UUID known(String name, int sequence) throws IOException {
    String id =
        InventedRegistry.citizenId(
            "990101", "19" + (60 + sequence / 1000) + "0304", sequence % 1000);
    UUID person = registry.person(name, id);
    inLedger("person", person);
    registry.index(1, person);
    return person;
  }

  private void inLedger(String kind, UUID subject) {
    jdbc.sql(
            "insert into ledger (step, subject_kind, subject_id, lane, state) values ('index', :kind, :id, 2, 'done')")
        .param("kind", kind)
        .param("id", subject)
        .update();
  }

  /** As ingest does it: the revision is raised with the change, the projection follows. */
  private void changed(UUID person) throws IOException {
    long revision =
        requireNonNull(
            jdbc.sql(
                    "update ledger set revision = revision + 1 where subject_id = :id returning revision")
                .param("id", person)
                .query(Long.class)
                .single());
    registry.index(revision, person);
  }

  private long revisionsAbove(long revision) {
    return jdbc.sql("select count(*) from ledger where revision > :revision")
        .param("revision", revision)
        .query(Long.class)
        .single();
  }

  private long formerly(String name) throws IOException {
    return elasticsearch
        .count(
            c ->
                c.index(indices.alias(Index.PEOPLE))
                    .query(q -> q.term(t -> t.field("formerNames").value(name))))
        .count();
  }
}
