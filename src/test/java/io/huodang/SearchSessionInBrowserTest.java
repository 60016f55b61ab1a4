package io.huodang;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.huodang.recognition.InventedForm;
import io.huodang.testing.Chromium;
import io.huodang.testing.FormBatch;
import io.huodang.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * A clerk's session with nothing but the keyboard: by name, by number, by a number that was
 * misread, on while the search engine is away, and by sound when it is back. Leaves pictures.
 */
class SearchSessionInBrowserTest {
  private static final double PATIENCE = 120_000; // milliseconds; the machine may be busy
  private static final InventedForm FORM = InventedForm.of(InventedForm.Template.GRID, 501);

  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    assumeTrue(Chromium.isInstalled(), "no Chromium is installed");
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font is installed to draw forms with");
    folder = Files.createTempDirectory("huodang-session");
    folder.toFile().setExecutable(true, false);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
  }

  @AfterEach
  void deleteFolder() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  void findsPeopleByKeyboardAlsoWhileTheIndexIsAway() throws Exception {
    String name = FORM.person().name();
    String number = FORM.person().citizenId();
    try (ServerProcess server = ServerProcess.up(folder.resolve("home"));
        Playwright playwright = Playwright.create();
        Browser browser = Chromium.launch(playwright)) {
      FormBatch batch = FormBatch.open(server, 2, 501);
      batch.deliver(server, 0, 2);
      batch.seal(server);
      batch.assertEachIsFoundOnce(server);
      Page page = Chromium.visitor(browser).newPage();
      Chromium.signIn(page, server);
      Keyboard keys = page.keyboard();
      Locator first = page.locator("#results a").first();

      keys.type(name);
      assertThat(first).hasAttribute("data-why", "name");
      keys.press("ArrowDown");
      keys.press("Enter");
      assertThat(page.locator("header.person")).containsText(name);

      page.goBack();
      assertThat(page.locator("#query")).hasValue(name);
      asks(
          page,
          number.substring(0, 6) + " " + number.substring(6, 14) + " " + number.substring(14));
      assertThat(first).hasAttribute("data-why", "citizen-id");

      asks(page, oneDigitWrong(number));
      assertThat(first).hasAttribute("data-why", "near-miss");
      assertThat(first.locator("strong")).containsText(name);
      Chromium.picture(page, "search-near-miss");

      server.killChild("elasticsearch");
      asks(page, name);
      assertThat(page.locator("#degraded")).isVisible();
      assertThat(first).containsText(name);
      Chromium.picture(page, "search-degraded");
      keys.press("ArrowDown");
      keys.press("Enter");
      assertThat(page.locator("header.person")).containsText(name);

      page.goBack();
      ServerProcess.until(
          PATIENCE,
          () ->
              server
                  .call(
                      "POST", "/search", "{\"query\":\"%s\",\"in\":[\"people\"]}".formatted(number))
                  .get("degraded")
                  .isNull());
      asks(page, number);
      assertThat(first).hasAttribute("data-why", "citizen-id");
      assertThat(page.locator("#degraded")).isHidden();
      assertThat(page.url()).isEqualTo(server.url() + "/");
    }
  }

  private static void asks(Page page, String query) {
    page.keyboard().press("/");
    page.keyboard().press("Control+A");
    page.keyboard().type(query);
  }

  private static String oneDigitWrong(String number) {
    char digit = number.charAt(11);
    return number.substring(0, 11) + (char) ('0' + (digit - '0' + 1) % 10) + number.substring(12);
  }
}
