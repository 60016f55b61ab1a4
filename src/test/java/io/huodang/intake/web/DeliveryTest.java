package io.huodang.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.huodang.access.Role;
import io.huodang.access.Tokens;
import io.huodang.access.Users;
import io.huodang.vocabulary.Sha256;
import io.huodang.web.FrontOfHouse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
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
class DeliveryTest {
  private static final byte[] BYTES = "a=1&b=bytes of a scan".getBytes(StandardCharsets.UTF_8);

  @TempDir static Path home;

  @Autowired MockMvc client;
  @Autowired Users users;
  @Autowired Tokens tokens;

  private String token = "";
  private String batch = "";

  @DynamicPropertySource
  static void registry(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
  }

  @BeforeEach
  void openBatch() throws Exception {
    String name = "clerk" + UUID.randomUUID().toString().substring(0, 8);
    token = tokens.make(users.make(name, name, Role.CLERK).user().id(), "test", null).secret();
    batch =
        json(send(post("/api/v1/batches").contentType("application/json").content("{}")))
            .get("id")
            .asString();
  }

  @Test
  void keepsEveryByteWhateverTypeTheSenderCallsThem() throws Exception {
    for (String type :
        new String[] {"application/x-www-form-urlencoded", "multipart/form-data", "image/tiff"}) {
      JsonNode receipt = json(deliver("key-" + type.hashCode(), BYTES, type, null));

      assertThat(receipt.get("sha256").asString())
          .as(type)
          .isEqualTo(Sha256.ofContent(BYTES).hex());
      assertThat(receipt.get("size").asLong()).as(type).isEqualTo(BYTES.length);
    }
  }

  @Test
  void aSenderWhoLostTheReceiptGetsItAlsoAfterTheBatchWasSealed() throws Exception {
    deliver("a", BYTES, "image/tiff", null);
    send(post("/api/v1/batches/" + batch + "/seal"));

    assertThat(deliver("a", BYTES, "image/tiff", null).getStatus()).isEqualTo(200);
    assertThat(deliver("a", new byte[] {1}, "image/tiff", null).getContentAsString())
        .contains("\"other-bytes\"");
    assertThat(deliver("b", BYTES, "image/tiff", null).getContentAsString())
        .contains("\"batch-sealed\"");
  }

  @Test
  void aDigestThatCannotBeReadIsRefusedAndOneOfAnotherKindIsLeftAlone() throws Exception {
    String right = Base64.getEncoder().encodeToString(Sha256.ofContent(BYTES).bytes());

    assertThat(deliver("a", BYTES, "image/tiff", "sha-256=:!!:").getStatus()).isEqualTo(400);
    assertThat(deliver("b", BYTES, "image/tiff", "sha-256=" + right).getStatus()).isEqualTo(400);
    assertThat(deliver("c", BYTES, "image/tiff", "sha-256=:AAAA:").getStatus()).isEqualTo(400);
    assertThat(deliver("d", BYTES, "image/tiff", "sha-512=:AAAA:").getStatus()).isEqualTo(201);
    assertThat(
            deliver("e", BYTES, "image/tiff", "sha-512=:AAAA:, sha-256=:" + right + ":")
                .getStatus())
        .isEqualTo(201);
    assertThat(deliver("f", new byte[] {1}, "image/tiff", "sha-256=:" + right + ":").getStatus())
        .isEqualTo(422);
  }

  private MockHttpServletResponse deliver(
      String key, byte[] bytes, String type, @org.jspecify.annotations.Nullable String digest)
      throws Exception {
    MockHttpServletRequestBuilder request =
        put("/api/v1/batches/" + batch + "/files/" + key).contentType(type).content(bytes);
    return send(digest == null ? request : request.header("Repr-Digest", digest));
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
    return client
        .perform(request.header("Authorization", "Bearer " + token))
        .andReturn()
        .getResponse();
  }

  private static JsonNode json(MockHttpServletResponse answer) throws Exception {
    return JsonMapper.shared().readTree(answer.getContentAsString(StandardCharsets.UTF_8));
  }
}
