package io.huodang.heldout;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.huodang.testing.Chromium;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import tools.jackson.databind.json.JsonMapper;

/** Turns HTML into pictures of 300 dots an inch. One thread at a time. */
final class Press implements AutoCloseable {
  static final int DPI = 300;
  private static final double CSS_DPI = 96;
  private static final String CONTENT = Filling.resource("content.js");

  private final Playwright playwright = Playwright.create();
  private final Page page;

  Press() {
    Browser browser = Chromium.launch(playwright, "--font-render-hinting=none");
    page =
        browser
            .newContext(new Browser.NewContextOptions().setDeviceScaleFactor(DPI / CSS_DPI))
            .newPage();
  }

  /** A page as it left the printer. */
  record Printed(BufferedImage picture, Content content) {}

  /**
   * Prints a template.
   *
   * @throws IllegalStateException when something does not fit where it should stand
   */
  Printed print(Template template, Filling filling) throws IOException {
    page.setViewportSize(template.paper().cssWidth(), template.paper().cssHeight());
    page.setContent(filling.of(template));
    String told = (String) page.evaluate(CONTENT);
    Content content = JsonMapper.shared().readValue(told, Content.class);
    if (!content.problems().isEmpty()) {
      throw new IllegalStateException(template + ": " + content.problems());
    }
    BufferedImage shot = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
    BufferedImage picture =
        new BufferedImage(shot.getWidth(), shot.getHeight(), BufferedImage.TYPE_INT_RGB);
    picture.createGraphics().drawImage(shot, 0, 0, null);
    return new Printed(picture, content);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
