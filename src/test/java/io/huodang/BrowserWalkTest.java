package io.huodang;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.huodang.recognition.InventedForm;
import io.huodang.testing.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A clerk's first minutes, in a real browser; leaves a picture of every screen. */
class BrowserWalkTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target/screens");
  private static final double READING = 120_000; // milliseconds; the machine may be busy
  private static final String CHOSEN = "an-invented-password-1";

  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium is installed");
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
    try (ServerProcess server = ServerProcess.up(folder.resolve("home"));
        Playwright playwright = Playwright.create();
        Browser browser = playwright.chromium().launch(chromium())) {
      Page page =
          browser.newPage(
              new Browser.NewPageOptions().setLocale("zh-CN").setViewportSize(1280, 800));
      signIn(page, server);
      deliver(page, server, form);
      find(page, server, form);
      showEverywhere(page, server);
    }
  }

  private static void signIn(Page page, ServerProcess server) throws IOException {
    List<String> first = server.firstSignIn();
    page.navigate(server.url() + "/");
    picture(page, "sign-in");
    page.fill("input[name=name]", first.get(0));
    page.fill("input[name=password]", first.get(1));
    page.click("main button.first");
    picture(page, "password");
    page.fill("input[name=present]", first.get(1));
    page.fill("input[name=chosen]", CHOSEN);
    page.fill("input[name=again]", CHOSEN);
    page.click("main button.first");
    assertThat(page.locator("#query")).isVisible();
  }

  private static void deliver(Page page, ServerProcess server, InventedForm form)
      throws IOException {
    page.navigate(server.url() + "/upload");
    page.setInputFiles("#files", new FilePayload("退休审批表.png", "image/png", png(form)));
    page.waitForCondition(
        () -> server.call("GET", "/batches?limit=1", "").at("/items/0/pages/findable").asInt() == 1,
        new Page.WaitForConditionOptions().setTimeout(READING));
    picture(page, "upload");
    page.click("#batch");
    assertThat(page.locator("main")).containsText("退休审批表.png");
    picture(page, "batch");
  }

  private static void find(Page page, ServerProcess server, InventedForm form) {
    page.navigate(server.url() + "/");
    page.fill("#query", form.person().citizenId());
    assertThat(page.locator("#results")).containsText(form.person().insuredNumber(), soon());
    picture(page, "search");
    page.locator("#results a").first().click();
    assertThat(page.locator("main img").first()).isVisible();
    page.waitForFunction(
        "() => [...document.querySelectorAll('main img')].some(i => i.complete && i.naturalWidth > 400)",
        null,
        new Page.WaitForFunctionOptions().setTimeout(READING));
    picture(page, "file");
  }

  /** The same screens in English, wide and dark, for a person's eye. */
  private static void showEverywhere(Page page, ServerProcess server) {
    page.setViewportSize(1920, 1080);
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
    page.reload();
    picture(page, "file-wide-dark");
    page.navigate(server.url() + "/batches");
    picture(page, "batches-wide-dark");
  }

  private static LocatorAssertions.ContainsTextOptions soon() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(false));
  }

  private static BrowserType.LaunchOptions chromium() {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(CHROMIUM)
        .setArgs(
            List.of(
                "--no-sandbox",
                "--lang=zh-CN",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run"));
  }

  private static byte[] png(InventedForm form) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(form.picture(), "png", out);
    return out.toByteArray();
  }
}
