package io.huodang.search;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.huodang.access.Role;
import io.huodang.access.Viewer;
import io.huodang.bench.QualityAnswer;
import io.huodang.bench.QualityFilling;
import io.huodang.bench.QualityQuery;
import io.huodang.bench.QualityScore;
import io.huodang.bench.QualitySet;
import io.huodang.bench.QueryClass;
import io.huodang.bench.SearchQuality;
import io.huodang.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Asks the whole search quality set; {@code bench search-quality} asks it beside baselines. */
@SpringBootTest(classes = SearchSlice.class, webEnvironment = WebEnvironment.NONE)
@TestInstance(Lifecycle.PER_CLASS)
class SearchQualityTest {
  /** Classes that are short of their aims, and how far they have come; docs/search.md says why. */
  private static final Map<QueryClass, Double> SHORT_OF_THEIR_AIMS =
      Map.of(QueryClass.FORMER_NAME, 0.94);

  /** The same where no index answers. */
  private static final Map<QueryClass, Double> WITHOUT_INDEX = Map.of(QueryClass.PAGE_TEXT, 0.0);

  private static final int AT_ONCE = 1_000;
  private static final int ROWS = 20;
  private static final Viewer CLERK = Viewer.of(UUID.randomUUID(), "clerk.one", Role.CLERK);

  @Autowired private DataSource registry;
  @Autowired private JdbcClient jdbc;
  @Autowired private Vault vault;
  @Autowired private Projection projection;
  @Autowired private Search search;
  @Autowired private RegistryFinder finder;
  @Autowired private Answers answers;
  @Autowired private RebuildRows rebuilds;
  private QualitySet set;

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry properties) throws IOException {
    SearchSlice.connect(properties);
  }

  @BeforeAll
  void fill() throws Exception {
    set = QualitySet.in(Path.of("src/test/resources/search")).withOnePaperEach();
    jdbc.sql(
            """
            insert into app_user (name, display_name, role, password_hash)
            values ('filling', 'Filling', 'archivist', '-')
            """)
        .update();
    QualityFilling.write(registry, vault, set);
    project(
        Subject.Kind.PERSON,
        jdbc.sql("select id from person order by id")
            .query((row, n) -> row.getObject(1, UUID.class))
            .list());
    project(
        Subject.Kind.ITEM,
        jdbc.sql("select id from item where file_number is not null")
            .query((row, n) -> row.getObject(1, UUID.class))
            .list());
  }

  private void project(Subject.Kind kind, List<UUID> ids) throws IOException {
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<Subject> some =
          ids.subList(from, Math.min(ids.size(), from + AT_ONCE)).stream()
              .map(id -> new Subject(kind, id, 1))
              .toList();
      assertThat(projection.project(some).failed()).isEmpty();
    }
  }

  @Test
  void everyClassOfTheDevelopmentHalfIsFoundAsWellAsBefore() {
    assertThat(lost(set.development(), search, SHORT_OF_THEIR_AIMS))
        .as(() -> misses(set.development(), search))
        .isEmpty();
  }

  @Test
  void allButPageTextIsFoundWithoutTheIndex() {
    ElasticsearchClient nowhere = SearchConfiguration.impatient(SearchTest.NOWHERE);
    Indices none = new Indices(nowhere, SearchTest.NOWHERE, rebuilds, event -> {});
    IndexFinder away = new IndexFinder(nowhere, none);
    Search alone = new Search(away, finder, new Bearers(jdbc, away), answers, SearchTest.NOWHERE);

    assertThat(lost(set.development(), alone, WITHOUT_INDEX))
        .as(() -> misses(set.development(), alone))
        .isEmpty();
    alone.close();
  }

  /** Of the held-out half nobody looks at them. */
  private String misses(List<QualityQuery> queries, Search search) {
    return queries.stream()
        .filter(
            query ->
                !query
                    .queryClass()
                    .isReachedBy(QualityScore.of(query, answer(query.typed(), search))))
        .map(
            query ->
                "%s %s, came first: %s"
                    .formatted(
                        query.queryClass().word(),
                        query.typed(),
                        search.search(SearchRequest.of(query.typed()), CLERK).people().stream()
                            .limit(3)
                            .map(hit -> hit.name() + " " + hit.why())
                            .toList()))
        .collect(Collectors.joining("\n", "what missed:\n", "\n"));
  }

  @Test
  void everyClassOfTheHeldOutHalfIsFoundAsWellAsBefore() {
    assertThat(lost(set.heldOut(), search, SHORT_OF_THEIR_AIMS)).isEmpty();
  }

  private Map<String, String> lost(
      List<QualityQuery> queries, Search search, Map<QueryClass, Double> shortOfAims) {
    Map<QueryClass, List<QualityScore>> each = new EnumMap<>(QueryClass.class);
    for (QualityQuery query : queries) {
      each.computeIfAbsent(query.queryClass(), any -> new ArrayList<>())
          .add(QualityScore.of(query, answer(query.typed(), search)));
    }
    return SearchQuality.means(each).entrySet().stream()
        .filter(
            one ->
                one.getKey().of(one.getValue())
                    < shortOfAims.getOrDefault(one.getKey(), one.getKey().aim()))
        .collect(
            Collectors.toMap(
                one -> one.getKey().word(),
                one ->
                    "%.3f of %s".formatted(one.getKey().of(one.getValue()), one.getKey().aim())));
  }

  private QualityAnswer answer(String typed, Search search) {
    SearchResult result =
        search.search(new SearchRequest(typed, Set.of(Section.values()), ROWS, null, null), CLERK);
    assertThat(result.degraded() == null).isEqualTo(search == this.search);
    QualityAnswer.Reading reading = new QualityAnswer.Reading();
    result.people().forEach(person -> reading.person(person.id().toString()));
    result
        .items()
        .forEach(
            item ->
                reading.paper(
                    item.id().toString(),
                    item.people().stream()
                        .map(about -> about.id().toString())
                        .collect(Collectors.toSet())));
    result.text().forEach(page -> reading.paper(page.itemId().toString(), Set.of()));
    return reading.done();
  }
}
