package io.huodang.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.huodang.access.Role;
import io.huodang.access.Tokens;
import io.huodang.access.User;
import io.huodang.access.Users;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.catalog.ItemsChanged;
import io.huodang.intake.Arrangement;
import io.huodang.intake.Batch;
import io.huodang.intake.Batches;
import io.huodang.intake.Catalogues;
import io.huodang.intake.Finding;
import io.huodang.intake.NewBatch;
import io.huodang.web.FrontOfHouse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
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
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = {FrontOfHouse.class, CustodyTest.WithCustody.class})
@AutoConfigureMockMvc
@RecordApplicationEvents
class CustodyTest {
  @TempDir static Path home;

  @Autowired MockMvc browser;
  @Autowired Users users;
  @Autowired Tokens tokens;
  @Autowired Batches batches;
  @Autowired Catalogues catalogues;
  @Autowired Items items;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEvents events;

  private final JsonMapper json = JsonMapper.builder().build();
  private User archivist;
  private String token = "";
  private String room = "";

  @Configuration(proxyBeanMethods = false)
  @ComponentScan("io.huodang.custody")
  static class WithCustody {}

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
  }

  @BeforeEach
  void signIn() {
    archivist = someone(Role.ARCHIVIST);
    token = tokenOf(archivist);
    room = "R" + UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void aCatalogueSaysWherePapersAre() throws IOException {
    List<Finding> findings =
        catalogue(
            """
            档号,题名,库位,实体状态
            %1$s·1,参保登记表,%1$s/03/02/盒12,
            %1$s·2,退休审批表,%1$s-03-05,借出
            %1$s·3,工伤认定书,,丢失
            %1$s·4,转移单,%1$s-1-2-3-4-5-6-7-8,在那边
            """);

    assertThat(item("1").paper()).isEqualTo(Item.PaperState.IN_STORE);
    assertThat(item("1").location()).isEqualTo(room + "-03-02-盒12");
    assertThat(item("2").paper()).isEqualTo(Item.PaperState.OUT);
    assertThat(item("3").paper()).isEqualTo(Item.PaperState.MISSING);
    assertThat(item("4").paper()).isEqualTo(Item.PaperState.UNKNOWN);
    assertThat(findings)
        .extracting(Finding::code)
        .containsExactly("row-bad-location", "row-bad-paper-state");
  }

  @Test
  void anAuditorListsAndTakesAwayWhatDoesNotMatch() throws Exception {
    catalogue(
        """
        档号,题名,库位,实体状态
        %1$s·1,参保登记表,%1$s-03-02,
        %1$s·2,退休审批表,%1$s-03-05,丢失
        %1$s·3,工伤认定书,%1$s-04,丢失
        """);
    titled("1", "参保登记表");
    titled("2", "=HYPERLINK(退休)");
    titled("3", "工伤认定书");
    String auditor = tokenOf(someone(Role.AUDITOR));

    JsonNode mismatches =
        json.readTree(
            ok(get("/api/v1/tracks/items?track=mismatch&location=" + room + "/03"), auditor));
    String csv =
        ok(post("/tracks/export").param("track", "mismatch").param("location", room), auditor);
    String screen = ok(get("/tracks?paper=in-store&location=" + room), auditor);

    assertThat(mismatches.at("/items").size()).isEqualTo(1);
    assertThat(mismatches.at("/items/0/fileNumber").asString()).isEqualTo(room + "·2");
    assertThat(mismatches.at("/items/0/track/location").asString()).isEqualTo(room + "-03-05");
    assertThat(csv.lines().toList())
        .hasSize(3)
        .anyMatch(line -> line.contains("'=HYPERLINK") && line.contains(",missing,"))
        .noneMatch(line -> line.contains("参保登记表"));
    assertThat(screen).contains("参保登记表").doesNotContain("工伤认定书", "??");
    assertThat(actions("export-tracks")).isEqualTo(1);
  }

  @Test
  void theListGoesOnWhereItEnded() throws Exception {
    catalogue(
        """
        档号,题名,库位
        %1$s·1,一,%1$s-1
        %1$s·2,二,%1$s-2
        %1$s·3,三,%1$s-1
        """);
    String path = "/api/v1/tracks/items?track=paper-only&limit=2&location=" + room;

    JsonNode first = json.readTree(ok(get(path), token));
    JsonNode second =
        json.readTree(ok(get(path + "&cursor=" + first.get("next").asString()), token));

    assertThat(first.get("items").size()).isEqualTo(2);
    assertThat(second.get("items").size()).isEqualTo(1);
    assertThat(second.get("next").isNull()).isTrue();
  }

  @Test
  void aMovementStaysOnRecord() throws Exception {
    catalogue("档号,题名,库位\n%1$s·1,参保登记表,%1$s-03-02\n");
    UUID item = item("1").id();
    long before = item("1").revision();

    int moved = move(item, "out", room + "-03-02", "稽核借阅", token);
    int unsaid = move(item, "in-store", room + "-03-02", " ", token);
    int byVendor = move(item, "missing", "", "找不到", tokenOf(someone(Role.VENDOR)));

    assertThat(List.of(moved, unsaid, byVendor)).containsExactly(204, 422, 403);
    assertThat(item("1").paper()).isEqualTo(Item.PaperState.OUT);
    assertThat(item("1").revision()).isEqualTo(before + 1);
    JsonNode movements = json.readTree(ok(get("/api/v1/items/" + item + "/paper"), token));
    assertThat(movements.at("/movements").size()).isEqualTo(1);
    assertThat(movements.at("/movements/0/before").asString()).isEqualTo("in-store");
    assertThat(movements.at("/movements/0/after").asString()).isEqualTo("out");
    assertThat(movements.at("/movements/0/location").asString()).isEqualTo(room + "-03-02");
    assertThat(movements.at("/movements/0/by").asString()).isEqualTo(archivist.displayName());
    assertThat(movements.at("/movements/0/why").asString()).isEqualTo("稽核借阅");
    assertThat(recorded("move-paper", item)).isEqualTo(1);
  }

  @Test
  void anItemThatWasMergedLeadsOnToWhereThePaperOfTheOtherWent() throws Exception {
    catalogue("档号,题名,库位\n%1$s·1,参保登记表,%1$s-03\n%1$s·2,参保登记表（续）,%1$s-03\n");
    UUID kept = item("1").id();
    UUID merged = item("2").id();
    jdbc.sql("update item set state = 'closed' where id in (:both)")
        .param("both", List.of(kept, merged))
        .update();
    ok(
        post("/api/v1/items/" + kept + "/merge")
            .header("If-Match", "*")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"itemId\":\"%s\"}".formatted(merged)),
        token);
    move(kept, "out", room + "-03", "稽核借阅", token);
    long before = recorded("view-item", kept);

    JsonNode movements = json.readTree(ok(get("/api/v1/items/" + merged + "/paper"), token));

    assertThat(movements.at("/movements").size()).isEqualTo(1);
    assertThat(movements.at("/movements/0/why").asString()).isEqualTo("稽核借阅");
    assertThat(recorded("view-item", kept)).isEqualTo(before + 1);
  }

  @Test
  void aShelfIsMovedInOneStepAndEachPaperKeepsItsPlaceInIt() throws Exception {
    catalogue(
        """
        档号,题名,库位,实体状态
        %1$s·1,参保登记表,%1$s-03-02-盒1,
        %1$s·2,退休审批表,%1$s-03-02-盒2,借出
        %1$s·3,工伤认定书,%1$s-03-02,
        %1$s·4,转移单,%1$s-04,
        """);
    UUID lent = item("2").id();
    long before = item("2").revision();

    JsonNode moved = json.readTree(ok(moveShelf("-03-02", "-07"), token));

    assertThat(moved.at("/items").asInt()).isEqualTo(3);
    assertThat(List.of("1", "2", "3", "4"))
        .extracting(number -> item(number).location())
        .containsExactly(room + "-07-盒1", room + "-07-盒2", room + "-07", room + "-04");
    assertThat(item("2").paper()).isEqualTo(Item.PaperState.OUT);
    assertThat(item("2").revision()).isEqualTo(before + 1);
    JsonNode movements = json.readTree(ok(get("/api/v1/items/" + lent + "/paper"), token));
    assertThat(movements.at("/movements/0/after").asString()).isEqualTo("out");
    assertThat(movements.at("/movements/0/location").asString()).isEqualTo(room + "-07-盒2");
    assertThat(movements.at("/movements/0/why").asString()).isEqualTo("库房调整");
    assertThat(events.stream(ItemsChanged.class))
        .anySatisfy(changed -> assertThat(changed.itemIds()).contains(lent).hasSize(3));
    JsonNode counts = json.readTree(ok(get("/api/v1/tracks?location=" + room + "-07"), token));
    assertThat(counts.at("/counts").size()).isEqualTo(2);
  }

  @Test
  void aShelfIsNotMovedIntoItselfNorByWhoMayNotNorWhereNothingStands() throws Exception {
    catalogue("档号,题名,库位\n%1$s·1,参保登记表,%1$s-03-1-2-3-4-5\n");

    assertThat(
            List.of(
                perform(moveShelf("-03", "-03-1"), token).getStatus(),
                perform(moveShelf("-05", "-03"), token).getStatus(),
                perform(moveShelf("-03", "-1-2-3"), token).getStatus(),
                perform(moveShelf("-03", "-04"), tokenOf(someone(Role.CLERK))).getStatus(),
                perform(moveShelf("-03", "-04"), tokenOf(someone(Role.AUDITOR))).getStatus()))
        .containsExactly(422, 422, 400, 403, 403);
    assertThat(item("1").location()).isEqualTo(room + "-03-1-2-3-4-5");
  }

  @Test
  void theScreenOfALocationLeadsToWhereItsShelfWasMoved() throws Exception {
    catalogue("档号,题名,库位\n%1$s·1,参保登记表,%1$s-03-02\n");
    String auditor = tokenOf(someone(Role.AUDITOR));

    assertThat(ok(get("/tracks?location=" + room), auditor)).doesNotContain("/tracks/move");
    assertThat(ok(get("/tracks?location=" + room), token)).contains("/tracks/move");
    MockHttpServletResponse moved =
        perform(
            post("/tracks/move")
                .param("from", room + "-03")
                .param("to", room + "/04")
                .param("why", "库房调整"),
            token);

    assertThat(moved.getRedirectedUrl()).isEqualTo("/tracks?location=" + room + "-04");
    assertThat(item("1").location()).isEqualTo(room + "-04-02");
  }

  private MockHttpServletRequestBuilder moveShelf(String from, String to) {
    return post("/api/v1/tracks/move")
        .contentType(MediaType.APPLICATION_JSON)
        .content(
            "{\"from\":\"%1$s%2$s\",\"to\":\"%1$s%3$s\",\"why\":\"库房调整\"}"
                .formatted(room, from, to));
  }

  private List<Finding> catalogue(String csv) throws IOException {
    Batch batch =
        batches.open(
            new NewBatch("目录", Batch.Source.VENDOR, Arrangement.CATALOGUE, null), archivist.id());
    byte[] bytes = csv.formatted(room).getBytes(StandardCharsets.UTF_8);
    return catalogues.take(batch.id(), new ByteArrayInputStream(bytes)).findings();
  }

  /** What the linking step makes of a catalogue's title. */
  private void titled(String number, String title) {
    items.describe(item(number).id(), title, null, null, List.of(), List.of());
  }

  private Item item(String number) {
    UUID id =
        jdbc.sql("select id from item where file_number = :number")
            .param("number", room + "·" + number)
            .query(UUID.class)
            .single();
    return items.find(id).orElseThrow();
  }

  private int move(UUID item, String paper, String location, String why, String by)
      throws Exception {
    return perform(
            put("/api/v1/items/" + item + "/paper")
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                    "{\"paper\":\"%s\",\"location\":\"%s\",\"why\":\"%s\"}"
                        .formatted(paper, location, why)),
            by)
        .getStatus();
  }

  private long actions(String action) {
    return jdbc.sql("select count(*) from audit where action = :action and outcome = 'done'")
        .param("action", action)
        .query(Long.class)
        .single();
  }

  private long recorded(String action, UUID item) {
    return jdbc.sql(
            """
            select count(*) from audit
            where action = :action and subject_id = :item and outcome = 'done'
            """)
        .param("action", action)
        .param("item", item)
        .query(Long.class)
        .single();
  }

  private User someone(Role role) {
    String name = role.word() + UUID.randomUUID().toString().substring(0, 8);
    return users.make(name, name, role).user();
  }

  private String tokenOf(User user) {
    return tokens.make(user.id(), "t", null).secret();
  }

  private String ok(MockHttpServletRequestBuilder request, String by) throws Exception {
    MockHttpServletResponse response = perform(request, by);
    assertThat(response.getStatus()).isEqualTo(200);
    return response.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse perform(MockHttpServletRequestBuilder request, String by)
      throws Exception {
    return browser
        .perform(request.header("Authorization", "Bearer " + by))
        .andReturn()
        .getResponse();
  }
}
