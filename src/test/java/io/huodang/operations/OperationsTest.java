package io.huodang.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.huodang.access.Role;
import io.huodang.access.Tokens;
import io.huodang.access.Users;
import io.huodang.ingest.Queue;
import io.huodang.intake.Arrangement;
import io.huodang.intake.Batch;
import io.huodang.intake.Batches;
import io.huodang.intake.NewBatch;
import io.huodang.vocabulary.CitizenId;
import io.huodang.web.FrontOfHouse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The index is away all the while: nothing listens on its port. */
@SpringBootTest(classes = {FrontOfHouse.class, OperationsTest.WithOperations.class})
@AutoConfigureMockMvc
class OperationsTest {
  @TempDir static Path home;

  @Autowired MockMvc browser;
  @Autowired Users users;
  @Autowired Tokens tokens;
  @Autowired Batches batches;
  @Autowired JdbcClient jdbc;

  @Configuration(proxyBeanMethods = false)
  @ComponentScan({"io.huodang.search", "io.huodang.preservation", "io.huodang.operations"})
  @Import(Queue.class)
  static class WithOperations {}

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
    properties.add("huodang.search.url", () -> "http://127.0.0.1:1");
    properties.add("huodang.operations.fresh", () -> "0s");
  }

  @Test
  void anOperatorSeesWhatFailsWhatWaitsAndWhichBatchIsStuckAndWhy() throws Exception {
    UUID admin = users.find("admin").orElseThrow().id();
    UUID batch =
        batches
            .open(new NewBatch("卡住的一批", Batch.Source.VENDOR, Arrangement.FILE_IS_ITEM, null), admin)
            .id();
    row(batch, "page", "ready", null, 0);
    row(batch, "page", "ready", "worker-timeout", 1);
    row(batch, "page", "quarantined", "worker-crashed", 3);
    row(batch, "index", "leased", null, 0);
    row(batch, "link", "done", null, 0);
    String operator = token(Role.ADMINISTRATOR);

    String html = text(get("/operations"), operator);
    String metrics = text(get("/actuator/prometheus"), operator);

    assertThat(html)
        .contains("卡住的一批", "识别超时", "登记库", "PostgreSQL 18")
        .containsPattern("检索索引</strong>\\s*<span class=\"badge file-quarantined\">异常")
        .containsPattern("影像库</strong>\\s*<span class=\"badge file-ok\">正常")
        .doesNotContain("??");
    assertThat(metrics)
        .contains(
            "huodang_ledger_rows{state=\"waiting\",step=\"page\"} 2.0",
            "huodang_ledger_rows{state=\"faulty\",step=\"page\"} 1.0",
            "huodang_ledger_rows{state=\"quarantined\",step=\"page\"} 1.0",
            "huodang_ledger_rows{state=\"under-way\",step=\"index\"} 1.0",
            "huodang_ledger_rows{state=\"waiting\",step=\"link\"} 0.0",
            "huodang_batches_stuck 1.0",
            "huodang_part_up{part=\"index\"} 0.0",
            "huodang_part_up{part=\"vault\"} 1.0")
        .contains("huodang_disk_free_bytes");
    assertThat(html).contains("尚未备份", "请运行 ./huodang backup DIR");
    assertThat(metrics).contains("huodang_backup_last_seconds 0.0", "huodang_backup_overdue 1.0");

    jdbc.sql("insert into backup (name, missing) values ('invented', 0)").update();

    assertThat(text(get("/operations"), operator)).doesNotContain("请运行 ./huodang backup DIR");
    assertThat(text(get("/actuator/prometheus"), operator)).contains("huodang_backup_overdue 0.0");
  }

  @Test
  void noLabelTellsWhoWasLookedForOrWhatWasOpened() throws Exception {
    String operator = token(Role.ADMINISTRATOR);
    String number = "37108119600101123" + CitizenId.checkOf("37108119600101123");
    UUID person = UUID.randomUUID();
    perform(get("/api/v1/people/" + person), operator);
    perform(get("/nowhere/" + number), operator);
    perform(
        post("/api/v1/search")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"query\":\"王建国 " + number + "\"}"),
        operator);

    String metrics = text(get("/actuator/prometheus"), operator);

    assertThat(metrics)
        .contains("/api/v1/people/{id}", "jvm_memory_used_bytes")
        .doesNotContain(person.toString(), number, "王建国", "admin");
  }

  @Test
  void onlyWhoOperatesSeesMetricsAndTheState() throws Exception {
    for (String path : new String[] {"/actuator/prometheus", "/operations", "/operations/now"}) {
      assertThat(perform(get(path), token(Role.CLERK)).getStatus()).as(path).isEqualTo(403);
    }
    assertThat(browser.perform(get("/actuator/prometheus")).andReturn().getResponse().getStatus())
        .isEqualTo(401);
  }

  private void row(UUID batch, String step, String state, @Nullable String reason, int faults) {
    jdbc.sql(
            """
            insert into ledger (step, subject_kind, subject_id, batch_id, lane, state, faults, claims,
                                reason_code, reason_text)
            values (:step, 'page', uuidv7(), :batch, 2, :state, :faults, :faults, :reason, :reason)
            """)
        .param("step", step)
        .param("batch", batch)
        .param("state", state)
        .param("faults", faults)
        .param("reason", reason)
        .update();
  }

  private String token(Role role) {
    String name = role.word() + UUID.randomUUID().toString().substring(0, 8);
    return tokens.make(users.make(name, name, role).user().id(), "t", null).secret();
  }

  private String text(MockHttpServletRequestBuilder request, String token) throws Exception {
    MockHttpServletResponse answer = perform(request, token);
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse perform(MockHttpServletRequestBuilder request, String token)
      throws Exception {
    return browser
        .perform(request.header("Authorization", "Bearer " + token).header("Accept-Language", "zh"))
        .andReturn()
        .getResponse();
  }
}
