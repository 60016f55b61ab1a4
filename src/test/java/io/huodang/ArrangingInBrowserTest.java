package io.huodang;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.huodang.recognition.InventedForm;
import io.huodang.testing.Chromium;
import io.huodang.testing.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** An item's pages are put right at its screen, and each change is taken back: leaves pictures. */
class ArrangingInBrowserTest {
  private static final double PATIENCE = 120_000; // milliseconds; the machine may be busy
  private static final int PAGES = 3;

  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    assumeTrue(Chromium.isInstalled(), "no Chromium is installed");
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font is installed to draw forms with");
    folder = Files.createTempDirectory("huodang-arranging");
    folder.toFile().setExecutable(true, false);
  }

  @AfterEach
  void deleteFolder() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  void turnsSplitsMergesRemovesAndTakesBack() throws Exception {
    try (ServerProcess server = ServerProcess.upOnRealParts(folder.resolve("home"));
        Playwright playwright = Playwright.create();
        Browser browser = Chromium.launch(playwright)) {
      Page page = Chromium.visitor(browser).newPage();
      Chromium.signIn(page, server);
      String item = server.url() + "/items/" + deliver(page, server);

      turnAndTakeBack(page, item);
      splitAndMerge(page);
      removeAndRestore(page, server, item);
    }
  }

  private static String deliver(Page page, ServerProcess server) throws IOException {
    page.navigate(server.url() + "/upload");
    page.setInputFiles("#files", new FilePayload("案卷.tif", "image/tiff", tiff()));
    ServerProcess.until(
        PATIENCE,
        () ->
            server.call("GET", "/batches?limit=1", "").at("/items/0/pages/findable").asInt()
                == PAGES);
    JsonNode batch = server.call("GET", "/batches?limit=1", "").at("/items/0");
    return server
        .call("GET", "/batches/" + batch.get("id").asString() + "/files", "")
        .at("/items/0/itemId")
        .asString();
  }

  /** By the keyboard alone. */
  private static void turnAndTakeBack(Page page, String item) {
    page.navigate(item);
    Locator leaves = page.locator("#leaves li");
    assertThat(leaves).hasCount(PAGES);
    page.locator("#leaves a[aria-current]").focus();
    page.keyboard().press("b");
    assertThat(page.locator("#leaves li.is-blank")).hasCount(1);
    Chromium.picture(page, "arranging-blank");
    page.keyboard().press("Control+z");
    assertThat(page.locator("#leaves li.is-blank")).hasCount(0);
    page.keyboard().press("r");
    assertThat(page.locator("#done")).containsText("已旋转", soon());
    Chromium.picture(page, "arranging-turned");
    page.keyboard().press("Control+z");
    assertThat(page.locator("#done")).containsText("已撤销", soon());
  }

  private static void splitAndMerge(Page page) {
    String first = page.url();
    page.locator("#leaves a").last().click();
    refreshMeanwhile(page, "split");
    page.keyboard().press("s");
    assertThat(page.locator("#leaves li")).hasCount(PAGES - 1);
    assertThat(page.locator("#done a")).isVisible();
    Chromium.picture(page, "arranging-split");
    page.locator("#done a").click();
    assertThat(page.locator("#leaves li")).hasCount(1);
    assertThat(page.url()).isNotEqualTo(first);
    page.navigate(first);
    page.locator("[data-arrange=merge]").click();
    page.locator("#beside label").first().click();
    Chromium.picture(page, "arranging-merge");
    page.locator("#elsewhere button.first").click();
    assertThat(page.locator("#leaves li")).hasCount(PAGES);
  }

  /** The panels as they were before the next change come while it is on its way. */
  private static void refreshMeanwhile(Page page, String change) {
    Page.RouteOptions once = new Page.RouteOptions().setTimes(1);
    List<Route> held = new ArrayList<>();
    page.route("**/panels", held::add, once);
    page.route(
        "**/" + change,
        route -> {
          held.forEach(
              panels -> panels.fulfill(new Route.FulfillOptions().setResponse(panels.fetch())));
          route.resume();
        },
        once);
    page.waitForRequest(
        "**/panels", () -> page.evaluate("dispatchEvent(new CustomEvent('huodang:changed'))"));
  }

  private static void removeAndRestore(Page page, ServerProcess server, String item) {
    page.navigate(item);
    page.locator("#leaves a").last().click();
    page.keyboard().press("Delete");
    page.locator("#elsewhere input[name=why]").fill("重复扫描");
    Chromium.picture(page, "arranging-remove");
    page.keyboard().press("Enter");
    assertThat(page.locator("#leaves li")).hasCount(PAGES - 1);
    page.navigate(server.url() + "/bin");
    assertThat(page.locator("tbody tr")).hasCount(1);
    Chromium.picture(page, "bin");
    page.setViewportSize(1920, 1080);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.locator("form[action='/language'] button").click();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    Chromium.picture(page, "bin-en-dark");
    page.navigate(item);
    Chromium.picture(page, "arranging-en-dark");
    page.navigate(server.url() + "/bin");
    page.locator("tbody button").click();
    page.navigate(item);
    assertThat(page.locator("#leaves li")).hasCount(PAGES);
  }

  private static LocatorAssertions.ContainsTextOptions soon() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
  }

  private static byte[] tiff() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      ImageWriteParam packed = writer.getDefaultWriteParam();
      packed.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      packed.setCompressionType("Deflate");
      for (int n = 0; n < PAGES; n++) {
        InventedForm form = InventedForm.of(InventedForm.Template.GRID, 40);
        writer.writeToSequence(new IIOImage(form.picture(), null, null), packed);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
