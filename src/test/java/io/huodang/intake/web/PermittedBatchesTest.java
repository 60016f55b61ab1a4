package io.huodang.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.huodang.access.Role;
import io.huodang.access.Tokens;
import io.huodang.web.FrontOfHouse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = FrontOfHouse.class)
@AutoConfigureMockMvc
class PermittedBatchesTest {
  @TempDir static Path home;

  @Autowired MockMvc client;
  @Autowired Tokens tokens;
  @Autowired JdbcClient jdbc;

  private String vendor = "";
  private String other = "";
  private String clerk = "";

  @DynamicPropertySource
  static void registry(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
  }

  @BeforeEach
  void giveTokens() {
    vendor = tokenOf(Role.VENDOR);
    other = tokenOf(Role.VENDOR);
    clerk = tokenOf(Role.CLERK);
  }

  @Test
  void aVendorSeesTheBatchesThatItOpenedAndNoOthers() throws Exception {
    String own = open(vendor);
    String foreign = open(other);

    assertThat(status(vendor, get("/api/v1/batches/" + own))).isEqualTo(200);
    assertThat(status(vendor, get("/batches/" + own))).isEqualTo(200);
    assertThat(ids(json(vendor, get("/api/v1/batches")))).containsExactly(own);
    for (String path : new String[] {"", "/files", "/events"}) {
      assertThat(status(vendor, get("/api/v1/batches/" + foreign + path))).isEqualTo(403);
    }
    assertThat(status(vendor, get("/batches/" + foreign))).isEqualTo(403);
    assertThat(status(vendor, post("/api/v1/batches/" + foreign + "/seal"))).isEqualTo(403);
  }

  @Test
  void aVendorIsNotToldWhetherAForeignBatchExists() throws Exception {
    String foreign = open(other);

    MockHttpServletResponse there = answer(vendor, get("/api/v1/batches/" + foreign));
    MockHttpServletResponse notThere =
        answer(vendor, get("/api/v1/batches/" + UUID.randomUUID().toString()));

    assertThat(there.getStatus()).isEqualTo(notThere.getStatus());
    assertThat(there.getContentAsString()).isEqualTo(notThere.getContentAsString());
  }

  @Test
  void aRefusedLookAtABatchIsOnRecord() throws Exception {
    String foreign = open(other);

    answer(vendor, get("/api/v1/batches/" + foreign));

    assertThat(
            jdbc.sql("select action, outcome from audit order by seq desc limit 1")
                .query()
                .listOfRows())
        .singleElement()
        .hasToString("{action=see-batches, outcome=refused}");
  }

  @Test
  void aClerkSeesEveryonesBatchesPartByPart() throws Exception {
    String first = open(vendor);
    String second = open(other);

    JsonNode newest = json(clerk, get("/api/v1/batches?limit=1"));
    JsonNode next =
        json(clerk, get("/api/v1/batches?limit=1&cursor=" + newest.get("next").asString()));

    assertThat(ids(newest)).containsExactly(second);
    assertThat(ids(next)).containsExactly(first);
  }

  private String tokenOf(Role role) {
    UUID user =
        jdbc.sql(
                """
                insert into app_user (name, display_name, role, password_hash)
                values (:name, :name, :role, 'none') returning id
                """)
            .param("name", "u" + UUID.randomUUID().toString().substring(0, 8))
            .param("role", role.word())
            .query(UUID.class)
            .single();
    return tokens.make(user, "test", null).secret();
  }

  private String open(String token) throws Exception {
    return json(
            token, post("/api/v1/batches").contentType(MediaType.APPLICATION_JSON).content("{}"))
        .get("id")
        .asString();
  }

  private static java.util.List<String> ids(JsonNode list) {
    return list.get("items").valueStream().map(item -> item.get("id").asString()).toList();
  }

  private JsonNode json(String token, MockHttpServletRequestBuilder request) throws Exception {
    return JsonMapper.shared()
        .readTree(answer(token, request).getContentAsString(StandardCharsets.UTF_8));
  }

  private int status(String token, MockHttpServletRequestBuilder request) throws Exception {
    return answer(token, request).getStatus();
  }

  private MockHttpServletResponse answer(String token, MockHttpServletRequestBuilder request)
      throws Exception {
    return client
        .perform(request.header("Authorization", "Bearer " + token).with(csrf()))
        .andReturn()
        .getResponse();
  }
}
