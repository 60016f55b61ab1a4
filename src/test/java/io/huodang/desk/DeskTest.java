package io.huodang.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.huodang.access.Role;
import io.huodang.access.Terms;
import io.huodang.access.Tokens;
import io.huodang.access.User;
import io.huodang.access.Users;
import io.huodang.catalog.Items;
import io.huodang.catalog.Pages;
import io.huodang.catalog.Persons;
import io.huodang.intake.Arrangement;
import io.huodang.intake.Batch;
import io.huodang.intake.Batches;
import io.huodang.intake.NewBatch;
import io.huodang.testing.RealElasticsearch;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.PersonName;
import io.huodang.vocabulary.Reason;
import io.huodang.web.FrontOfHouse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = {FrontOfHouse.class, DeskTest.WithDesk.class})
@AutoConfigureMockMvc
class DeskTest {
  private static final CitizenId NUMBER = number("37108119600101123");

  @TempDir static Path home;

  @Autowired MockMvc browser;
  @Autowired Users users;
  @Autowired Tokens tokens;
  @Autowired Batches batches;
  @Autowired Items items;
  @Autowired Pages pages;
  @Autowired Persons persons;
  @Autowired JdbcClient jdbc;

  private final JsonMapper json = JsonMapper.builder().build();

  @Configuration(proxyBeanMethods = false)
  @ComponentScan({"io.huodang.search", "io.huodang.desk"})
  static class WithDesk {}

  private record Someone(UUID id, String token) {}

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
    RealElasticsearch.Indices indices = RealElasticsearch.indices();
    properties.add("huodang.search.url", indices::url);
    properties.add("huodang.search.username", indices::username);
    properties.add("huodang.search.password", indices::password);
    properties.add("huodang.search.index-prefix", indices::indexPrefix);
  }

  @Test
  void everyCountIsTheLengthOfTheListItLeadsTo() throws Exception {
    Someone archivist = someone(Role.ARCHIVIST);
    Batch batch = deliver(archivist);
    UUID item = item(batch, file(batch, "a.tif", "ok"));
    propose(item);
    items.hold(item, new Reason("two-citizen-ids", "Two."));
    file(batch, "broken.pdf", "quarantined");
    file(batch, "torn.jpg", "flagged");
    jdbc.sql(
            """
            insert into watched_failure (folder, path, batch_id, reason_code, reason_text)
            values ('/scans', 'large.tif', :batch, 'file-too-large', 'Too large.')
            """)
        .param("batch", batch.id())
        .update();

    String desk = html(get("/desk"), archivist);

    for (Pile pile : Pile.values()) {
      String list = html(get("/waiting/" + pile.word()), archivist);
      int rows = list.split("<tr>", -1).length - 2;
      assertThat(rows).as(pile.word()).isPositive();
      assertThat(list).doesNotContain("??");
      assertThat(desk)
          .containsPattern(
              "/waiting/" + pile.word() + "\"[^>]*><strong class=\"number\">" + rows + "</strong>");
    }
  }

  @Test
  void aListOfManyIsOneThingThatWaits() throws Exception {
    Someone archivist = someone(Role.ARCHIVIST);
    Batch batch = deliver(archivist);
    UUID list = item(batch, file(batch, "list.tif", "ok"));
    UUID page = items.find(list).orElseThrow().pages().getFirst();
    jdbc.sql(
            """
            with people as (insert into person (source) select 'roster' from generate_series(1, 3)
                            returning id)
            insert into link (item_id, person_id, role, page_id, row_number, state, evidence, margin)
            select :list, id, 'list-row', :page, row_number() over (), 'proposed', '{}', 0.5 from people
            """)
        .param("list", list)
        .param("page", page)
        .update();

    String waiting = html(get("/waiting/proposed-links"), archivist);

    assertThat(waiting.split("/items/" + list, -1)).hasSize(2);
    assertThat(waiting).containsPattern("名单中 3 行|3 rows of a list");
  }

  @Test
  void aVendorSeesWhatWaitsInItsOwnBatchesAndNoLinks() throws Exception {
    Someone vendor = someone(Role.VENDOR);
    file(deliver(vendor), "mine.pdf", "quarantined");
    Batch theirs = deliver(someone(Role.VENDOR));
    file(theirs, "theirs.pdf", "quarantined");
    propose(item(theirs, file(theirs, "b.tif", "ok")));

    assertThat(html(get("/desk"), vendor))
        .contains("/waiting/quarantined-files")
        .doesNotContain("proposed-links", "held-items", "data-view");
    assertThat(html(get("/waiting/quarantined-files"), vendor))
        .contains("mine.pdf")
        .doesNotContain("theirs.pdf");
    assertThat(html(get("/waiting/batches"), vendor)).doesNotContain(theirs.id().toString());
    assertThat(perform(get("/waiting/proposed-links"), vendor).getStatus()).isEqualTo(403);
  }

  @Test
  void whatSomeoneHasSeenToWaitsNoMore() throws Exception {
    Someone clerk = someone(Role.CLERK);
    UUID file = file(deliver(clerk), "settled.pdf", "quarantined");
    assertThat(html(get("/waiting/quarantined-files"), clerk)).contains("settled.pdf");

    int byStranger = perform(post("/files/" + file + "/settle"), someone(Role.VENDOR)).getStatus();
    html(post("/files/" + file + "/settle"), clerk);

    assertThat(byStranger).isEqualTo(403);
    assertThat(html(get("/waiting/quarantined-files"), clerk)).doesNotContain("settled.pdf");
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from audit
                    where action = 'settle-file' and subject_id = :id and outcome = 'done'
                    """)
                .param("id", file)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aSearchIsKeptWithItsFiltersAndOnlyForWhoKeptIt() throws Exception {
    Someone clerk = someone(Role.CLERK);
    Someone colleague = someone(Role.CLERK);
    String body = "{\"name\":\"缺实体\",\"query\":\"红星棉纺厂\",\"filters\":{\"track\":\"image-only\"}}";

    String id = json(keep(body), clerk).path("id").asString();
    json(keep(body.replace("红星", "东风")), clerk);

    JsonNode kept = json(get("/api/v1/views"), clerk).path("items");
    assertThat(kept).hasSize(1);
    assertThat(kept.path(0).path("query").asString()).isEqualTo("东风棉纺厂");
    assertThat(kept.path(0).path("filters").path("track").asString()).isEqualTo("image-only");
    assertThat(html(get("/desk"), clerk))
        .contains("data-view=\"东风棉纺厂\"", "data-track=\"image-only\"");
    assertThat(json(get("/api/v1/views"), colleague).path("items")).isEmpty();
    assertThat(perform(delete("/api/v1/views/" + id), colleague).getStatus()).isEqualTo(404);
    assertThat(perform(delete("/api/v1/views/" + id), clerk).getStatus()).isEqualTo(204);
    assertThat(html(get("/desk"), clerk)).doesNotContain("data-view");
  }

  @Test
  void aWholeCitizenIdIsNeverKept() throws Exception {
    MockHttpServletResponse refused =
        perform(
            keep("{\"name\":\"此人\",\"query\":\"王建国 " + NUMBER.value() + "\"}"),
            someone(Role.CLERK));

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("view-of-number");
  }

  @Test
  void whoWasOpenedLastStandsFirstAndOnce() throws Exception {
    Someone clerk = someone(Role.CLERK);
    UUID first = person(NUMBER, "王建国");
    UUID second = person(number("37108119620202124"), "李小红");
    for (UUID opened : new UUID[] {first, second, first}) {
      perform(get("/api/v1/people/" + opened), clerk);
    }

    String desk = html(get("/desk"), clerk);

    assertThat(desk).contains("王建国 " + NUMBER.masked()).doesNotContain(NUMBER.value());
    assertThat(desk.indexOf("王建国")).isLessThan(desk.indexOf("李小红"));
    assertThat(desk.split("王建国", -1)).hasSize(2);
  }

  private static CitizenId number(String seventeen) {
    return CitizenId.parse(seventeen + CitizenId.checkOf(seventeen)).orElseThrow();
  }

  private UUID person(CitizenId number, String name) {
    return persons.create(number, number.value(), PersonName.parse(name).orElseThrow(), "form");
  }

  private Someone someone(Role role) {
    String name = role.word() + UUID.randomUUID().toString().substring(0, 8);
    User user = users.make(name, name, role).user();
    return new Someone(user.id(), tokens.make(user.id(), "t", null).secret());
  }

  private Batch deliver(Someone by) {
    return batches.open(
        new NewBatch("交付", Batch.Source.VENDOR, Arrangement.FILE_IS_ITEM, null), by.id());
  }

  private UUID file(Batch batch, String path, String state) {
    return jdbc.sql(
            """
            insert into scan_file (batch_id, key, path, sha256, size, state, reason_code,
                                   reason_text, received_by)
            values (:batch, :key, :path, sha256('a'), 1, :state, 'damaged', 'Damaged.', :user)
            returning id
            """)
        .param("batch", batch.id())
        .param("key", UUID.randomUUID().toString())
        .param("path", path)
        .param("state", state)
        .param("user", batch.createdBy())
        .query(UUID.class)
        .single();
  }

  private UUID item(Batch batch, UUID file) {
    return items.createOfFile(
        file, new Terms(batch.fondsId(), null, batch.id(), null), pages.create(file, 1));
  }

  private void propose(UUID item) {
    jdbc.sql(
            """
            insert into link (item_id, person_id, role, state, evidence, margin)
            values (:item, :person, 'subject', 'proposed', '{}', 0.5)
            """)
        .param("item", item)
        .param("person", person(number("37108119630303125"), "张三"))
        .update();
  }

  private static MockHttpServletRequestBuilder keep(String body) {
    return post("/api/v1/views").contentType(MediaType.APPLICATION_JSON).content(body);
  }

  private JsonNode json(MockHttpServletRequestBuilder request, Someone by) throws Exception {
    MockHttpServletResponse answer = perform(request, by);
    assertThat(answer.getStatus()).isBetween(200, 299);
    return json.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
  }

  private String html(MockHttpServletRequestBuilder request, Someone by) throws Exception {
    MockHttpServletResponse answer = perform(request, by);
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse perform(MockHttpServletRequestBuilder request, Someone by)
      throws Exception {
    return browser
        .perform(
            request.header("Authorization", "Bearer " + by.token()).header("Accept-Language", "zh"))
        .andReturn()
        .getResponse();
  }
}
