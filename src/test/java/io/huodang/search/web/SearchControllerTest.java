package io.huodang.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.huodang.access.Role;
import io.huodang.access.Tokens;
import io.huodang.access.Users;
import io.huodang.audit.AuditEntry;
import io.huodang.audit.AuditFilter;
import io.huodang.audit.AuditLog;
import io.huodang.audit.AuditRow;
import io.huodang.testing.RealElasticsearch;
import io.huodang.vocabulary.CitizenId;
import io.huodang.web.FrontOfHouse;
import java.nio.file.Path;
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

@SpringBootTest(classes = {FrontOfHouse.class, SearchControllerTest.WithSearch.class})
@AutoConfigureMockMvc
class SearchControllerTest {
  private static final String ID = "37108119600101123" + CitizenId.checkOf("37108119600101123");

  @TempDir static Path home;

  @Autowired MockMvc browser;
  @Autowired Users users;
  @Autowired Tokens tokens;
  @Autowired AuditLog log;
  private String clerk;

  @Configuration(proxyBeanMethods = false)
  @ComponentScan("io.huodang.search")
  static class WithSearch {}

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
  void signIn() {
    String name = "clerk" + UUID.randomUUID().toString().substring(0, 8);
    clerk = tokens.make(users.make(name, name, Role.CLERK).user().id(), "t", null).secret();
  }

  @Test
  void whatWasShownIsOnRecordWithoutTheNumberThatWasAskedFor() throws Exception {
    MockHttpServletResponse answer = ask("/api/v1/search", "{\"query\":\"" + ID + "\"}");

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeader("Cache-Control")).contains("no-store");
    assertThat(answer.getContentAsString())
        .contains("\"understood\":{\"kind\":\"citizen-id\"")
        .contains("\"people\":[", "\"items\":[", "\"text\":[", "\"degraded\":", "\"tookMs\":")
        .doesNotContain(ID);
    AuditRow newest = log.read(AuditFilter.EVERYTHING, Long.MAX_VALUE, 1).getFirst();
    AuditEntry entry = newest.entry();
    assertThat(entry.action()).isEqualTo("search");
    assertThat(entry.detail()).containsEntry("kind", "citizen-id");
    assertThat(entry.toString()).doesNotContain(ID).contains("371081********");
  }

  @Test
  void theAuditorSeesWhatWasSearchedForAsItWasTyped() throws Exception {
    ask("/api/v1/search", "{\"query\":\"王建国 青石镇\"}");

    assertThat(log.read(AuditFilter.EVERYTHING, Long.MAX_VALUE, 1).getFirst().entry().detail())
        .containsEntry("query", "王建国 青石镇")
        .containsEntry("people", "0");
  }

  private MockHttpServletResponse ask(String path, String question) throws Exception {
    return browser
        .perform(
            post(path)
                .header("Authorization", "Bearer " + clerk)
                .contentType(APPLICATION_JSON)
                .content(question))
        .andReturn()
        .getResponse();
  }
}
