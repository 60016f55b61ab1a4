package io.huodang;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.huodang.recognition.InventedForm;
import io.huodang.samples.LongList;
import io.huodang.testing.Chromium;
import io.huodang.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** A list of many people, decided row by row without a mouse; leaves pictures. */
class ListInBrowserTest {
  private static final double READING = 180_000; // milliseconds; the machine may be busy

  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    assumeTrue(Chromium.isInstalled(), "no Chromium is installed");
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font is installed to draw forms with");
    folder = Files.createTempDirectory("huodang-list");
    folder.toFile().setExecutable(true, false);
  }

  @AfterEach
  void deleteFolder() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  void decidesAListByTheKeyboardAlone() throws Exception {
    LongList.drawInto(folder.resolve("list"), 7, 60);
    try (ServerProcess server = ServerProcess.upOnRealParts(folder.resolve("home"));
        Playwright playwright = Playwright.create();
        Browser browser = Chromium.launch(playwright)) {
      Page page = Chromium.visitor(browser).newPage();
      Chromium.signIn(page, server);
      String item = deliver(page, server);
      page.navigate(server.url() + "/items/" + item);

      decide(page, server, item);
      choose(page);
      findSomeoneElse(page);
      confirmTogether(page, server, item);
      show(page);
    }
  }

  private String deliver(Page page, ServerProcess server) throws IOException {
    server.call("POST", "/roster", Files.readString(folder.resolve("list/roster.csv")));
    JsonNode batch = server.call("POST", "/batches", "{\"source\":\"hall\"}");
    String id = batch.get("id").asString();
    server.deliver(id, "list", Files.readAllBytes(folder.resolve("list/花名册.tif")));
    server.call("POST", "/batches/" + id + "/seal", "");
    ServerProcess.until(
        READING,
        () -> server.call("GET", "/batches/" + id, "").get("state").asString().equals("done"));
    return server.call("GET", "/batches/" + id + "/files", "").at("/items/0/itemId").asString();
  }

  private static void decide(Page page, ServerProcess server, String item) {
    Locator current = page.locator(".list-row[tabindex='0']");
    assertThat(current).isFocused(new LocatorAssertions.IsFocusedOptions().setTimeout(20_000));
    page.waitForFunction(
        "() => document.querySelector('.list-row[tabindex=\"0\"] .strip')?.width > 200");
    Chromium.picture(page, "list");
    int waiting = counts(server, item).get("undecided").asInt();
    assertThat(waiting).isBetween(4, 50);

    String first = alone(page);
    page.keyboard().press("Enter");
    assertThat(row(page, first)).hasAttribute("data-state", "confirmed");
    assertThat(current).hasAttribute("data-state", "undecided");
    assertThat(current).isFocused();
    String second = alone(page);
    assertThat(second).isNotEqualTo(first);
    page.keyboard().press("n");
    assertThat(row(page, second)).hasAttribute("data-state", "rejected");
    page.keyboard().press("u");
    assertThat(row(page, second)).hasAttribute("data-state", "undecided");
    assertThat(row(page, second)).isFocused();
    assertThat(page.locator("[data-show=undecided] strong")).hasText("" + (waiting - 1));
    page.keyboard().press("ArrowUp");
    assertThat(row(page, second)).not().isFocused();
  }

  /** Two who come equally near: the return key takes neither. */
  private static void choose(Page page) {
    String two = to(page, "row => Number(row.dataset.candidates) > 1");
    page.keyboard().press("Enter");
    assertThat(page.locator(".list-done")).containsText("请按数字键");
    assertThat(row(page, two)).hasAttribute("data-state", "undecided");
    page.keyboard().press("2");
    assertThat(row(page, two)).hasAttribute("data-state", "confirmed");
  }

  private static void findSomeoneElse(Page page) {
    String row = alone(page);
    String name = row(page, row).locator(".stands a").first().textContent();
    page.keyboard().press("f");
    page.keyboard().type(name);
    assertThat(row(page, row).locator("[data-person]").first()).isVisible();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(row(page, row)).hasAttribute("data-state", "confirmed");
  }

  private static void confirmTogether(Page page, ServerProcess server, String item) {
    assertThat(page.locator(".list-row[tabindex='0']")).isFocused();
    JsonNode before = counts(server, item);
    page.keyboard().press("a");
    assertThat(page.locator(".list-together")).isVisible();
    Chromium.picture(page, "list-together");
    page.keyboard().type("逐行对照图像无误");
    page.keyboard().press("Enter");
    assertThat(page.locator(".list-done")).containsText("已一并确认");
    JsonNode after = counts(server, item);
    assertThat(after.get("undecided").asInt()).isLessThan(before.get("undecided").asInt());
    assertThat(page.locator(".list-row.undecided[data-clear=true]")).hasCount(0);
    page.keyboard().press("u");
    assertThat(page.locator(".list-done")).containsText("已撤销");
    assertThat(counts(server, item)).isEqualTo(before);
  }

  /** The screen for a person's eye: English, wide and dark. */
  private static void show(Page page) {
    page.setViewportSize(1920, 1080);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.locator("form[action='/language'] button").click();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    page.waitForFunction(
        "() => document.querySelector('.list-row[tabindex=\"0\"] .strip')?.width > 200");
    Chromium.picture(page, "list-en-dark");
  }

  /** Goes to a row of one candidate that waits. */
  private static String alone(Page page) {
    return to(page, "row => row.dataset.state === 'undecided' && row.dataset.candidates === '1'");
  }

  /** Goes to a row by the arrow keys. */
  private static String to(Page page, String wanted) {
    page.keyboard().press("Home");
    for (int step = 0; step < 60; step++) {
      Locator current = page.locator(".list-row[tabindex='0']");
      if ((Boolean) current.evaluate(wanted)) {
        return String.valueOf(current.getAttribute("data-row"));
      }
      page.keyboard().press("ArrowDown");
    }
    throw new AssertionError("No row is like " + wanted);
  }

  private static Locator row(Page page, String key) {
    return page.locator(".list-row[data-row='" + key + "']");
  }

  private static JsonNode counts(ServerProcess server, String item) {
    return server.call("GET", "/items/" + item + "/rows?limit=1", "").get("counts");
  }
}
