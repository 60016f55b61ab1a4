package io.huodang;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.huodang.recognition.InventedForm;
import io.huodang.testing.Chromium;
import io.huodang.testing.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** A clerk keys what could not be read, with nothing but the keyboard, in a real browser. */
class KeyingWalkTest {
  private static final double READING = 180_000; // milliseconds; the machine may be busy

  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    assumeTrue(Chromium.isInstalled(), "no Chromium is installed");
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font is installed to draw forms with");
    folder = Files.createTempDirectory("huodang-keying");
    folder.toFile().setExecutable(true, false);
  }

  @AfterEach
  void deleteFolder() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  void formsWhoseKeysCannotBeReadAreKeyedOneAfterTheOther() throws Exception {
    List<InventedForm> forms = new ArrayList<>();
    for (int seed = 21; seed < 24; seed++) {
      forms.add(InventedForm.of(InventedForm.Template.GRID, seed));
    }
    try (ServerProcess server = ServerProcess.upOnRealParts(folder.resolve("home"));
        Playwright playwright = Playwright.create();
        Browser browser = Chromium.launch(playwright)) {
      deliver(server, forms);
      Page page = Chromium.visitor(browser).newPage();
      page.navigate(server.url() + "/");
      Chromium.signIn(page, server);
      page.navigate(server.url() + "/keying");
      assertThat(page.locator("#left")).containsText("3", soon());

      firstIsTyped(page, forms.get(0));
      secondIsTakenBackAndTypedAgain(page, forms.get(1));
      thirdCannotBeRead(page);

      assertThat(page.locator("#nothing")).isVisible(soonVisible());
      ServerProcess.until(
          READING, () -> server.call("GET", "/keying", "").get("items").asInt() == 0);
      for (InventedForm form : forms.subList(0, 2)) {
        ServerProcess.until(READING, () -> isFound(server, form));
      }
      JsonNode unread = search(server, forms.get(2));
      Assertions.assertThat(unread.get("people").size()).isZero();
    }
  }

  /** Name and number are typed; the picture of where they stand is there, the next one at once. */
  private static void firstIsTyped(Page page, InventedForm form) {
    assertThat(page.locator("#label")).hasText("姓名");
    page.waitForFunction("() => document.querySelector('#cut').width > 300");
    Chromium.picture(page, "keying");
    page.keyboard().type(form.person().name());
    page.keyboard().press("Enter");
    assertThat(page.locator("#label")).hasText("身份证号");
    String number = form.person().citizenId();
    page.keyboard().type(number.substring(0, 17) + (number.endsWith("1") ? "2" : "1"));
    page.keyboard().press("Enter");
    assertThat(page.locator("#value")).hasAttribute("aria-invalid", "true");
    page.keyboard().press("Control+A");
    page.keyboard().type(number);
    assertThat(page.locator("#verdict")).containsText(number.substring(6, 10));
    page.keyboard().press("Enter");
    assertThat(page.locator("#label")).hasText("姓名");
  }

  private static void secondIsTakenBackAndTypedAgain(Page page, InventedForm form) {
    page.keyboard().type("错了");
    page.keyboard().press("Enter");
    assertThat(page.locator("#label")).hasText("身份证号");
    page.keyboard().press("F4");
    assertThat(page.locator("#label")).hasText("姓名", soonText());
    page.keyboard().type(form.person().name());
    page.keyboard().press("Enter");
    assertThat(page.locator("#label")).hasText("身份证号");
    page.keyboard().type(form.person().citizenId().toLowerCase(java.util.Locale.ROOT));
    page.keyboard().press("Enter");
  }

  private static void thirdCannotBeRead(Page page) {
    assertThat(page.locator("#label")).hasText("姓名");
    page.keyboard().press("F8");
    assertThat(page.locator("#label")).hasText("身份证号");
    page.keyboard().press("F9");
  }

  private static boolean isFound(ServerProcess server, InventedForm form) {
    JsonNode found = search(server, form);
    return found.at("/people/0/name").asString("").equals(form.person().name())
        && found.at("/people/0/pageCount").asInt() == 1;
  }

  private static JsonNode search(ServerProcess server, InventedForm form) {
    return server.call(
        "POST", "/search", "{\"query\":\"%s\"}".formatted(form.person().citizenId()));
  }

  private static void deliver(ServerProcess server, List<InventedForm> forms) throws IOException {
    String batch =
        server
            .call("POST", "/batches", "{\"title\":\"手写\",\"source\":\"hall\"}")
            .get("id")
            .asString();
    for (int i = 0; i < forms.size(); i++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(forms.get(i).without("personName", "citizenId").picture(), "png", out);
      server.deliver(batch, "form-" + i, out.toByteArray());
    }
    server.call("POST", "/batches/" + batch + "/seal", "");
    ServerProcess.until(
        READING,
        () -> server.call("GET", "/batches/" + batch, "").get("state").asString().equals("done"));
  }

  private static LocatorAssertions.ContainsTextOptions soon() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
  }

  private static LocatorAssertions.HasTextOptions soonText() {
    return new LocatorAssertions.HasTextOptions().setTimeout(20_000);
  }

  private static LocatorAssertions.IsVisibleOptions soonVisible() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);
  }
}
