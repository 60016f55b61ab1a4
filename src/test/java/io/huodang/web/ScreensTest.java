package io.huodang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.huodang.access.FirstKeys;
import io.huodang.access.Terms;
import io.huodang.access.Users;
import io.huodang.catalog.Items;
import io.huodang.catalog.Pages;
import io.huodang.catalog.Persons;
import io.huodang.intake.Arrangement;
import io.huodang.intake.Batch;
import io.huodang.intake.Batches;
import io.huodang.intake.NewBatch;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.PersonName;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
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
  @Autowired Persons persons;
  @Autowired Items items;
  @Autowired Pages pages;
  @Autowired JdbcClient jdbc;

  private Cookie session = new Cookie("HUODANG", "");

  @DynamicPropertySource
  static void registry(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
  }

  @BeforeEach
  void signInForTheFirstTime() throws Exception {
    String password = users.resetPassword(users.find("admin").orElseThrow().id());
    session = signIn("admin", password);
    assertThat(show("/").getRedirectedUrl()).isEqualTo("/password");
    MockHttpServletResponse changed =
        perform(
            post("/password")
                .param("present", password)
                .param("chosen", CHOSEN)
                .param("again", CHOSEN));
    assertThat(changed.getRedirectedUrl()).isEqualTo("/");
    session = sessionOf(changed);
  }

  @Test
  void firstPasswordIsForgottenWhenItWasChanged() {
    assertThat(Files.exists(home.resolve("first-sign-in"))).isFalse();
  }

  @Test
  void everyScreenIsShownInBothLanguages() throws Exception {
    Batch batch =
        batches.open(
            new NewBatch("历史档案 1", Batch.Source.VENDOR, Arrangement.FILE_IS_ITEM, null),
            users.find("admin").orElseThrow().id());
    for (String path :
        List.of(
            "/",
            "/upload",
            "/camera",
            "/separators",
            "/batches",
            "/batches/" + batch.id(),
            "/password",
            "/account",
            "/users",
            "/users/" + batch.createdBy(),
            "/tokens",
            "/sign-in")) {
      for (String language : List.of("zh", "en")) {
        perform(post("/language").param("to", language));
        String html = html(get(path).cookie(new Cookie("huodang-language", language)));
        assertThat(html).as(path).contains(language.equals("zh") ? "活档" : "Huodang");
        assertThat(html).as(path).doesNotContain("??").contains("</html>");
      }
    }
  }

  @Test
  void aFileShowsItsItemsAndHidesTheNumberUntilThereIsAPurpose() throws Exception {
    CitizenId number =
        CitizenId.parse("37108119600101123" + CitizenId.checkOf("37108119600101123")).orElseThrow();
    UUID person =
        persons.create(number, number.value(), PersonName.parse("王建国").orElseThrow(), "form");
    UUID page = deliverPage(person);

    String file = html(get("/people/" + person));
    String item = html(get("/items/" + items.ofPage(page).getFirst()));
    MockHttpServletResponse without =
        perform(post("/people/" + person + "/reveal").param("purpose", " "));
    String revealed = html(post("/people/" + person + "/reveal").param("purpose", "窗口办理业务"));

    assertThat(file)
        .contains("王建国", number.masked(), "待确认", page.toString(), "size=thumb")
        .doesNotContain(number.value(), "??");
    assertThat(item).contains("王建国", "待确认").doesNotContain("??");
    assertThat(without.getStatus()).isEqualTo(400);
    assertThat(revealed).contains(number.value());
    assertThat(
            jdbc.sql("select purpose from audit where action = 'reveal-id' and outcome = 'done'")
                .query(String.class)
                .list())
        .containsExactly("窗口办理业务");
  }

  /** One unread page of one item that is thought to be the person's. */
  private UUID deliverPage(UUID person) {
    UUID admin = users.find("admin").orElseThrow().id();
    Batch batch =
        batches.open(new NewBatch("窗口", Batch.Source.HALL, Arrangement.FILE_IS_ITEM, null), admin);
    UUID file =
        jdbc.sql(
                """
                insert into scan_file (batch_id, key, path, sha256, size, received_by)
                values (:batch, 'a', 'a.tif', sha256('a'), 1, :user) returning id
                """)
            .param("batch", batch.id())
            .param("user", admin)
            .query(UUID.class)
            .single();
    List<UUID> made = pages.create(file, 1);
    UUID item = items.createOfFile(file, new Terms(batch.fondsId(), null, batch.id(), null), made);
    jdbc.sql(
            """
            insert into link (item_id, person_id, role, state, evidence, margin)
            values (:item, :person, 'subject', 'proposed', '{}', 0.5)
            """)
        .param("item", item)
        .param("person", person)
        .update();
    return made.getFirst();
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

  private Cookie signIn(String name, String password) throws Exception {
    return sessionOf(
        browser
            .perform(post("/sign-in").param("name", name).param("password", password).with(csrf()))
            .andReturn()
            .getResponse());
  }

  private static Cookie sessionOf(MockHttpServletResponse answer) {
    return Objects.requireNonNull(answer.getCookie("HUODANG"));
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
    return browser.perform(request.cookie(session).with(csrf())).andReturn().getResponse();
  }
}
