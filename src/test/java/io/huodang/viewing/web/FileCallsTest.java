package io.huodang.viewing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.huodang.access.Role;
import io.huodang.access.Terms;
import io.huodang.access.Tokens;
import io.huodang.catalog.Items;
import io.huodang.intake.Batches;
import io.huodang.intake.ScanFile;
import io.huodang.intake.ScanFiles;
import io.huodang.web.FrontOfHouse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
class FileCallsTest {
  private static final byte[] SOUND = new byte[200_000];

  static {
    for (int i = 0; i < SOUND.length; i++) {
      SOUND[i] = (byte) (i * 31);
    }
  }

  @TempDir static Path home;

  @Autowired MockMvc client;
  @Autowired Tokens tokens;
  @Autowired JdbcClient jdbc;
  @Autowired ScanFiles files;
  @Autowired Batches batches;
  @Autowired Items items;

  private String clerk = "";
  private UUID file = new UUID(0, 0);

  @DynamicPropertySource
  static void registry(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
  }

  @BeforeEach
  void deliverASound() throws Exception {
    clerk = tokenOf(Role.CLERK);
    file = deliver(SOUND);
    files.opened(file, ScanFile.Kind.SOUND, "audio/wav", 0);
  }

  @Test
  void theWholeIsSentAsItWasDeliveredAndNeverAsAPage() throws Exception {
    MockHttpServletResponse whole = answer(get(master()));

    assertThat(whole.getStatus()).isEqualTo(200);
    assertThat(whole.getContentAsByteArray()).isEqualTo(SOUND);
    assertThat(whole.getContentType()).isEqualTo("audio/wav");
    assertThat(whole.getHeader("Accept-Ranges")).isEqualTo("bytes");
    assertThat(whole.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(whole.getHeaders("Content-Security-Policy"))
        .containsExactly("default-src 'none'; sandbox");
    assertThat(whole.getHeader("Content-Disposition")).startsWith("attachment").contains(".wav");
    assertThat(whole.getHeader("Cache-Control")).contains("no-store");
  }

  @Test
  void aPlayerGetsThePartsThatItAsksFor() throws Exception {
    assertPart("bytes=0-", 0, SOUND.length - 1);
    assertPart("bytes=100-299", 100, 299);
    assertPart("bytes=150000-", 150_000, SOUND.length - 1);
    assertPart("bytes=-5", SOUND.length - 5, SOUND.length - 1);
    assertPart("bytes=199999-999999", SOUND.length - 1, SOUND.length - 1);
  }

  @Test
  void aPartThatIsNotThereIsRefusedAndManyPartsAreTheWhole() throws Exception {
    MockHttpServletResponse beyond = answer(get(master()).header("Range", "bytes=200000-"));
    MockHttpServletResponse many = answer(get(master()).header("Range", "bytes=0-1,5-6"));
    MockHttpServletResponse changed =
        answer(get(master()).header("Range", "bytes=0-1").header("If-Range", "\"other\""));

    assertThat(beyond.getStatus()).isEqualTo(416);
    assertThat(beyond.getHeader("Content-Range")).isEqualTo("bytes */200000");
    assertThat(many.getContentAsByteArray()).isEqualTo(SOUND);
    assertThat(changed.getContentAsByteArray()).isEqualTo(SOUND);
  }

  @Test
  void aPageOfTheWebIsDownloadedAndNothingElse() throws Exception {
    UUID page = deliver("<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
    files.opened(page, ScanFile.Kind.OTHER, "text/html", 0);

    MockHttpServletResponse sent = answer(get("/api/v1/files/" + page + "/master"));

    assertThat(sent.getContentType()).isEqualTo("application/octet-stream");
    assertThat(sent.getHeader("Content-Disposition")).startsWith("attachment");
  }

  @Test
  void playingPieceByPieceIsOneLookOnRecord() throws Exception {
    answer(get(master()).header("Range", "bytes=0-99"));
    answer(get(master()).header("Range", "bytes=100-199"));

    assertThat(
            jdbc.sql(
                    "select count(*) from audit where action = 'download-file' and subject_id = :file")
                .param("file", file)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aVendorGetsNoFileOfOthers() throws Exception {
    clerk = tokenOf(Role.VENDOR);

    assertThat(answer(get(master())).getStatus()).isEqualTo(403);
    assertThat(answer(get("/api/v1/files/" + UUID.randomUUID() + "/master")).getStatus())
        .isEqualTo(403);
  }

  @Test
  void anItemWithoutPagesNamesItsFileAndItsScreenPlaysIt() throws Exception {
    UUID batch = files.find(file).orElseThrow().batchId();
    UUID fonds = batches.find(batch).orElseThrow().fondsId();
    UUID item = items.createOfFile(file, new Terms(fonds, null, batch, null), List.of());
    items.describe(item, "谈话录音.wav", null, null, List.of(), List.of());

    JsonNode call = json(answer(get("/api/v1/items/" + item)));
    String screen = answer(get("/items/" + item)).getContentAsString(StandardCharsets.UTF_8);

    assertThat(call.path("pages")).isEmpty();
    assertThat(call.path("files").get(0).path("id").asString()).isEqualTo(file.toString());
    assertThat(call.path("files").get(0).path("kind").asString()).isEqualTo("sound");
    assertThat(screen)
        .contains("<audio", master(), "谈话录音.wav", "audio/wav")
        .doesNotContain("??", "id=\"sheet\"");
  }

  private void assertPart(String range, int from, int to) throws Exception {
    MockHttpServletResponse part = answer(get(master()).header("Range", range));

    assertThat(part.getStatus()).as(range).isEqualTo(206);
    assertThat(part.getHeader("Content-Range"))
        .isEqualTo("bytes %d-%d/%d".formatted(from, to, SOUND.length));
    assertThat(part.getContentAsByteArray()).isEqualTo(Arrays.copyOfRange(SOUND, from, to + 1));
  }

  private String master() {
    return "/api/v1/files/" + file + "/master";
  }

  private UUID deliver(byte[] bytes) throws Exception {
    String batch =
        json(answer(
                post("/api/v1/batches")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"title\":\"sounds\"}")))
            .path("id")
            .asString();
    JsonNode receipt =
        json(
            answer(
                put("/api/v1/batches/" + batch + "/files/a")
                    .header("Huodang-Path", "UTF-8''%E8%B0%88%E8%AF%9D%E5%BD%95%E9%9F%B3.wav")
                    .content(bytes)));
    return UUID.fromString(receipt.path("id").asString());
  }

  private String tokenOf(Role role) {
    UUID user =
        jdbc.sql(
                """
                insert into app_user (name, display_name, role, password_hash)
                values (:name, :name, :role, '-') returning id
                """)
            .param("name", "u" + UUID.randomUUID().toString().substring(0, 18))
            .param("role", role.word())
            .query(UUID.class)
            .single();
    return tokens.make(user, "test", null).secret();
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
    return client
        .perform(request.header("Authorization", "Bearer " + clerk).with(csrf()))
        .andReturn()
        .getResponse();
  }

  private static JsonNode json(MockHttpServletResponse answer) throws Exception {
    return JsonMapper.shared().readTree(answer.getContentAsString(StandardCharsets.UTF_8));
  }
}
