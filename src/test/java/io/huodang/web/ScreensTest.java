package io.huodang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.huodang.access.FirstKeys;
import io.huodang.access.Users;
import io.huodang.intake.Batch;
import io.huodang.intake.Batches;
import io.huodang.intake.NewBatch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest(classes = FrontOfHouse.class)
@AutoConfigureMockMvc
class ScreensTest {
  private static final String CHOSEN = "a password of 2026";

  @TempDir static Path home;

  @Autowired MockMvc browser;
  @Autowired FirstKeys firstKeys;
  @Autowired Users users;
  @Autowired Batches batches;

  private MockHttpSession session = new MockHttpSession();

  @DynamicPropertySource
  static void registry(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
  }

  @BeforeEach
  void signInForTheFirstTime() throws Exception {
    String password = users.resetPassword(users.find("admin").orElseThrow().id());
    session = signIn("admin", password);
    assertThat(show("/").getRedirectedUrl()).isEqualTo("/password");
    assertThat(
            perform(
                    post("/password")
                        .param("present", password)
                        .param("chosen", CHOSEN)
                        .param("again", CHOSEN))
                .getRedirectedUrl())
        .isEqualTo("/");
  }

  @Test
  void firstPasswordIsForgottenWhenItWasChanged() {
    assertThat(Files.exists(home.resolve("first-sign-in"))).isFalse();
  }

  @Test
  void everyScreenIsShownInBothLanguages() throws Exception {
    Batch batch =
        batches.open(
            new NewBatch("历史档案 1", Batch.Source.VENDOR, "file-is-item", null),
            users.find("admin").orElseThrow().id());
    for (String path :
        List.of("/", "/upload", "/batches", "/batches/" + batch.id(), "/password", "/sign-in")) {
      for (String language : List.of("zh", "en")) {
        perform(post("/language").param("to", language));
        String html =
            html(get(path).cookie(new jakarta.servlet.http.Cookie("huodang-language", language)));
        assertThat(html).as(path).contains(language.equals("zh") ? "活档" : "Huodang");
        assertThat(html).as(path).doesNotContain("??").contains("</html>");
      }
    }
  }

  @Test
  void whatIsNotThereIsSaidOnAScreenAndInACall() throws Exception {
    MockHttpServletResponse screen = show("/people/" + UUID.randomUUID());
    MockHttpServletResponse call = show("/api/v1/people/" + UUID.randomUUID());

    assertThat(screen.getStatus()).isEqualTo(404);
    assertThat(screen.getContentAsString(StandardCharsets.UTF_8)).contains("查无此人");
    assertThat(call.getStatus()).isEqualTo(404);
    assertThat(call.getContentType()).isEqualTo("application/problem+json");
    assertThat(call.getContentAsString()).contains("\"code\":\"no-such-person\"");
  }

  @Test
  void aMalformedAddressIsNotRepeatedInTheAnswer() throws Exception {
    MockHttpServletResponse call = show("/api/v1/people/37108119600101");

    assertThat(call.getStatus()).isEqualTo(400);
    assertThat(call.getContentAsString()).contains("\"bad-request\"").doesNotContain("371081");
  }

  @Test
  void scriptsAndStylesComeFromThisServerOnly() throws Exception {
    MockHttpServletResponse screen = show("/");

    assertThat(screen.getHeader("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
        .doesNotContain("unsafe");
    assertThat(screen.getHeader("Cache-Control")).contains("no-store");
  }

  private MockHttpSession signIn(String name, String password) throws Exception {
    var result =
        browser
            .perform(post("/sign-in").param("name", name).param("password", password).with(csrf()))
            .andReturn();
    return (MockHttpSession) result.getRequest().getSession();
  }

  private MockHttpServletResponse show(String path) throws Exception {
    return perform(get(path));
  }

  private String html(MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse answer = perform(request);
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
    return browser.perform(request.session(session).with(csrf())).andReturn().getResponse();
  }
}
