package io.huodang.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.huodang.catalog.ItemChanged;
import io.huodang.catalog.Items;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@SpringBootTest(classes = SearchSlice.class, webEnvironment = WebEnvironment.NONE)
@RecordApplicationEvents
class IndexCheckTest {
  @Autowired private InventedRegistry registry;
  @Autowired private IndexCheck check;
  @Autowired private Strays strays;
  @Autowired private Reconciling reconciling;
  @Autowired private ApplicationEvents events;
  @Autowired private Indices indices;
  @Autowired private Items items;
  @Autowired private Generations generations;
  @Autowired private IndexProjection projection;
  @Autowired private JdbcClient jdbc;

  @Autowired
  @Qualifier("writes")
  private ElasticsearchClient elasticsearch;

  private UUID item = new UUID(0, 0);

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry properties) throws IOException {
    SearchSlice.connect(properties);
  }

  @BeforeEach
  void indexAnItemOfTwoPages() throws IOException {
    jdbc.sql("delete from ledger").update();
    item = registry.item("退休审批表", List.of("第一页", "第二页"));
    jdbc.sql(
            """
            insert into ledger (step, subject_kind, subject_id, lane, revision, state)
            values ('index', 'item', :id, 2, 3, 'done')
            """)
        .param("id", item)
        .update();
    registry.indexItems(3, item);
  }

  @Test
  void saysNothingOfWhatStandsInTheIndexAsItWasIndexed() throws IOException {
    IndexCheck.Part part = requireNonNull(check.after(null, 10));

    assertThat(part.subjects()).isEqualTo(1);
    assertThat(part.differing()).isEmpty();
    assertThat(check.after(part.reached(), 10)).isNull();
  }

  @Test
  void namesAnItemOfWhichAPageIsMissing() throws IOException {
    UUID page =
        jdbc.sql("select id from page order by created_at desc, number desc limit 1")
            .query(UUID.class)
            .single();
    elasticsearch.delete(d -> d.index(indices.alias(Index.PAGES)).id(PageDocument.id(item, page)));

    assertThat(requireNonNull(check.after(null, 10)).differing())
        .containsExactly(new IndexCheck.Differing(Subject.Kind.ITEM, item, false));
  }

  @Test
  void namesAnItemOfWhichTheIndexKnowsALaterStateThanTheRegistry() throws IOException {
    registry.indexItems(9, item);

    assertThat(requireNonNull(check.after(null, 10)).differing())
        .containsExactly(new IndexCheck.Differing(Subject.Kind.ITEM, item, true));
  }

  @Test
  void namesAnItemOfAKeptIndexOfWhichAPageThatLeftItWasNotBuried() throws IOException {
    generations.makeNext();
    projection.fillNext(List.of(new Subject(Subject.Kind.ITEM, item, 3)));
    registry.keepOnlyTheFirstPage(item);
    Subject changed = new Subject(Subject.Kind.ITEM, item, 4);
    jdbc.sql("update ledger set revision = 4").update();
    UUID first = requireNonNull(items.pagesInForce(List.of(item)).get(item)).getFirst();
    Bulk cutShort = new Bulk(elasticsearch, indices, EnumSet.of(Generation.NEXT));
    cutShort.put(changed, Index.ITEMS, item.toString(), Map.of("removed", false));
    cutShort.put(changed, Index.PAGES, PageDocument.id(item, first), Map.of("removed", false));
    cutShort.finish();

    assertThat(check.differing(Generation.NEXT, true, List.of(changed)))
        .containsExactly(new IndexCheck.Differing(Subject.Kind.ITEM, item, false));
    projection.fillNext(List.of(changed));
    assertThat(check.differing(Generation.NEXT, true, List.of(changed))).isEmpty();
  }

  @Test
  void takesOutWhatTheRegistryDoesNotHave() throws IOException {
    UUID kept = registry.item("工资审批表", List.of("第一页"));
    registry.indexItems(1, kept);
    jdbc.sql("update item set state = 'removed' where id = :id").param("id", item).update();

    assertThat(strays.takeOut()).contains(new Strays.Stray(Subject.Kind.ITEM, item));
    assertThat(strays.takeOut()).isEmpty();
    assertThat(
            elasticsearch
                .exists(e -> e.index(indices.alias(Index.ITEMS)).id(kept.toString()))
                .value())
        .isTrue();
  }

  @Test
  void aDaysComparisonNamesAndMendsWhatDiffers() throws IOException {
    UUID stray = registry.item("工资审批表", List.of("第一页"));
    registry.indexItems(1, stray);
    jdbc.sql("update item set state = 'removed' where id = :id").param("id", stray).update();
    elasticsearch.delete(d -> d.index(indices.alias(Index.ITEMS)).id(item.toString()));

    assertThat(reconciling.step(Duration.ofDays(1))).as("the agency's first day").isFalse();
    while (reconciling.step(Duration.ZERO) && reconciling.lastDone().isEmpty()) {}

    IndexComparison done = reconciling.lastDone().orElseThrow();
    assertThat(done.subjects()).isEqualTo(1);
    assertThat(done.differing()).isEqualTo(1);
    assertThat(done.strays()).isPositive();
    assertThat(events.stream(ItemChanged.class)).contains(new ItemChanged(item));
  }

  @Test
  void waitsForWhatIsOnItsWayIntoTheIndex() throws IOException {
    jdbc.sql("update ledger set revision = 4, state = 'ready'").update();

    assertThat(requireNonNull(check.after(null, 10)).differing()).isEmpty();
  }
}
