package io.huodang.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.huodang.access.Rights;
import io.huodang.access.Role;
import io.huodang.access.Terms;
import io.huodang.access.Viewer;
import io.huodang.catalog.Items;
import io.huodang.catalog.Link;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Searches that no index answers. */
@SpringBootTest(classes = SearchSlice.class, webEnvironment = WebEnvironment.NONE)
@TestInstance(Lifecycle.PER_CLASS)
class RegistrySearchTest {
  private static final String ID = InventedRegistry.citizenId("371081", "19600101", 123);
  private static final String OTHER_ID = InventedRegistry.citizenId("370632", "19710812", 46);
  private static final Viewer CLERK = Viewer.of(UUID.randomUUID(), "clerk.one", Role.CLERK);

  @Autowired private InventedRegistry registry;
  @Autowired private RegistryFinder finder;
  @Autowired private Answers answers;
  @Autowired private RebuildRows rebuilds;
  @Autowired private Items items;
  @Autowired private JdbcClient jdbc;
  @Autowired private DataSource source;
  private Search search;
  private UUID wang;
  private UUID other;
  private UUID item;
  private UUID unassigned;

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry properties) throws IOException {
    SearchSlice.connect(properties);
  }

  @BeforeAll
  void fillTheRegistry() throws IOException {
    ElasticsearchClient nowhere = SearchConfiguration.impatient(SearchTest.NOWHERE);
    Indices none = new Indices(nowhere, SearchTest.NOWHERE, rebuilds, event -> {});
    IndexFinder away = new IndexFinder(nowhere, none);
    search = new Search(away, finder, new Bearers(jdbc, away), answers, SearchTest.NOWHERE);
    wang = registry.person("王建国", ID);
    registry.insuredNumber(wang, "8476679613");
    registry.formerName(wang, "王铁柱");
    registry.employer(wang, "威海市第二毛纺厂");
    other = registry.person("王建园", OTHER_ID);
    registry.insuredNumber(other, "5520013377");
    registry.person("欧阳若水", InventedRegistry.citizenId("370632", "19680303", 17));
    registry.person("曾淑萍", InventedRegistry.citizenId("370632", "19550909", 28));
    registry.person("万俟梅", InventedRegistry.citizenId("370632", "19540711", 44));
    registry.person("傅志强", InventedRegistry.citizenId("370632", "19520210", 31));
    item = registry.item("企业职工退休审批表", List.of("姓名王建国"));
    registry.link(item, wang, Link.State.CONFIRMED);
    registry.shelve(item, "甲库-03-02-BX000123");
    unassigned = registry.item("工伤认定决定书", List.of("姓名钟离春生"));
    jdbc.sql("update item set file_number = 'SB05-1998-0042' where id = :item")
        .param("item", unassigned)
        .update();
    jdbc.sql(
            """
            insert into name (item_id, kind, value, folded, source)
            values (:item, 'as-read', '钟离春生', '钟离春生', 'form')
            """)
        .param("item", unassigned)
        .update();
  }

  @AfterAll
  void endTheProbe() {
    search.close();
  }

  private SearchResult found(String query) {
    SearchResult result = search.search(SearchRequest.of(query), CLERK);
    assertThat(result.degraded()).isNotNull();
    assertThat(result.cutShort()).isFalse();
    return result;
  }

  @ParameterizedTest
  @CsvSource({
    "王建国, name",
    "王 建 国, name",
    "王铁柱, former-name",
    "王建囯, name-variant",
    "王建, name",
    "建国, name",
    "王?国, name",
    "王*国, name",
    "王建*, name",
    "wangjianguo, pinyin",
    "Wang Jian Guo, pinyin",
    "wangjiang, pinyin",
    "wjg, initials",
    "wangjg, initials",
    "王jg, initials",
    "王jianguo, pinyin",
    "王建guo, pinyin",
    "w建国, initials",
    "王jian, pinyin",
    "8476679613, insured-number",
    "008476679613, insured-number",
    "847667 9613, insured-number",
    "79613, id-part",
    "847667, id-part",
    "1960年1月1日, birth-date",
    "1960年1月, birth-date",
    "第二毛纺厂, employer",
    "二毛厂, employer",
    "王建国 1960, name",
    "王建国 60, name",
    "王建国 男, name",
    "王建国 退休, name",
    "王建国 毛纺厂, name",
    "毛纺厂 王建国, name",
    "wjg 1960, initials",
    "王建果, near-miss",
    "王建因, near-miss",
    "王国建, near-miss",
    "建国王, near-miss",
    "王jguo, initials",
    "wjianguo, initials",
    "曾用名：王铁柱, former-name",
    "王铁?, former-name",
    "王见果, near-miss",
    "wanjianguo, near-miss",
    "8476679618, near-miss",
    "847667613, near-miss",
  })
  void findsThePersonAndSaysWhy(String query, String why) {
    SearchResult result = found(query);

    assertThat(result.people().getFirst().id()).isEqualTo(wang);
    assertThat(result.people().getFirst().why().word()).isEqualTo(why);
    if (!why.equals("near-miss")) {
      assertThat(result.items()).extracting(ItemHit::id).contains(item);
    }
  }

  @Test
  void findsByAnyPartOfACitizenId() {
    String masked = ID.substring(0, 6) + "********" + ID.substring(14);
    String old = ID.substring(0, 6) + ID.substring(8, 17);
    for (String query :
        List.of(
            ID,
            old,
            ID.substring(14),
            ID.substring(12),
            ID.substring(0, 12),
            old.substring(0, 12),
            masked)) {
      assertThat(found(query).people()).extracting(PersonHit::id).as(query).containsExactly(wang);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "zengsp, 曾淑萍",
    "cengshuping, 曾淑萍",
    "ouyangruoshui, 欧阳若水",
    "oyrs, 欧阳若水",
    "若水, 欧阳若水",
    "付志强, 傅志强",
    "moqimei, 万俟梅",
    "mqm, 万俟梅",
  })
  void readsNamesInEveryWay(String query, String name) {
    assertThat(found(query).people().getFirst().name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"李四", "尉迟恭敬", "*", "?", "%", "_", "{}", "😀", "王😀", "19991399"})
  void findsNobodyWhereNobodyIsMeant(String query) {
    assertThat(found(query).people()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"王建超", "刘建国", "王建超 1960", "王超国 毛纺厂"})
  void findsSimilarNamesWhereNobodyBearsIt(String query) {
    assertThat(found(query).people())
        .extracting(PersonHit::id, PersonHit::why)
        .contains(tuple(wang, Why.NEAR_MISS));
  }

  @Test
  void ranksNearMissesBehindWhoWasMeant() {
    assertThat(found("王建国").people())
        .extracting(PersonHit::why)
        .containsExactly(Why.NAME, Why.NEAR_MISS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"甲库", "甲库-03", "甲库/03/02", "甲库0302BX000123", "bx000123"})
  void findsItemsByWhereTheirPaperStands(String location) {
    assertThat(found(location).items())
        .filteredOn(hit -> hit.why() == Why.LOCATION)
        .extracting(ItemHit::id)
        .containsExactly(item);
  }

  @ParameterizedTest
  @CsvSource({
    "SB05-1998-0042, file-number",
    "sb05 1998 0042, file-number",
    "SB0519980042, file-number",
    "钟离春生, name",
    "zhonglichunsheng, pinyin",
    "zlcs, initials",
  })
  void findsItemsThatBelongToNobodyYet(String query, String why) {
    assertThat(found(query).items())
        .first()
        .satisfies(
            hit -> {
              assertThat(hit.id()).isEqualTo(unassigned);
              assertThat(hit.why().word()).isEqualTo(why);
            });
  }

  @Test
  void showsOnlyWhatTheGrantsCover() {
    Terms terms = items.find(item).orElseThrow().terms();
    Viewer theirs = granted(new Terms(null, null, terms.batch(), null));
    Viewer others = granted(new Terms(null, null, UUID.randomUUID(), null));

    for (String query : List.of("王建国", "wjg", ID, ID.substring(12), "1960年", "二毛厂", "甲库")) {
      SearchResult seen = search.search(SearchRequest.of(query), theirs);
      assertThat(seen.items()).extracting(ItemHit::id).as(query).containsExactly(item);
      assertThat(seen.people()).extracting(PersonHit::id).doesNotContain(other);

      SearchResult unseen = search.search(SearchRequest.of(query), others);
      assertThat(unseen.people()).as(query).isEmpty();
      assertThat(unseen.items()).as(query).isEmpty();
    }
  }

  @Test
  void aSecondKeyFindsOneOfMoreNamesakesThanFit() {
    jdbc.sql(
            """
            with born as (
              insert into person (sex, birth_date, source)
              select 'female', date '1950-01-01' + 30 * n, 'roster' from generate_series(1, 400) n
              returning id)
            insert into name (person_id, kind, value, folded, source)
            select id, 'current', '李秀英', '李秀英', 'roster' from born
            """)
        .update();

    assertThat(found("李秀英").people()).hasSize(10);
    for (String query : List.of("李秀英 1982年10月", "lixiuying 1982年10月", "lxy 1982年10月")) {
      assertThat(found(query).people()).as(query).hasSize(1);
    }
  }

  @Test
  void saysThatItWasCutShortWhereTheRegistryTakesTooLong() throws SQLException {
    try (Connection other = source.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table name in access exclusive mode");

      SearchResult result = search.search(SearchRequest.of("王建国"), CLERK);

      assertThat(result.cutShort()).isTrue();
      assertThat(result.people()).isEmpty();
      other.rollback();
    }
    assertThat(found("王建国").people()).isNotEmpty();
  }

  private static Viewer granted(Terms grant) {
    return new Viewer(
        UUID.randomUUID(), "seen", "seen", Role.CLERK, new Rights.Granted(List.of(grant)), null);
  }
}
