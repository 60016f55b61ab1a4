package io.huodang.corrections.web;

import static io.huodang.corrections.InventedItems.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.huodang.access.Role;
import io.huodang.access.Tokens;
import io.huodang.access.Viewer;
import io.huodang.catalog.Item;
import io.huodang.catalog.Persons;
import io.huodang.corrections.InventedItems;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.PersonName;
import io.huodang.web.FrontOfHouse;
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
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = FrontOfHouse.class)
@AutoConfigureMockMvc
class CorrectionCallsTest {
  @TempDir static Path home;

  @Autowired MockMvc caller;
  @Autowired InventedItems invented;
  @Autowired Persons persons;
  @Autowired Tokens tokens;

  private String token = "";

  @DynamicPropertySource
  static void registry(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
  }

  @BeforeEach
  void takeToken() {
    Viewer clerk = invented.someone("li.clerk", Role.CLERK);
    token = tokens.make(clerk.userId(), "test", null).secret();
  }

  @Test
  void aChangeNeedsTheRevisionThatItWasMadeFor() throws Exception {
    Item item = invented.item(List.of(reading("personName", null, "王建囯", 0.6)));
    String body =
        "{\"fields\":[{\"field\":\"personName\",\"value\":\"王建国\"}],\"reason\":\"paper\"}";

    assertThat(send(patch("/api/v1/items/" + item.id()), null, body).getStatus()).isEqualTo(428);

    MockHttpServletResponse first = send(patch("/api/v1/items/" + item.id()), tag(item), body);
    assertThat(first.getStatus()).isEqualTo(200);
    assertThat(first.getHeader("Huodang-Change")).isNotBlank();

    MockHttpServletResponse second = send(patch("/api/v1/items/" + item.id()), tag(item), body);
    JsonNode problem = json(second);
    assertThat(second.getStatus()).isEqualTo(412);
    assertThat(problem.get("code").asString()).isEqualTo("changed-meanwhile");
    assertThat("\"" + problem.get("currentRevision").asLong() + "\"")
        .isEqualTo(first.getHeader("ETag"));
    assertThat(problem.at("/changes/0/by").asString()).isEqualTo("li.clerk");
    assertThat(problem.at("/changes/0/edits/0/after").asString()).isEqualTo("王建国");
  }

  @Test
  void aValueOfTheWrongKindIsNamedWithItsField() throws Exception {
    Item item = invented.item(List.of());

    MockHttpServletResponse answer =
        send(
            patch("/api/v1/items/" + item.id()),
            tag(item),
            "{\"fields\":[{\"field\":\"citizenId\",\"value\":\"123\"}]}");

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(json(answer).get("field").asString()).isEqualTo("citizenId");
    assertThat(json(answer).get("problem").asString()).isEqualTo("citizen-id-form");
  }

  @Test
  void fieldsAreToldWithTheirPlaceAndCitizenIdsMasked() throws Exception {
    String number = InventedItems.citizenId(301);
    Item item = invented.item(List.of(reading("citizenId", null, number, 0.99)));

    JsonNode fields = json(send(get("/api/v1/items/" + item.id() + "/fields"), null, ""));

    assertThat(fields.toString()).doesNotContain(number);
    assertThat(fields.at("/fields/1/field").asString()).isEqualTo("citizenId");
    assertThat(fields.at("/fields/1/value").asString())
        .isEqualTo(CitizenId.parse(number).orElseThrow().masked());
    assertThat(fields.at("/fields/1/place/left").asDouble()).isEqualTo(0.1);
  }

  @Test
  void someoneIsLinkedRuledOutAndTheDecisionTakenBack() throws Exception {
    Item item = invented.item(List.of(reading("personName", null, "孙秀英", 0.9)));
    UUID person = person(302, "孙秀英");

    MockHttpServletResponse made =
        send(
            post("/api/v1/items/" + item.id() + "/links"),
            "*",
            "{\"personId\":\"" + person + "\",\"reason\":\"knows her\"}");
    assertThat(made.getStatus()).isEqualTo(201);
    JsonNode link = json(made);
    assertThat(link.get("state").asString()).isEqualTo("confirmed");

    String address = "/api/v1/links/" + link.get("id").asString();
    MockHttpServletResponse rejected =
        send(
            patch(address),
            made.getHeader("ETag"),
            "{\"state\":\"rejected\",\"reason\":\"namesake\"}");
    assertThat(json(rejected).get("state").asString()).isEqualTo("rejected");
    assertThat(
            send(patch(address), made.getHeader("ETag"), "{\"state\":\"confirmed\"}").getStatus())
        .isEqualTo(412);

    String change = String.valueOf(rejected.getHeader("Huodang-Change"));
    assertThat(send(post("/api/v1/changes/" + change + "/undo"), null, "").getStatus())
        .isEqualTo(200);
    JsonNode history = json(send(get("/api/v1/items/" + item.id() + "/history"), null, ""));
    assertThat(history.at("/items/0/undoes").asString()).isEqualTo(change);
    assertThat(
            json(send(get("/api/v1/items/" + item.id()), null, ""))
                .at("/people/0/state")
                .asString())
        .isEqualTo("confirmed");
  }

  private UUID person(int sequence, String name) {
    String number = InventedItems.citizenId(sequence);
    return persons.create(
        CitizenId.parse(number).orElseThrow(),
        number,
        PersonName.parse(name).orElseThrow(),
        "roster");
  }

  private static String tag(Item item) {
    return "\"" + item.revision() + "\"";
  }

  private MockHttpServletResponse send(
      MockHttpServletRequestBuilder request,
      @org.jspecify.annotations.Nullable String ifMatch,
      String body)
      throws Exception {
    request.header("Authorization", "Bearer " + token);
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    if (!body.isEmpty()) {
      request.contentType("application/json").content(body);
    }
    return caller.perform(request).andReturn().getResponse();
  }

  private static JsonNode json(MockHttpServletResponse answer) {
    return JsonMapper.shared()
        .readTree(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
  }
}
