package io.huodang.oversight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.huodang.access.Role;
import io.huodang.access.Tokens;
import io.huodang.access.Users;
import io.huodang.audit.Actor;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.audit.AuditFilter;
import io.huodang.audit.AuditLog;
import io.huodang.catalog.Persons;
import io.huodang.testing.RealElasticsearch;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.PersonName;
import io.huodang.web.FrontOfHouse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest(classes = {FrontOfHouse.class, AuditScreensTest.WithOversight.class})
@AutoConfigureMockMvc
class AuditScreensTest {
  private static final CitizenId NUMBER =
      CitizenId.parse("37108119600101123" + CitizenId.checkOf("37108119600101123")).orElseThrow();

  @TempDir static Path home;

  @Autowired MockMvc browser;
  @Autowired Users users;
  @Autowired Tokens tokens;
  @Autowired Persons persons;
  @Autowired Audit audit;
  @Autowired AuditLog log;
  private String auditor = "";
  private UUID person = new UUID(0, 0);
  private Actor clerk = Actor.program();

  @Configuration(proxyBeanMethods = false)
  @ComponentScan({"io.huodang.search", "io.huodang.oversight"})
  static class WithOversight {}

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
    RealElasticsearch.Indices indices = RealElasticsearch.indices();
    properties.add("huodang.search.url", indices::url);
    properties.add("huodang.search.username", indices::username);
    properties.add("huodang.search.password", indices::password);
    properties.add("huodang.search.index-prefix", indices::indexPrefix);
  }

  @BeforeEach
  void anAuditorAndAClerkWhoLookedAtSomeone() {
    String name = "auditor" + UUID.randomUUID().toString().substring(0, 8);
    auditor = tokens.make(users.make(name, name, Role.AUDITOR).user().id(), "t", null).secret();
    person = persons.create(NUMBER, NUMBER.value(), PersonName.parse("王建国").orElseThrow(), "form");
    clerk = new Actor(UUID.randomUUID(), "lin.wan", "clerk", "10.0.0.7");
    audit.record(AuditEntry.of(clerk, "view-person").about("person", person));
    audit.record(AuditEntry.of(clerk, "reveal-id").about("person", person).because("=本人查询"));
    audit.record(
        AuditEntry.of(clerk, "change-user")
            .about("user", UUID.randomUUID())
            .with("role.before", "clerk")
            .with("role.after", "auditor"));
  }

  @Test
  void rowsNameWhomTheyAreAboutWithTheNumberMasked() throws Exception {
    String html = html(get("/audit").param("subject", person.toString()));

    assertThat(html)
        .contains("王建国 " + NUMBER.masked(), "/people/" + person, "打开业务档案", "lin.wan")
        .doesNotContain(NUMBER.value(), "??", "更改用户</span>");
  }

  @Test
  void whoLookedForAPersonIsFoundAmongThoseWhoOnlySearched() throws Exception {
    audit.record(AuditEntry.of(clerk, "search").with("query", "王建").showing(List.of(person)));

    String html = html(get("/audit").param("subject", person.toString()));
    assertThat(html).contains("<span>检索</span>");
    long seq =
        log.read(
                new AuditFilter(clerk.id(), "search", Set.of(), null, null, null, null, true),
                Long.MAX_VALUE,
                1)
            .getFirst()
            .seq();
    assertThat(html(get("/audit/" + seq)))
        .contains("王建国 " + NUMBER.masked(), "<dd>王建</dd>")
        .doesNotContain(NUMBER.value(), "??");
  }

  @Test
  void aRowOpensToWhatWasBeforeAndAfter() throws Exception {
    long seq =
        log.read(
                new AuditFilter(clerk.id(), "change-user", Set.of(), null, null, null, null, true),
                Long.MAX_VALUE,
                1)
            .getFirst()
            .seq();

    assertThat(html(get("/audit/" + seq)))
        .contains("10.0.0.7", "<td>clerk</td>", "<td>auditor</td>")
        .doesNotContain("??");
  }

  @Test
  void filtersNarrowAndOlderRowsFollow() throws Exception {
    for (int i = 0; i < 60; i++) {
      audit.record(AuditEntry.of(clerk, "view-item").about("item", UUID.randomUUID()));
    }

    String first =
        html(post("/audit/rows").param("who", clerk.id() + "").param("action", "view-item"));
    assertThat(first.split("class=\"entry", -1)).hasSize(51);
    String cursor = first.replaceFirst("(?s).*name=\"cursor\" value=\"([0-9]+)\".*", "$1");
    String rest =
        html(
            post("/audit/rows")
                .param("who", clerk.id() + "")
                .param("action", "view-item")
                .param("cursor", cursor));
    assertThat(rest.split("class=\"entry", -1)).hasSize(11);
    assertThat(rest).doesNotContain("name=\"cursor\"");
  }

  @Test
  void readingAndTakingAwayAreOnRecordThemselves() throws Exception {
    html(get("/audit").param("subject", person.toString()));
    MockHttpServletResponse taken =
        perform(post("/audit/export").param("subject", person.toString()));

    assertThat(taken.getHeader("Content-Disposition")).startsWith("attachment; filename=\"huodang");
    String csv = taken.getContentAsString(StandardCharsets.UTF_8);
    assertThat(csv).contains("\"'=本人查询\"", person.toString()).doesNotContain("王建国");
    assertThat(csv.lines()).hasSizeGreaterThan(2);
    List<AuditEntry> newest =
        log.read(AuditFilter.EVERYTHING, Long.MAX_VALUE, 2).stream()
            .map(row -> row.entry())
            .toList();
    assertThat(newest).extracting(AuditEntry::action).containsExactly("export-audit", "read-audit");
    assertThat(newest).extracting(AuditEntry::subjectId).containsOnly(person);
  }

  @Test
  void theChainIsProvedAndAnEarlierProofCompared() throws Exception {
    String proof = log.proof().toString();

    String verdict = html(post("/audit/verify").param("earlier", proof));

    assertThat(verdict).contains("完整无改动", "仍在链中").doesNotContain("??");
    assertThat(html(post("/audit/verify").param("earlier", "17-" + "0".repeat(64))))
        .contains("不在链中");
  }

  private String html(MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse answer = perform(request);
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
    return browser
        .perform(
            request.header("Authorization", "Bearer " + auditor).header("Accept-Language", "zh"))
        .andReturn()
        .getResponse();
  }
}
