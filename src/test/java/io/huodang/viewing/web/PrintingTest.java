package io.huodang.viewing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.huodang.access.Role;
import io.huodang.access.Terms;
import io.huodang.access.Tokens;
import io.huodang.catalog.Items;
import io.huodang.catalog.NewPageVersion;
import io.huodang.catalog.PageVersion;
import io.huodang.catalog.Pages;
import io.huodang.intake.Arrangement;
import io.huodang.intake.Batch;
import io.huodang.intake.Batches;
import io.huodang.intake.NewBatch;
import io.huodang.recognition.InventedForm;
import io.huodang.vault.Holding;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.Sha256;
import io.huodang.web.FrontOfHouse;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest(classes = FrontOfHouse.class)
@AutoConfigureMockMvc
class PrintingTest {
  private static final Color PAPER = new Color(240, 236, 214);

  @TempDir static Path home;

  @Autowired MockMvc client;
  @Autowired Tokens tokens;
  @Autowired JdbcClient jdbc;
  @Autowired Batches batches;
  @Autowired Items items;
  @Autowired Pages pages;
  @Autowired Vault vault;

  private UUID user = new UUID(0, 0);
  private String token = "";

  @DynamicPropertySource
  static void registry(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
  }

  @BeforeEach
  void signIn() {
    token = tokenOf(Role.CLERK);
  }

  @Test
  void everySheetTellsWhoTookItAwayWhenAndForWhat() throws Exception {
    UUID item = itemOf(BufferedImage.TYPE_3BYTE_BGR, 600, 850, 2);

    MockHttpServletResponse answer =
        answer(post("/items/" + item + "/print").param("purpose", "窗口办理退休"));

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentType()).isEqualTo("application/pdf");
    assertThat(answer.getHeader("Content-Disposition")).startsWith("inline");
    assertThat(answer.getHeader("Cache-Control")).contains("no-store");
    try (PDDocument pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(2);
      assertThat(new PDFTextStripper().getText(pdf)).contains("1 / 2", "2 / 2");
      for (int page = 0; page < 2; page++) {
        BufferedImage sheet = new PDFRenderer(pdf).renderImageWithDPI(page, 100);
        assertThat(isPaper(sheet, 0.5, 0.5)).isTrue();
        assertThat(darkened(sheet)).as("share of the paper under the mark").isBetween(0.005, 0.3);
        assertThat(inkAtTheFoot(sheet)).as("pixels of the line at the foot").isGreaterThan(200);
        leave(sheet, "print-" + page);
      }
    }
  }

  @Test
  void grayPagesAndLyingOnesFillTheirSheets() throws Exception {
    UUID item = itemOf(BufferedImage.TYPE_BYTE_GRAY, 850, 600, 1);

    MockHttpServletResponse answer = answer(get("/api/v1/items/" + item + "/file.pdf"));

    try (PDDocument pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
      BufferedImage sheet = new PDFRenderer(pdf).renderImageWithDPI(0, 50);
      assertThat(sheet.getWidth()).isGreaterThan(sheet.getHeight());
      assertThat(new Color(sheet.getRGB(sheet.getWidth() / 2, 30)).getRed()).isLessThan(250);
    }
  }

  @Test
  void aPrintIsOnRecordWithItsPurposeAndHowManyPages() throws Exception {
    UUID item = itemOf(BufferedImage.TYPE_3BYTE_BGR, 600, 850, 3);

    answer(post("/items/" + item + "/print").param("purpose", "核对原件"));
    answer(
        get("/api/v1/items/" + item + "/file.pdf")
            .header("Huodang-Purpose", "UTF-8''%E7%A8%BD%E6%A0%B8"));

    assertThat(
            jdbc.sql(
                    "select purpose || ' ' || (detail ->> 'pages') from audit where action = 'print-item' and subject_id = :item order by seq")
                .param("item", item)
                .query(String.class)
                .list())
        .containsExactly("核对原件 3", "稽核 3");
  }

  @Test
  void withoutAPurposeAScreenPrintsNothing() throws Exception {
    UUID item = itemOf(BufferedImage.TYPE_3BYTE_BGR, 600, 850, 1);

    MockHttpServletResponse answer =
        answer(post("/items/" + item + "/print").param("purpose", " "));

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getContentType()).doesNotContain("pdf");
  }

  @Test
  void aPageThatWasNotReadIsAnEmptySheetAndNotLeftOut() throws Exception {
    UUID item = itemOf(BufferedImage.TYPE_3BYTE_BGR, 600, 850, 2);
    jdbc.sql("update page set current_version = 0 where id = :page")
        .param("page", items.find(item).orElseThrow().pages().getFirst())
        .update();

    MockHttpServletResponse answer = answer(get("/api/v1/items/" + item + "/file.pdf"));

    try (PDDocument pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(2);
      assertThat(isPaper(new PDFRenderer(pdf).renderImageWithDPI(0, 50), 0.5, 0.5)).isFalse();
    }
  }

  @Test
  void aVendorTakesNothingAwayOfOthers() throws Exception {
    UUID item = itemOf(BufferedImage.TYPE_3BYTE_BGR, 600, 850, 1);
    UUID page = items.find(item).orElseThrow().pages().getFirst();
    token = tokenOf(Role.VENDOR);

    for (String path : List.of("/items/" + item + "/print", "/pages/" + page + "/print")) {
      assertThat(answer(post(path).param("purpose", "看看")).getStatus()).isEqualTo(403);
    }
    assertThat(answer(get("/api/v1/items/" + item + "/file.pdf")).getStatus()).isEqualTo(403);
  }

  private static boolean isPaper(BufferedImage sheet, double x, double y) {
    int w = (int) (sheet.getWidth() * x);
    int h = (int) (sheet.getHeight() * y);
    int paper = 0;
    for (int i = -20; i <= 20; i++) {
      Color found = new Color(sheet.getRGB(w + i, h));
      paper += found.getRed() > 200 && found.getRed() - found.getBlue() > 12 ? 1 : 0;
    }
    return paper > 10;
  }

  private static double darkened(BufferedImage sheet) {
    int marked = 0;
    int all = 0;
    for (int y = sheet.getHeight() / 10; y < sheet.getHeight() * 9 / 10; y++) {
      for (int x = sheet.getWidth() / 10; x < sheet.getWidth() * 9 / 10; x++) {
        marked += new Color(sheet.getRGB(x, y)).getRed() < PAPER.getRed() - 12 ? 1 : 0;
        all++;
      }
    }
    return (double) marked / all;
  }

  private static int inkAtTheFoot(BufferedImage sheet) {
    int ink = 0;
    for (int y = sheet.getHeight() - 26; y < sheet.getHeight() - 6; y++) {
      for (int x = 20; x < sheet.getWidth() / 2; x++) {
        ink += new Color(sheet.getRGB(x, y)).getRed() < 110 ? 1 : 0;
      }
    }
    return ink;
  }

  private static void leave(BufferedImage sheet, String name) throws IOException {
    Path pictures = Files.createDirectories(Path.of("target/screens"));
    ImageIO.write(sheet, "png", pictures.resolve(name + ".png").toFile());
  }

  /** An item of pages that were read, each a plain picture. */
  private UUID itemOf(int type, int width, int height, int count) throws IOException {
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font is installed to draw forms with");
    Batch batch =
        batches.open(new NewBatch("窗口", Batch.Source.HALL, Arrangement.FILE_IS_ITEM, null), user);
    UUID file =
        jdbc.sql(
                """
                insert into scan_file (batch_id, key, path, sha256, size, received_by)
                values (:batch, 'a', 'a.tif', sha256('a'), 1, :user) returning id
                """)
            .param("batch", batch.id())
            .param("user", user)
            .query(UUID.class)
            .single();
    List<UUID> made = pages.create(file, count);
    UUID item = items.createOfFile(file, new Terms(batch.fondsId(), null, batch.id(), null), made);
    byte[] jpeg = jpeg(type, width, height);
    Sha256 hash = Sha256.ofContent(jpeg);
    vault.keep(Holding.DERIVATIVE, jpeg);
    PageVersion.Picture screen =
        new PageVersion.Picture("screen", hash, jpeg.length, "image/jpeg", width, height);
    for (UUID page : made) {
      pages.record(
          page,
          new NewPageVersion(
              width,
              height,
              100,
              0,
              false,
              0,
              false,
              1,
              null,
              "表",
              "none",
              hash,
              0.1,
              null,
              List.of(screen),
              List.of(),
              null));
    }
    return item;
  }

  private static byte[] jpeg(int type, int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, type);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(PAPER);
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpeg", out);
    return out.toByteArray();
  }

  private String tokenOf(Role role) {
    user =
        jdbc.sql(
                """
                insert into app_user (name, display_name, role, password_hash)
                values (:name, '王窗口', :role, '-') returning id
                """)
            .param("name", "u" + UUID.randomUUID().toString().substring(0, 18))
            .param("role", role.word())
            .query(UUID.class)
            .single();
    return tokens.make(user, "test", null).secret();
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse response =
        client
            .perform(request.header("Authorization", "Bearer " + token).with(csrf()))
            .andReturn()
            .getResponse();
    return response;
  }
}
