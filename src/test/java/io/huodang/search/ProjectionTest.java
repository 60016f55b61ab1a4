package io.huodang.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.huodang.catalog.Items;
import io.huodang.catalog.Name;
import io.huodang.catalog.Persons;
import io.huodang.vocabulary.PersonName;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = SearchSlice.class, webEnvironment = WebEnvironment.NONE)
class ProjectionTest {
  @Autowired private InventedRegistry registry;
  @Autowired private Persons persons;
  @Autowired private Items items;
  @Autowired private Indices indices;

  @Autowired
  @Qualifier("writes")
  private ElasticsearchClient elasticsearch;

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry properties) throws IOException {
    SearchSlice.connect(properties);
  }

  @Test
  void whatWasProjectedIsFoundAtOnceAndAnOlderWriteDoesNotCoverANewerOne() throws IOException {
    UUID person = registry.person("欧阳若水", InventedRegistry.citizenId("110101", "19710203", 4));
    registry.index(7, person);
    assertThat(found(Index.PEOPLE, "names", "欧阳若水")).isEqualTo(1);

    persons.add(person, Name.Kind.FORMER, PersonName.parse("欧阳止水").orElseThrow(), "keyed");
    registry.index(6, person);

    assertThat(found(Index.PEOPLE, "formerNames", "欧阳止水")).isZero();
    registry.index(7, person);
    assertThat(found(Index.PEOPLE, "formerNames", "欧阳止水")).isEqualTo(1);
  }

  @Test
  void anItemBringsItsPagesAndTakesThemAway() throws IOException {
    UUID item = registry.item("退休审批表", List.of("第一页", "第二页"));
    registry.indexItems(1, item);
    assertThat(found(Index.PAGES, "itemId", item.toString())).isEqualTo(2);

    registry.remove(item);
    registry.indexItems(2, item);
    registry.indexItems(1, item);

    assertThat(items.find(item)).isPresent();
    assertThat(found(Index.PAGES, "itemId", item.toString())).isZero();
  }

  @Test
  void aPageThatLeftItsItemIsNotFoundInItAnyMore() throws IOException {
    UUID item = registry.item("退休审批表", List.of("第一页", "第二页"));
    registry.indexItems(1, item);
    registry.keepOnlyTheFirstPage(item);
    registry.indexItems(2, item);

    assertThat(found(Index.PAGES, "itemId", item.toString())).isEqualTo(1);
    assertThat(found(Index.PAGES, "removed", "true")).isPositive();
  }

  @Test
  void makesIndicesAgainThatWereLost() throws IOException {
    UUID person = registry.person("澹台明月", InventedRegistry.citizenId("110101", "19620304", 6));
    registry.index(1, person);
    elasticsearch.indices().delete(d -> d.index(indices.name(Index.PEOPLE, 1)));

    assertThat(catchThrowable(() -> registry.index(1, person))).isInstanceOf(IOException.class);
    registry.index(1, person);

    assertThat(found(Index.PEOPLE, "names", "澹台明月")).isEqualTo(1);
  }

  @Test
  void anIndexThatIsClosedIsAwayAndNoFaultOfWhatIsProjected() throws IOException {
    UUID person = registry.person("端木清和", InventedRegistry.citizenId("110101", "19620304", 7));
    registry.index(1, person);
    elasticsearch.indices().close(c -> c.index(indices.alias(Index.PEOPLE)));

    assertThat(catchThrowable(() -> registry.index(2, person))).isInstanceOf(IOException.class);
    elasticsearch.indices().open(o -> o.index(indices.alias(Index.PEOPLE)));
    registry.index(2, person);

    assertThat(found(Index.PEOPLE, "names", "端木清和")).isEqualTo(1);
  }

  private long found(Index index, String field, String value) throws IOException {
    return elasticsearch
        .count(
            c -> c.index(indices.alias(index)).query(q -> q.term(t -> t.field(field).value(value))))
        .count();
  }
}
