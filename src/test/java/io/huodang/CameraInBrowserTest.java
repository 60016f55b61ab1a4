package io.huodang;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.huodang.recognition.InventedForm;
import io.huodang.samples.Photograph;
import io.huodang.testing.Chromium;
import io.huodang.testing.ServerProcess;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** A clerk photographs papers, with a camera that sees an invented form askew on a dark desk. */
class CameraInBrowserTest {
  private static final int WIDTH = 2000;
  private static final int HEIGHT = 2700;
  private static final double PATIENCE = 120_000; // milliseconds; the machine may be busy
  private static final InventedForm FORM = InventedForm.of(InventedForm.Template.GRID, 23);

  private static Path folder = Path.of("");
  private static ServerProcess server;
  private static Playwright playwright;
  private static byte[] seen = {};

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(Chromium.isInstalled(), "no Chromium is installed");
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font is installed to draw forms with");
    folder = Files.createTempDirectory("huodang-camera");
    folder.toFile().setExecutable(true, false);
    seen = jpeg(Photograph.of(FORM.picture(), WIDTH, HEIGHT).picture());
    Files.write(folder.resolve("desk.mjpeg"), seen);
    server = ServerProcess.upOnRealParts(folder.resolve("home"));
    playwright = Playwright.create();
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      playwright.close();
      server.close();
    }
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  void photographsPagesOfTwoItemsAndFindsThePersonOnTheSheet() throws Exception {
    try (Browser browser =
        Chromium.launch(
            playwright,
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            "--use-file-for-fake-video-capture=" + folder.resolve("desk.mjpeg"))) {
      Page page = open(browser);
      assertThat(page.locator("#sheet")).isVisible(soon());
      Chromium.picture(page, "camera");

      page.keyboard().press("Space");
      assertThat(page.locator("#items canvas")).hasCount(1, count());
      page.keyboard().press("Space");
      assertThat(page.locator("#items canvas")).hasCount(2, count());
      page.keyboard().press("n");
      page.setInputFiles(
          "#shooting input[type=file]", new FilePayload("desk.jpg", "image/jpeg", seen));
      assertThat(page.locator("#items canvas")).hasCount(3, count());
      assertThat(page.locator("#deliver")).containsText("2 件 3 页");

      page.locator("#items button").nth(1).click();
      moveACornerByKeyboard(page);
      Chromium.picture(page, "camera-corners");
      page.setViewportSize(390, 844);
      Chromium.picture(page, "camera-telephone");
      page.setViewportSize(1280, 800);
      page.click("#remove");
      assertThat(page.locator("#deliver")).containsText("2 件 2 页");

      page.click("#deliver");
      assertThat(page.locator("#now")).containsText("批次已封存", text());
      assertThatTheSheetWasReadAndThePhotographKept(page);
    }
  }

  private static void moveACornerByKeyboard(Page page) {
    Locator corner = page.locator(".corner").first();
    String before = corner.getAttribute("style");
    corner.focus();
    page.keyboard().press("Shift+ArrowLeft");
    assertThat(corner).not().hasAttribute("style", String.valueOf(before));
    assertThat(page.locator(".corner").nth(2)).isVisible();
  }

  private static void assertThatTheSheetWasReadAndThePhotographKept(Page page) throws IOException {
    String batch = server.call("GET", "/batches?limit=1", "").at("/items/0/id").asString();
    ServerProcess.until(
        PATIENCE,
        () -> server.call("GET", "/batches/" + batch, "").get("state").asString().equals("done"));
    JsonNode files = server.call("GET", "/batches/" + batch + "/files", "").get("items");
    assertThat(files.size()).isEqualTo(2);
    assertThat(files.get(0).get("itemId")).isNotEqualTo(files.get(1).get("itemId"));
    for (JsonNode file : files) {
      JsonNode corners = file.get("corners");
      double[] wanted = {0.14, 0.07, 0.90, 0.10, 0.93, 0.95, 0.09, 0.92};
      for (int i = 0; i < wanted.length; i++) {
        assertThat(corners.get(i).asDouble()).as("share %d", i).isCloseTo(wanted[i], within(0.02));
      }
    }
    JsonNode found =
        server.call("POST", "/search", "{\"query\":\"%s\"}".formatted(FORM.person().citizenId()));
    assertThat(found.at("/people/0/itemCount").asInt()).isEqualTo(2);
    String first = found.at("/people/0/firstPageId").asString();
    BufferedImage master = picture(server.picture("/pages/" + first + "/master"));
    BufferedImage sheet = picture(server.picture("/pages/" + first + "/image?size=full"));
    assertThat(master.getWidth()).as("the photograph is whole").isEqualTo(WIDTH);
    assertThat(sheet.getWidth()).as("the page is the sheet").isLessThan(WIDTH * 9 / 10);
  }

  @Test
  void saysWhatToDoWhenTheCameraIsRefusedAndTakesPhotoFilesInstead() throws Exception {
    try (Browser browser =
        Chromium.launch(
            playwright,
            "--use-fake-ui-for-media-stream=deny",
            "--use-fake-device-for-media-stream")) {
      Page page = open(browser);
      assertThat(page.locator("#why")).containsText("没有允许使用摄像头", text());
      Chromium.picture(page, "camera-refused");

      page.setInputFiles(
          "#absent input[type=file]", new FilePayload("desk.jpg", "image/jpeg", seen));

      assertThat(page.locator("#items canvas")).hasCount(1, count());
      page.locator("#items button").click();
      assertThat(page.locator("#sheet")).isVisible(soon());
    }
  }

  @Test
  void suggestsNoSheetWhereThereIsNone() throws Exception {
    try (Browser browser =
        Chromium.launch(
            playwright, "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream")) {
      Page page = open(browser);
      assertThat(page.locator("#live-picture")).isVisible(soon());
      page.keyboard().press("Space");
      assertThat(page.locator("#items canvas")).hasCount(1, count());
      page.locator("#items button").click();

      assertThat(page.locator("#find")).isVisible();
      assertThat(page.locator(".corner").first()).isHidden();
      page.click("#find");
      assertThat(page.locator(".corner").first()).isVisible();
    }
  }

  private static Page open(Browser browser) throws IOException {
    Page page = Chromium.visitor(browser).newPage();
    Chromium.signIn(page, server);
    page.navigate(server.url() + "/camera");
    return page;
  }

  private static BufferedImage picture(byte[] bytes) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpeg", out);
    return out.toByteArray();
  }

  private static LocatorAssertions.IsVisibleOptions soon() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
  }

  private static LocatorAssertions.HasCountOptions count() {
    return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE);
  }

  private static LocatorAssertions.ContainsTextOptions text() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
  }
}
