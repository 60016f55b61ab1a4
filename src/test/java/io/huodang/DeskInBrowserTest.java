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
import com.microsoft.playwright.options.FilePayload;
import io.huodang.recognition.InventedForm;
import io.huodang.testing.Chromium;
import io.huodang.testing.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** What waits on a desk, a search that is kept there, and who did it: leaves pictures. */
class DeskInBrowserTest {
  private static final double PATIENCE = 120_000; // milliseconds; the machine may be busy
  private static final InventedForm FORM = InventedForm.of(InventedForm.Template.GRID, 31);

  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    assumeTrue(Chromium.isInstalled(), "no Chromium is installed");
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font is installed to draw forms with");
    folder = Files.createTempDirectory("huodang-desk");
    folder.toFile().setExecutable(true, false);
  }

  @AfterEach
  void deleteFolder() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  void worksOffWhatWaitsAndKeepsASearchThatNoAddressTells() throws Exception {
    try (ServerProcess server = ServerProcess.upOnRealParts(folder.resolve("home"));
        Playwright playwright = Playwright.create();
        Browser browser = Chromium.launch(playwright)) {
      Page page = Chromium.visitor(browser).newPage();
      Chromium.signIn(page, server);
      assertThat(page.locator("#desk")).containsText("目前没有等您处理的事", soon());
      Chromium.picture(page, "desk-empty");
      deliver(page, server);

      workOff(page, server);
      keepASearch(page, server);
      show(page, server);
    }
  }

  private static void deliver(Page page, ServerProcess server) throws IOException {
    page.navigate(server.url() + "/upload");
    page.setInputFiles(
        "#files",
        new FilePayload[] {
          new FilePayload("退休审批表.png", "image/png", png()),
          new FilePayload("第二页.tif", "image/tiff", "no picture".getBytes(StandardCharsets.US_ASCII))
        });
    ServerProcess.until(
        PATIENCE,
        () -> {
          JsonNode batch = server.call("GET", "/batches?limit=1", "").at("/items/0");
          return batch.at("/pages/findable").asInt() == 1
              && batch.at("/files/quarantined").asInt() == 1;
        });
  }

  private static void workOff(Page page, ServerProcess server) {
    page.navigate(server.url() + "/");
    Locator pile = page.locator(".pile-quarantined-files");
    assertThat(pile).containsText("1", soon());
    Chromium.picture(page, "desk");
    pile.click();
    assertThat(page.locator("tbody")).containsText("第二页.tif");
    Chromium.picture(page, "waiting");
    page.locator("tbody button").click();
    assertThat(page.locator("tbody tr")).hasCount(0);
    page.navigate(server.url() + "/");
    assertThat(page.locator("#desk h2")).hasCount(3);
    assertThat(page.locator(".pile-quarantined-files")).hasCount(0);
  }

  private static void keepASearch(Page page, ServerProcess server) {
    String name = FORM.person().name();
    page.fill("#query", name);
    assertThat(page.locator("#results")).containsText(name, soon());
    assertThat(page.locator("#desk")).isHidden();
    page.fill("#keep input", "常查的人");
    page.click("#keep button");
    assertThat(page.locator("#keep output")).containsText("已保留");
    Chromium.picture(page, "search-kept");

    page.fill("#query", "");
    page.locator("[data-view]").click();
    assertThat(page.locator("#results")).containsText(name, soon());
    assertThat(page.url()).isEqualTo(server.url() + "/");
    page.locator("#results a").first().click();
    assertThat(page.locator("header.person")).containsText(name);
    Chromium.picture(page, "person-for-auditor");
    page.navigate(server.url() + "/");
    assertThat(page.locator(".opened")).containsText(name);
    Chromium.picture(page, "desk-with-view");
    page.locator("[data-remove]").click();
    assertThat(page.locator("[data-view]")).hasCount(0);
  }

  /** The screens for a person's eye: the audit, English, wide and dark. */
  private static void show(Page page, ServerProcess server) {
    page.locator(".opened a").click();
    page.locator("a[href^='/audit?subject=']").click();
    assertThat(page.locator("#rows")).containsText("检索");
    assertThat(page.locator("#find-subject")).isHidden();
    Chromium.picture(page, "audit-person");
    page.navigate(server.url() + "/audit");
    page.locator("details.entry", new Page.LocatorOptions().setHasText("检索")).first().click();
    page.locator(".inside dl").first().waitFor();
    Chromium.picture(page, "audit");
    page.locator("details.pop summary").click();
    page.click("details.pop button.first");
    assertThat(page.locator("#verdict")).containsText("完整无改动", soon());
    Chromium.picture(page, "audit-proof");
    page.setViewportSize(1920, 1080);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.locator("form[action='/language'] button").click();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    page.locator("details.entry time").nth(2).click();
    page.locator(".inside dl").first().waitFor();
    Chromium.picture(page, "audit-en-dark");
    page.navigate(server.url() + "/");
    page.locator("#desk h2").first().waitFor();
    Chromium.picture(page, "desk-en-dark");
    page.navigate(server.url() + "/waiting/batches");
    Chromium.picture(page, "waiting-en-dark");
    page.navigate(server.url() + "/operations");
    assertThat(page.locator(".parts .works")).hasCount(4);
    Chromium.picture(page, "operations-en-dark");
    page.setViewportSize(1280, 800);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.locator("form[action='/language'] button").click();
    assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
    Chromium.picture(page, "operations");
  }

  private static LocatorAssertions.ContainsTextOptions soon() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(FORM.picture(), "png", out);
    return out.toByteArray();
  }
}
