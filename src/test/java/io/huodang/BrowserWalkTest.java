package io.huodang;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.huodang.recognition.InventedForm;
import io.huodang.testing.Chromium;
import io.huodang.testing.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A clerk's first minutes, in a real browser; leaves a picture of every screen. */
class BrowserWalkTest {
  private static final double READING = 120_000; // milliseconds; the machine may be busy

  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    assumeTrue(Chromium.isInstalled(), "no Chromium is installed");
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font is installed to draw forms with");
    folder = Files.createTempDirectory("huodang-browser");
    folder.toFile().setExecutable(true, false);
  }

  @AfterEach
  void deleteFolder() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  void clerkSignsInDeliversAFormAndFindsItsPerson() throws Exception {
    InventedForm form = InventedForm.of(InventedForm.Template.GRID, 7);
    try (ServerProcess server = ServerProcess.upOnRealParts(folder.resolve("home"));
        Playwright playwright = Playwright.create();
        Browser browser = Chromium.launch(playwright)) {
      Page page = Chromium.visitor(browser).newPage();
      page.navigate(server.url() + "/");
      Chromium.picture(page, "sign-in");
      Chromium.signIn(page, server);
      deliver(page, server, form);
      find(page, server, form);
      showEverywhere(page, server);
    }
  }

  private static void deliver(Page page, ServerProcess server, InventedForm form)
      throws IOException {
    page.navigate(server.url() + "/upload");
    page.setInputFiles("#files", new FilePayload("退休审批表.png", "image/png", png(form)));
    ServerProcess.until(
        READING,
        () ->
            server.call("GET", "/batches?limit=1", "").at("/items/0/pages/findable").asInt() == 1);
    Chromium.picture(page, "upload");
    page.click("#batch");
    assertThat(page.locator("main")).containsText("退休审批表.png");
    Chromium.picture(page, "batch");
  }

  private static void find(Page page, ServerProcess server, InventedForm form) {
    page.navigate(server.url() + "/");
    page.fill("#query", form.person().citizenId());
    assertThat(page.locator("#results")).containsText(form.person().insuredNumber(), soon());
    Chromium.picture(page, "search");
    page.fill("#query", form.person().name());
    assertThat(page.locator("#results a.text")).not().hasCount(0); // not the only hit
    page.press("#query", "Enter");
    assertThat(page.locator("header.person")).containsText(form.person().name());
    assertThat(page.locator("main img").first()).isVisible();
    page.waitForFunction(
        "() => [...document.querySelectorAll('main img')].some(i => i.complete && i.naturalWidth > 400)",
        null,
        new Page.WaitForFunctionOptions().setTimeout(READING));
    Chromium.picture(page, "file");
  }

  /** The same screens in English, wide and dark, for a person's eye. */
  private static void showEverywhere(Page page, ServerProcess server) {
    page.setViewportSize(1920, 1080);
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
    page.reload();
    Chromium.picture(page, "file-wide-dark");
    page.navigate(server.url() + "/batches");
    Chromium.picture(page, "batches-wide-dark");
  }

  private static LocatorAssertions.ContainsTextOptions soon() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
  }

  private static byte[] png(InventedForm form) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(form.picture(), "png", out);
    return out.toByteArray();
  }
}
