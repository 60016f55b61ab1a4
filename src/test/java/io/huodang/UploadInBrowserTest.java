package io.huodang;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.huodang.testing.Chromium;
import io.huodang.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** A folder of some hundred files on its way from a real browser, and what gets in between. */
class UploadInBrowserTest {
  private static final int FILES = 240;
  private static final double PATIENCE = 120_000; // milliseconds; the machine may be busy

  private static Path folder = Path.of("");
  private static ServerProcess server;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(Chromium.isInstalled(), "no Chromium is installed");
    folder = Files.createTempDirectory("huodang-upload");
    folder.toFile().setExecutable(true, false);
    server = ServerProcess.up(folder.resolve("home"));
    playwright = Playwright.create();
    browser = Chromium.launch(playwright);
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      playwright.close();
      server.close();
    }
    FileSystemUtils.deleteRecursively(folder);
  }

  private Page page;

  @BeforeEach
  void comeIn() throws IOException {
    page = Chromium.visitor(browser).newPage();
    Chromium.signIn(page, server);
    page.navigate(server.url() + "/upload");
  }

  @Test
  void goesOnByItselfWhenTheServerWasKilledAndIsBack() throws Exception {
    begin(scans("断电"));

    server.killEverything();
    assertThat(page.locator("#now")).containsText("等待服务器", soon());
    Chromium.picture(page, "upload-waiting");
    server = server.upAgain();

    assertAllAreThereOnce();
  }

  @Test
  void asksToSignInAgainInPlaceWhenTheSessionEnds() throws Exception {
    begin(scans("退出"));

    Page other = page.context().newPage();
    other.navigate(server.url() + "/batches");
    other.click("form[action='/sign-out'] button");
    assertThat(page.locator("#now")).containsText("等待重新登录", soon());
    Chromium.picture(page, "upload-sign-in-again");
    Chromium.signInAgain(page);

    assertAllAreThereOnce();
  }

  @Test
  void goesOnWhereItWasWhenTheBrowserWasClosed() throws Exception {
    Path scans = scans("关闭");
    begin(scans);
    page.context().close();
    int before = batch().at("/files/received").asInt();
    assertThat(before).isBetween(1, FILES - 1);

    BrowserContext next = Chromium.visitor(browser);
    page = next.newPage();
    Chromium.signIn(page, server);
    page.navigate(server.url() + "/upload");
    page.locator("#unfinished a.button").first().click();
    assertThat(page.locator("main")).containsText("已收到");
    Chromium.picture(page, "upload-go-on");
    page.setInputFiles("#folder", scans);

    assertThat(page.locator("#rows")).containsText("此前已有", soon());
    assertAllAreThereOnce();
  }

  @Test
  void waitsForAPersonWhenAFileCannotBeReadAnyMore() throws Exception {
    Path scans = scans("改动");
    page.setInputFiles("#folder", scans);
    assertThat(page.locator("#preview")).isVisible();
    Files.delete(scans.resolve("盒 1/0007.txt"));
    page.click("#go");

    assertThat(page.locator("#now")).containsText("批次未封存", soon());
    assertThat(page.locator("#sent")).containsText((FILES - 1) + " / " + FILES);
    page.click("#showfailed");
    assertThat(page.locator("#rows")).containsText("0007.txt");
    assertThat(page.locator("#rows")).containsText("文件已移动");
    Chromium.picture(page, "upload-failed");
    assertThat(batch().get("state").asString()).isEqualTo("open");
    page.click("#without");

    assertThat(page.locator("#now")).containsText("批次已封存", soon());
    assertThat(batch().at("/files/received").asInt()).isEqualTo(FILES - 1);
  }

  @Test
  void pausesAndStopsWhenAskedTo() throws Exception {
    begin(scans("暂停"));
    page.click("#pause");
    assertThat(page.locator("#now")).containsText("已暂停");
    page.click("#resume");
    page.click("#cancel");

    assertThat(page.locator("#now")).containsText("已停止");
    JsonNode stopped = batch();
    assertThat(stopped.get("state").asString()).isEqualTo("open");
    assertThat(stopped.at("/files/received").asInt()).isLessThan(FILES);
  }

  /** Chooses a folder, and returns when the first files were received. */
  private void begin(Path scans) {
    page.setInputFiles("#folder", scans);
    page.click("#go");
    page.waitForFunction(
        "() => parseInt(document.getElementById('sent').textContent.replace(/\\D+/, '')) >= 20");
  }

  private void assertAllAreThereOnce() {
    assertThat(page.locator("#now")).containsText("批次已封存", soon());
    assertThat(page.locator(".list")).hasAttribute("aria-rowcount", "" + (FILES + 1));
    assertThat(page.locator("#rows > [role=row]").count())
        .as("rows in the document")
        .isLessThan(60);
    assertThat(batch().at("/files/received").asInt()).isEqualTo(FILES);
    assertThat(paths(batch().get("id").asString())).hasSize(FILES).doesNotHaveDuplicates();
  }

  private static JsonNode batch() {
    return server.call("GET", "/batches?limit=1", "").at("/items/0");
  }

  private static List<String> paths(String batch) {
    List<String> paths = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode part = server.call("GET", "/batches/" + batch + "/files?limit=200" + cursor, "");
      part.get("items").forEach(file -> paths.add(file.get("path").asString()));
      cursor = part.get("next").isNull() ? "" : "&cursor=" + part.get("next").asString();
    } while (!cursor.isEmpty());
    return paths;
  }

  private static Path scans(String name) throws IOException {
    Path scans = folder.resolve(name);
    for (int i = 0; i < FILES; i++) {
      Path box = Files.createDirectories(scans.resolve("盒 " + (1 + i / 100)));
      Files.writeString(box.resolve("%04d.txt".formatted(i)), name + " " + i);
    }
    return scans;
  }

  private static LocatorAssertions.ContainsTextOptions soon() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
  }
}
