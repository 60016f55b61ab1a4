package io.huodang.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real browser with a Chinese clerk before it. */
public final class Chromium {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target/screens");
  private static final double PATIENCE = 20_000; // milliseconds; the machine may be busy
  private static final String CHOSEN = "an-invented-password-1";

  private Chromium() {}

  /** Whether there is one on this machine. */
  public static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  /** Starts it, with further options of its command line. */
  public static Browser launch(Playwright playwright, String... options) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    List<String> all =
        new ArrayList<>(
            List.of(
                "--no-sandbox",
                "--lang=zh-CN",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run"));
    all.addAll(List.of(options));
    return playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(all));
  }

  /** A window of someone who never was here before. */
  public static BrowserContext visitor(Browser browser) {
    return browser.newContext(
        new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1280, 800));
  }

  /** Signs the first administrator in, who chooses a password when it is the first time. */
  public static void signIn(Page page, ServerProcess server) throws IOException {
    page.navigate(server.url() + "/");
    if (!server.isFirstSignIn()) {
      enter(page.locator("main"), CHOSEN);
    } else {
      List<String> first = server.firstSignIn();
      enter(page.locator("main"), first.get(1));
      page.fill("input[name=present]", first.get(1));
      page.fill("input[name=chosen]", CHOSEN);
      page.fill("input[name=again]", CHOSEN);
      page.click("main button.first");
    }
    assertThat(page.locator("#query")).isVisible();
  }

  /** Signs the administrator in by the form that a page shows when a session has ended. */
  public static void signInAgain(Page page) {
    assertThat(page.locator("#door")).isVisible();
    enter(page.locator("#door"), CHOSEN);
  }

  private static void enter(com.microsoft.playwright.Locator form, String password) {
    form.locator("input[name=name]").fill("admin");
    form.locator("input[name=password]").fill(password);
    form.locator("button.first").click();
  }

  /** Leaves a picture for a person's eye in {@code target/screens}. */
  public static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }
}
