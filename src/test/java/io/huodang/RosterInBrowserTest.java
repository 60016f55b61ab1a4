package io.huodang;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.huodang.testing.Chromium;
import io.huodang.testing.ServerProcess;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** An archivist compares a roster, imports it, and looks at what the next one changes. */
class RosterInBrowserTest {
  private static final String FIRST =
      """
      姓名,身份证号,个人编号,单位名称,备注
      张建国,990101196001011237,0076679613,石桥市第一棉纺织厂,
      李小红,990101197002021220,0076679614,石桥市第一棉纺织厂,
      ,,0076679615,石桥市第一棉纺织厂,
      """;
  private static final String SECOND =
      """
      姓名,身份证号,个人编号,单位名称
      张建国,990101196001011237,0076679613,石桥市宏达机械厂
      """;

  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    assumeTrue(Chromium.isInstalled(), "no Chromium is installed");
    folder = Files.createTempDirectory("huodang-roster");
    folder.toFile().setExecutable(true, false);
  }

  @AfterEach
  void deleteFolder() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  void comparesImportsAndShowsWhatTheNextRosterChanges() throws Exception {
    try (ServerProcess server = ServerProcess.upOnRealParts(folder.resolve("home"));
        Playwright playwright = Playwright.create();
        Browser browser = Chromium.launch(playwright)) {
      Page page = Chromium.visitor(browser).newPage();
      Chromium.signIn(page, server);
      page.navigate(server.url() + "/roster");
      assertThat(page.locator("main")).containsText("还没有导入过名册");

      deliver(page, "名册.csv", FIRST, "compare");
      assertThat(page.locator(".badge").first()).containsText("已比对", soon());
      assertFigure(page, "added", "2");
      assertFigure(page, "refused", "1");
      assertThat(page.locator("main")).containsText("备注");

      page.navigate(server.url() + "/roster");
      deliver(page, "名册.csv", FIRST, "import");
      assertThat(page.locator(".badge").first()).containsText("已完成", soon());

      page.navigate(server.url() + "/roster");
      deliver(page, "新名册.csv", SECOND, "import");
      assertThat(page.locator(".badge").first()).containsText("已完成", soon());
      assertFigure(page, "changed", "1");
      assertFigure(page, "missing", "1");
      assertThat(page.locator("main")).containsText("石桥市宏达机械厂");
      Chromium.picture(page, "roster-import");
      page.locator("a[href$='/missing']").click();
      assertThat(page.locator("tbody tr")).hasCount(1);
      assertThat(page.locator("tbody")).containsText("********");
      Chromium.picture(page, "roster-missing");

      page.navigate(server.url() + "/roster");
      assertThat(page.locator("tbody tr")).hasCount(3);
      deliver(page, "notes.csv", "no heading that is known\n", "import");
      assertThat(page.locator("main [role=alert]")).containsText("名册缺少必需的列", soon());
    }
  }

  private static void deliver(Page page, String name, String csv, String how) {
    page.setInputFiles(
        "input[type=file]",
        new FilePayload(name, "text/csv", csv.getBytes(Charset.forName("GB18030"))));
    page.click("button[data-how=" + how + "]");
  }

  private static void assertFigure(Page page, String name, String count) {
    assertThat(page.locator("[data-figure=" + name + "]")).hasText(count);
  }

  private static LocatorAssertions.ContainsTextOptions soon() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
  }
}
