package io.huodang.corrections.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.huodang.access.Role;
import io.huodang.access.Tokens;
import io.huodang.access.Viewer;
import io.huodang.catalog.Changes;
import io.huodang.catalog.Person;
import io.huodang.catalog.Persons;
import io.huodang.corrections.InventedItems;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.PersonName;
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
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest(classes = FrontOfHouse.class)
@AutoConfigureMockMvc
class MergeScreensTest {
  @TempDir static Path home;

  @Autowired MockMvc browser;
  @Autowired InventedItems invented;
  @Autowired Persons persons;
  @Autowired Changes changes;
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
  void twoPersonsStandSideBySideAreMadeOneWithAReasonAndTwoAgain() throws Exception {
    UUID kept = person(701, "王建国");
    UUID other = person(723, "王建囯");

    String choosing = html(get("/people/" + kept + "/merge"));
    String pair = html(get("/people/" + kept + "/merge").param("with", other.toString()));
    MockHttpServletResponse unsaid = perform(merging(kept, other, " "));

    assertThat(choosing).contains("与哪一位是同一人").doesNotContain("??");
    assertThat(pair)
        .contains("王建国", "王建囯", "两人的身份证号不同", "必填")
        .doesNotContain("??", InventedItems.citizenId(701));
    assertThat(unsaid.getStatus()).isEqualTo(422);

    assertThat(perform(merging(kept, other, "同一人")).getRedirectedUrl())
        .isEqualTo("/people/" + kept);
    assertThat(perform(get("/people/" + other)).getRedirectedUrl()).isEqualTo("/people/" + kept);
    assertThat(html(get("/people/" + kept + "/same"))).contains("撤销合并", "同一人");

    UUID change = changes.of(kept, 1).getFirst().id();
    MockHttpServletResponse unmerged =
        perform(post("/people/" + kept + "/unmerge").param("change", change.toString()));
    assertThat(unmerged.getHeader("HX-Refresh")).isEqualTo("true");
    assertThat(html(get("/people/" + other))).contains("王建囯");
  }

  private MockHttpServletRequestBuilder merging(UUID kept, UUID other, String reason) {
    return post("/people/" + kept + "/merge")
        .param("other", other.toString())
        .param("revision", "" + revision(kept))
        .param("otherRevision", "" + revision(other))
        .param("reason", reason);
  }

  private long revision(UUID person) {
    return persons.find(person).map(Person::revision).orElseThrow();
  }

  private UUID person(int sequence, String name) {
    String number = InventedItems.citizenId(sequence);
    return persons.create(
        CitizenId.parse(number).orElseThrow(),
        number,
        PersonName.parse(name).orElseThrow(),
        "roster");
  }

  private String html(MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse answer = perform(request);
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
    return browser
        .perform(
            request
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "zh-CN")
                .with(csrf()))
        .andReturn()
        .getResponse();
  }
}
