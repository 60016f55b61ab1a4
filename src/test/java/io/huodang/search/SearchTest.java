package io.huodang.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.groups.Tuple.tuple;

import io.huodang.access.Rights;
import io.huodang.access.Role;
import io.huodang.access.Terms;
import io.huodang.access.Viewer;
import io.huodang.catalog.Items;
import io.huodang.catalog.Link;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = SearchSlice.class, webEnvironment = WebEnvironment.NONE)
@TestInstance(Lifecycle.PER_CLASS)
class SearchTest {
  /** Where no index is. */
  static final SearchSettings NOWHERE =
      new SearchSettings(
          URI.create("http://127.0.0.1:1"),
          null,
          null,
          "",
          null,
          Duration.ofMillis(200),
          Duration.ofMillis(200),
          Duration.ofMillis(200),
          Duration.ofSeconds(2));

  private static final String ID = InventedRegistry.citizenId("371081", "19600101", 123);
  private static final String INSURED_BY_ID = InventedRegistry.citizenId("370632", "19550909", 28);
  private static final String OLD_ID = ID.substring(0, 6) + ID.substring(8, 17);
  private static final Viewer CLERK = Viewer.of(UUID.randomUUID(), "clerk.one", Role.CLERK);

  @Autowired private InventedRegistry registry;
  @Autowired private Search search;
  @Autowired private Items items;
  private UUID wang;
  private UUID item;

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry properties) throws IOException {
    SearchSlice.connect(properties);
  }

  @BeforeAll
  void fillTheRegistry() throws IOException {
    wang = registry.person("王建国", ID);
    registry.insuredNumber(wang, "8476679613");
    registry.formerName(wang, "王铁柱");
    registry.employer(wang, "威海市第二毛纺厂");
    UUID other = registry.person("王建园", InventedRegistry.citizenId("370632", "19710812", 46));
    registry.insuredNumber(other, "5520013377");
    UUID third = registry.person("曾淑萍", INSURED_BY_ID);
    registry.insuredNumber(third, INSURED_BY_ID);
    item =
        registry.item(
            "企业职工退休审批表", List.of("企业职工退休审批表\n姓名王建国\n公民身份号码" + ID + "\n同意自一九九\n九年起退休", "附页<说明>"));
    registry.link(item, wang, Link.State.CONFIRMED);
    registry.shelve(item, "甲库-03-02-BX000123");
    UUID ouyang = registry.person("欧阳若水", InventedRegistry.citizenId("370632", "19880305", 61));
    registry.insuredNumber(ouyang, "6300112257");
    UUID abdu = registry.person("阿不都热提", InventedRegistry.citizenId("370632", "19710401", 71));
    registry.insuredNumber(abdu, "6300711225");
    UUID claim = registry.item("养老保险待遇申请表", List.of("申请人欧阳若水"));
    registry.link(claim, ouyang, Link.State.CONFIRMED);
    registry.indexItems(1, claim);
    registry.index(1, wang, other, third, ouyang, abdu);
    registry.index(1, registry.person("司文渊", InventedRegistry.citizenId("370632", "19660606", 66)));
    UUID rare = registry.person("丛䶮", InventedRegistry.citizenId("370632", "19780423", 88));
    registry.formerName(rare, "周永红");
    registry.index(1, rare);
    registry.index(1, registry.person("周永红", InventedRegistry.citizenId("370632", "19830112", 29)));
    registry.index(1, registry.person("丛宽", InventedRegistry.citizenId("370632", "19840112", 29)));
    registry.index(1, registry.person("陈〇涵", InventedRegistry.citizenId("370632", "19850112", 29)));
    int number = 100;
    for (String surname : "赵钱孙周吴郑冯陈褚".split("")) {
      String citizenId = InventedRegistry.citizenId("370632", "19770707", number++);
      registry.index(1, registry.person(surname + "文博", citizenId));
    }
    registry.indexItems(1, item);
  }

  @ParameterizedTest
  @CsvSource({
    "王建国, name, name",
    "王 建 国, name, name",
    "王建國, name, name",
    "王铁柱, name, former-name",
    "王建囯, name, name-variant",
    "建国, name, name",
    "王建果, name, near-miss",
    "王?国, name-pattern, name",
    "wangjianguo, pinyin, pinyin",
    "Wang Jian Guo, pinyin, pinyin",
    "wjg, initials, initials",
    "8476679613, number, insured-number",
    "王建因, name, near-miss",
    "8476679618, number, near-miss",
    "847667613, number, near-miss",
    "84766796613, number, near-miss",
    "8476676913, number, near-miss",
    "008476679613, number, insured-number",
    "第二毛纺厂, employer, employer",
    "847667 9613, number, insured-number",
    "王jg, mixed, initials",
    "王jianguo, mixed, pinyin",
    "王建guo, mixed, pinyin",
    "w建国, mixed, initials",
    "王jian, mixed, pinyin",
    "wangjg, initials, initials",
    "1960年1月1日, date, birth-date",
    "王建国 1960, several, name",
    "王建国 1960年, several, name",
    "'1960，王建国', several, name",
    "王建国 第二毛纺厂, several, name",
  })
  void findsThePersonAndSaysWhy(String query, String kind, String why) {
    SearchResult result = search.search(SearchRequest.of(query), CLERK);

    assertThat(result.degraded()).isNull();
    assertThat(result.understood().kind()).isEqualTo(kind);
    assertThat(result.people().getFirst().id()).isEqualTo(wang);
    assertThat(result.people().getFirst().why().word()).isEqualTo(why);
  }

  @Test
  void findsByEveryFormOfACitizenIdAndNeverShowsItInFull() {
    String masked = ID.substring(0, 6) + "********" + ID.substring(14);
    for (String query : List.of(ID, OLD_ID, ID.toLowerCase(Locale.ROOT))) {
      SearchResult result = search.search(SearchRequest.of(query), CLERK);
      assertThat(result.people()).extracting(PersonHit::id).containsExactly(wang);
      assertThat(result.people().getFirst().why()).isEqualTo(Why.CITIZEN_ID);
      assertThat(result.people().getFirst().citizenIdMasked()).isEqualTo(masked);
      assertThat(result.text().getFirst().snippet()).contains("<em>" + masked + "</em>");
      assertThat(result.toString()).doesNotContain(ID).doesNotContain(OLD_ID);
    }
    for (String query : List.of(masked, ID.substring(14), ID.substring(12))) {
      SearchResult result = search.search(SearchRequest.of(query), CLERK);
      assertThat(result.people()).extracting(PersonHit::id).containsExactly(wang);
      assertThat(result.people().getFirst().why()).isEqualTo(Why.ID_PART);
    }
  }

  @Test
  void refusesAQueryOfNothingThatShows() {
    for (String query : List.of("", " ", "　", "\u0000", "\u200B \n")) {
      assertThat(catchThrowable(() -> SearchRequest.of(query))).isInstanceOf(Refusal.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "?", "**", "\"", "{}", "{\"a\":1}", "(", "\\", "%", "_", "<b>", "😀", "王😀"})
  void answersWhateverIsTyped(String query) {
    SearchResult result = search.search(SearchRequest.of(query), CLERK);
    assertThat(result.degraded()).isNull();
    assertThat(result.people()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"王\u0000建国", "王建国\uD800", "\uFEFF王建国\u200B", "王建国\n"})
  void looksPastWhatNobodySees(String query) {
    assertThat(search.search(SearchRequest.of(query), CLERK).people().getFirst().id())
        .isEqualTo(wang);
  }

  @Test
  void namesANumberWithOneWrongDigitAsANearMiss() {
    String wrong = ID.substring(0, 15) + (ID.charAt(15) == '9' ? '8' : '9') + ID.substring(16);

    List<PersonHit> people = search.search(SearchRequest.of(wrong), CLERK).people();

    assertThat(people).extracting(PersonHit::id).containsExactly(wang);
    assertThat(people.getFirst().why()).isEqualTo(Why.NEAR_MISS);
    assertThat(people.getFirst().differs())
        .isEqualTo(
            new Difference(
                Difference.In.CITIZEN_ID,
                Difference.How.DIGIT_WRONG,
                ID.substring(0, 6) + "********" + ID.substring(14),
                List.of(15)));
  }

  @Test
  void doesNotSayWhereAHiddenDigitDiffers() {
    String wrong = ID.substring(0, 9) + (ID.charAt(9) == '9' ? '8' : '9') + ID.substring(10);

    PersonHit hit = search.search(SearchRequest.of(wrong), CLERK).people().getFirst();

    assertThat(requireNonNull(hit.differs()).at()).isEmpty();
    assertThat(hit.toString()).doesNotContain(ID);
  }

  @ParameterizedTest
  @CsvSource({
    "王建因, LOOK_ALIKE, 2",
    "王建果, SAME_SOUND, 2",
    "王健国, SAME_SOUND, 1",
    "玉建国, LOOK_ALIKE, 0"
  })
  void saysHowANearNameDiffers(String query, Difference.How how, int at) {
    PersonHit hit = search.search(SearchRequest.of(query), CLERK).people().getFirst();

    assertThat(hit.why()).isEqualTo(Why.NEAR_MISS);
    assertThat(hit.differs())
        .isEqualTo(new Difference(Difference.In.NAME, how, "王建国", List.of(at)));
  }

  @ParameterizedTest
  @CsvSource({
    "王建超, 王建国 王建园, OTHER, 2",
    "刘建国, 王建国, OTHER, 0",
    "曾淑英, 曾淑萍, OTHER, 2",
    "王铁军, 王铁柱, OTHER, 2",
    "欧阳水, 欧阳若水, CHARACTER_LEFT_OUT, 2",
    "欧阳若山, 欧阳若水, OTHER, 3",
    "刘曾淑萍, 曾淑萍, CHARACTER_TOO_MANY, ",
    "阿不都提, 阿不都热提, CHARACTER_LEFT_OUT, 3",
    "阿不都提 1971, 阿不都热提, CHARACTER_LEFT_OUT, 3",
    "王建超 1960, 王建国, OTHER, 2",
    "王建超 毛纺厂, 王建国, OTHER, 2",
    "王建超 19600101, 王建国, OTHER, 2",
    "王建 超, 王建国 王建园, OTHER, 2",
  })
  void findsWhoseNameIsSimilarWhenNobodyBearsIt(
      String query, String names, Difference.How how, @Nullable Integer at) {
    List<PersonHit> people = search.search(SearchRequest.of(query), CLERK).people();

    assertThat(people)
        .extracting(hit -> requireNonNull(hit.differs()).value())
        .containsExactly(names.split(" "));
    assertThat(people)
        .extracting(PersonHit::why, hit -> requireNonNull(hit.differs()).how())
        .containsOnly(tuple(Why.NEAR_MISS, how));
    assertThat(requireNonNull(people.getFirst().differs()).at())
        .isEqualTo(at == null ? List.of() : List.of(at));
    assertThat(search.suggest(query, 5, CLERK)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "王超", // of two characters
        "王铁军超", // two others
        "王建超 1961", // another year
        "王建超 8476679613", // whose number it is has another name
        "王建超 李四",
        "王建厂", // an employer
      })
  void findsNobodyWhoseNameIsNotSimilarEnough(String query) {
    assertThat(search.search(SearchRequest.of(query), CLERK).people()).isEmpty();
  }

  /** There may be hundreds; of one group all are as likely, and who shares more is in a smaller. */
  @Test
  void showsFewSimilarNamesThoseFirstOfWhomThereAreFewest() {
    List<PersonHit> people = search.search(SearchRequest.of("司文博"), CLERK).people();

    assertThat(people).hasSize(SimilarNames.MOST).extracting(PersonHit::name).startsWith("司文渊");
    assertThat(people.subList(1, people.size()))
        .extracting(PersonHit::name)
        .allSatisfy(name -> assertThat(name).endsWith("文博"));
  }

  @ParameterizedTest
  @CsvSource({
    "丛龙, 丛䶮, near-miss",
    "丛(龙天), 丛䶮, near-miss",
    "丛⿱龙天, 丛䶮, near-miss",
    "丛yan3, 丛䶮, pinyin",
    "丛 yan3, 丛䶮, pinyin",
    "丛〓, 丛䶮, name",
    "cyan, 丛䶮, initials",
    "䶮丛, 丛䶮, near-miss",
    "陈祎涵, 陈〇涵, near-miss",
    "陈䶮涵, 陈〇涵, near-miss",
  })
  void findsWhoseNameIsHardToType(String query, String name, String why) {
    assertThat(first(query).name()).isEqualTo(name);
    assertThat(first(query).why().word()).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource({
    "周永红, 周永红",
    "曾用名：周永红, 丛䶮",
    "原名周永红, 丛䶮",
    "周永红（曾用名）, 丛䶮",
    "曾用名 周 永 红, 丛䶮",
    "丛䶮（曾用名周永红）, 丛䶮",
    "丛䶮又名周永红, 丛䶮",
    "姓名：周永红, 周永红",
  })
  void whoBoreANameComesFirstWhereItIsLabelledSo(String query, String first) {
    assertThat(first(query).name()).isEqualTo(first);
  }

  @Test
  void whatIsHiddenBeforeAnEndIsACitizenIds() {
    assertThat(search.search(SearchRequest.of("3377"), CLERK).people())
        .extracting(PersonHit::name)
        .containsExactly("王建园");
    assertThat(search.search(SearchRequest.of("*3377"), CLERK).people()).isEmpty();
    for (String end : List.of(ID.substring(14), ID.substring(12))) {
      assertThat(search.search(SearchRequest.of("*" + end), CLERK).people())
          .extracting(PersonHit::id)
          .containsExactly(wang);
    }
  }

  @Test
  void saysHowEachKeyWasMet() {
    assertThat(first("王建国").keys()).isEmpty();
    assertThat(first("wjg 毛纺厂 1960 男").keys())
        .containsExactly(
            new PersonHit.Key("wjg", Why.INITIALS),
            new PersonHit.Key("毛纺厂", Why.EMPLOYER),
            new PersonHit.Key("1960", Why.BIRTH_DATE));
    assertThat(first("王铁柱 " + ID).keys())
        .containsExactly(
            new PersonHit.Key("王铁柱", Why.FORMER_NAME),
            new PersonHit.Key(ID.substring(0, 6) + "********" + ID.substring(14), Why.CITIZEN_ID));
  }

  @ParameterizedTest
  @CsvSource({
    "王建果 1960, 王建果, NAME, SAME_SOUND",
    "王建国 8476679618, 8476679618, INSURED_NUMBER, DIGIT_WRONG",
  })
  void isANearMissAsAWholeWhereOneKeyIs(
      String query, String near, Difference.In in, Difference.How how) {
    PersonHit hit = first(query);

    assertThat(hit.why()).isEqualTo(Why.NEAR_MISS);
    assertThat(hit.keys()).contains(new PersonHit.Key(near, Why.NEAR_MISS)).hasSize(2);
    assertThat(requireNonNull(hit.differs()))
        .extracting(Difference::in, Difference::how)
        .containsExactly(in, how);
    assertThat(search.suggest(query, 5, CLERK)).isEmpty();
  }

  @Test
  void theBeginningOfANumberDoesNotHideWhereADigitWasLeftOut() {
    assertThat(search.search(SearchRequest.of("630011225"), CLERK).people())
        .extracting(PersonHit::name, PersonHit::why)
        .containsExactly(tuple("欧阳若水", Why.INSURED_NUMBER), tuple("阿不都热提", Why.NEAR_MISS));
  }

  @Test
  void ofACrowdWhoHasPapersComesFirstAndThenWhoIsOlder() {
    SearchRequest request = new SearchRequest("370632", Set.of(Section.PEOPLE), 2, null, null);

    assertThat(search.search(request, CLERK).people())
        .extracting(PersonHit::name, PersonHit::why)
        .containsExactly(tuple("欧阳若水", Why.ID_PART), tuple("曾淑萍", Why.INSURED_NUMBER));
  }

  private PersonHit first(String query) {
    return search.search(SearchRequest.of(query), CLERK).people().getFirst();
  }

  @Test
  void ranksNearMissesBehindWhoWasMeant() {
    List<PersonHit> people = search.search(SearchRequest.of("王建国"), CLERK).people();

    assertThat(people).extracting(PersonHit::why).containsExactly(Why.NAME, Why.NEAR_MISS);
    assertThat(people.getFirst().itemCount()).isEqualTo(1);
    assertThat(people.getFirst().pageCount()).isEqualTo(2);
    assertThat(people.getFirst().employers()).containsExactly("威海市第二毛纺厂");
  }

  @Test
  void readsASurnameAsItIsReadInNames() {
    assertThat(search.suggest("zengsp", 5, CLERK))
        .extracting(PersonHit::name)
        .containsExactly("曾淑萍");
  }

  @Test
  void neverSuggestsAWholeCitizenId() {
    for (String whole : List.of(ID, INSURED_BY_ID)) {
      for (int typed = 6; typed <= whole.length(); typed++) {
        assertThat(search.suggest(whole.substring(0, typed), 5, CLERK))
            .allSatisfy(hit -> assertThat(hit.toString()).doesNotContain(whole));
      }
      assertThat(search.suggest(whole, 5, CLERK)).hasSize(1);
    }
  }

  @Test
  void findsTheItemsOfThePersonAndByTheirTitle() {
    List<ItemHit> byPerson = search.search(SearchRequest.of("王铁柱"), CLERK).items();
    assertThat(byPerson).extracting(ItemHit::id).containsExactly(item);
    assertThat(byPerson.getFirst().people())
        .containsExactly(new ItemHit.About(wang, "王建国", "confirmed"));

    List<ItemHit> byTitle = search.search(SearchRequest.of("退休审批表"), CLERK).items();
    assertThat(byTitle).extracting(ItemHit::why).containsExactly(Why.TITLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"甲库", "甲库-03", "甲库/03/02", "甲库0302BX000123", "bx000123"})
  void findsAPapersImageByWhereThePaperStands(String location) {
    assertThat(search.search(SearchRequest.of(location), CLERK).items())
        .extracting(ItemHit::id, ItemHit::why)
        .containsExactly(tuple(item, Why.LOCATION));
  }

  @Test
  void findsWordsThatALineBreaksAndShowsWhereTheyStand() {
    TextHit hit = search.search(SearchRequest.of("一九九九年"), CLERK).text().getFirst();

    assertThat(hit.itemId()).isEqualTo(item);
    assertThat(hit.page()).isEqualTo(1);
    assertThat(hit.snippet()).contains("<em>一九九 九年</em>").doesNotContain(ID);
    assertThat(hit.boxes()).hasSize(5).first().isEqualTo(List.of(250, 280, 48, 48));
    assertThat(search.search(SearchRequest.of("说明"), CLERK).text().getFirst().snippet())
        .isEqualTo("附页&lt;<em>说明</em>&gt;");
  }

  @Test
  void showsOnlyWhatTheGrantsCover() {
    Terms terms = items.find(item).orElseThrow().terms();
    Viewer theirs = granted(new Terms(null, null, terms.batch(), null));
    Viewer others = granted(new Terms(null, null, UUID.randomUUID(), null));

    SearchResult seen = search.search(SearchRequest.of("王建国"), theirs);
    assertThat(seen.people()).extracting(PersonHit::id).containsExactly(wang);
    assertThat(seen.items()).hasSize(1);
    assertThat(seen.text()).hasSize(1);

    SearchResult unseen = search.search(SearchRequest.of("王建国"), others);
    assertThat(unseen.people()).isEmpty();
    assertThat(unseen.items()).isEmpty();
    assertThat(unseen.text()).isEmpty();
  }

  @Test
  void whoBearsAWholeNumberIsKnownBeforeTheIndexHearsOfIt() throws IOException {
    String id = InventedRegistry.citizenId("370632", "19670103", 55);
    UUID newcomer = registry.person("迟秋月", id);
    registry.insuredNumber(newcomer, "0003140077");
    UUID paper = registry.item("参保人员登记表", List.of("参保人员登记表\n姓名迟秋月"));
    registry.link(paper, newcomer, Link.State.CONFIRMED);

    for (String number : List.of(id, id.toLowerCase(Locale.ROOT), "0003140077", "003140077")) {
      SearchResult result = search.search(SearchRequest.of(number), CLERK);
      assertThat(result.people()).as(number).extracting(PersonHit::id).containsExactly(newcomer);
      assertThat(result.items()).as(number).extracting(ItemHit::id).containsExactly(paper);
    }
    Viewer others = granted(new Terms(null, null, UUID.randomUUID(), null));
    assertThat(search.search(SearchRequest.of(id), others).people()).isEmpty();
    assertThat(search.search(SearchRequest.of("迟秋月"), CLERK).people()).isEmpty();
  }

  private static Viewer granted(Terms grant) {
    return new Viewer(
        UUID.randomUUID(), "seen", "seen", Role.CLERK, new Rights.Granted(List.of(grant)), null);
  }
}
