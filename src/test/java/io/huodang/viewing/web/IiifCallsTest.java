package io.huodang.viewing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.huodang.access.Role;
import io.huodang.access.Terms;
import io.huodang.access.Tokens;
import io.huodang.catalog.Items;
import io.huodang.catalog.NewPageVersion;
import io.huodang.catalog.Pages;
import io.huodang.intake.Arrangement;
import io.huodang.intake.Batch;
import io.huodang.intake.Batches;
import io.huodang.intake.NewBatch;
import io.huodang.vault.Holding;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.Sha256;
import io.huodang.web.FrontOfHouse;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** IIIF's calls on a page that a real page worker cuts into tiles. */
@SpringBootTest(classes = FrontOfHouse.class)
@AutoConfigureMockMvc
class IiifCallsTest {
  private static final int WIDTH = 1301;
  private static final int HEIGHT = 777;

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
  private UUID item = new UUID(0, 0);
  private UUID page = new UUID(0, 0);

  @DynamicPropertySource
  static void registry(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
  }

  @BeforeEach
  void keepAPage() throws IOException {
    token = tokenOf(Role.CLERK);
    keep(0);
  }

  @Test
  void theInformationTellsAViewerWhatItMayAskFor() throws Exception {
    MockHttpServletResponse answer = answer("/api/v1/iiif/3/" + page + "/info.json");
    JsonNode info = json(answer);

    assertThat(answer.getContentType())
        .isEqualTo("application/ld+json;profile=\"http://iiif.io/api/image/3/context.json\"");
    assertThat(answer.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.getHeader("Cache-Control")).contains("no-store");
    assertThat(info.propertyNames().iterator().next()).isEqualTo("@context");
    assertThat(info.path("id").asString()).isEqualTo("http://localhost/api/v1/iiif/3/" + page);
    assertThat(info.path("profile").asString()).isEqualTo("level2");
    assertThat(info.path("width").asInt()).isEqualTo(WIDTH);
    assertThat(info.path("height").asInt()).isEqualTo(HEIGHT);
    assertThat(info.at("/tiles/0").toString())
        .isEqualTo("{\"width\":512,\"scaleFactors\":[1,2,4]}");
    assertThat(info.at("/sizes/0").toString()).isEqualTo("{\"width\":326,\"height\":195}");
    assertThat(info.path("extraQualities").toString())
        .isEqualTo("[\"color\",\"gray\",\"bitonal\"]");
  }

  @Test
  void theBaseLeadsToTheInformationWhichIsPlainJsonWhereThatIsAskedFor() throws Exception {
    MockHttpServletResponse base = answer("/api/v1/iiif/3/" + page);
    MockHttpServletResponse plain =
        client
            .perform(
                get("/api/v1/iiif/3/" + page + "/info.json")
                    .header("Accept", "application/json")
                    .header("Authorization", "Bearer " + token))
            .andReturn()
            .getResponse();

    assertThat(base.getStatus()).isEqualTo(303);
    assertThat(base.getHeader("Location")).isEqualTo("/api/v1/iiif/3/" + page + "/info.json");
    assertThat(plain.getContentType()).isEqualTo("application/json");
  }

  /** The middle of each image, in shares of the picture: red is across, green down. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "full/max/0/default.jpg               | 1301 | 777 | 0.5   | 0.5",
        "full/max/0/color.png                 | 1301 | 777 | 0.5   | 0.5",
        "full/326,195/0/default.jpg           |  326 | 195 | 0.5   | 0.5",
        "full/!200,200/0/default.jpg          |  200 | 119 | 0.5   | 0.5",
        "full/,100/0/default.jpg              |  167 | 100 | 0.5   | 0.5",
        "full/pct:10/0/default.png            |  130 |  78 | 0.5   | 0.5",
        "full/10,700/0/default.jpg            |   10 | 700 | 0.55  | 0.5",
        "square/300,/0/default.jpg            |  300 | 300 | 0.5   | 0.5",
        "1024,0,512,512/max/0/default.jpg     |  277 | 512 | 0.894 | 0.329",
        "1024,512,277,265/277,265/0/default.jpg| 277 | 265 | 0.894 | 0.829",
        "1024,0,277,777/139,389/0/default.jpg |  139 | 389 | 0.894 | 0.5",
        "500,500,30,30/max/0/default.jpg      |   30 |  30 | 0.396 | 0.663",
        "500,500,301,131/100,/0/default.jpg   |  100 |  44 | 0.5   | 0.728",
        "pct:50,50,50,50/max/90/default.jpg   |  388 | 650 | 0.75  | 0.75",
        "0,0,130,777/max/180/default.jpg      |  130 | 777 | 0.05  | 0.5",
        "0,0,130,777/max/270/default.jpg      |  777 | 130 | 0.05  | 0.5"
      })
  void anImageShowsWhatWasAskedFor(String asked, int width, int height, double across, double down)
      throws Exception {
    BufferedImage image = image(asked);

    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
    assertShows(image, width / 2, height / 2, across, down);
  }

  @Test
  void anImageIsTurnedClockwise() throws Exception {
    assertShows(image("full/max/90/default.jpg"), 0, 0, 0, 1);
    assertShows(image("full/max/180/default.jpg"), 0, 0, 1, 1);
    assertShows(image("full/max/270/default.jpg"), 0, 0, 1, 0);
  }

  @Test
  void anImageIsGreyOrBlackAndWhiteWhereThatIsAskedFor() throws Exception {
    BufferedImage gray = image("full/400,/0/gray.png");
    BufferedImage bitonal = image("full/400,/0/bitonal.png");

    assertThat(gray.getRaster().getNumBands()).isEqualTo(1);
    assertThat(gray.getRaster().getSample(200, 100, 0)).isBetween(90, 140);
    for (int x = 0; x < 400; x += 7) {
      assertThat(bitonal.getRaster().getSample(x, 100, 0)).isIn(0, 255);
    }
  }

  @Test
  void whatPeopleSeeIsWhatViewersGet() throws Exception {
    keep(90);

    JsonNode info = json(answer("/api/v1/iiif/3/" + page + "/info.json"));

    assertThat(info.path("width").asInt()).isEqualTo(HEIGHT);
    assertThat(info.path("height").asInt()).isEqualTo(WIDTH);
    assertShows(image("full/max/0/default.jpg"), 0, 0, 0, 1);
    assertThat(json(answer(manifest())).at("/items/0/width").asInt()).isEqualTo(HEIGHT);
  }

  @Test
  void leafingThroughTilesIsOneLookOnRecord() throws Exception {
    answer("/api/v1/iiif/3/" + page + "/info.json");
    image("0,0,512,512/512,512/0/default.jpg");
    image("512,0,512,512/512,512/0/default.jpg");

    assertThat(looks("view-page-image", page)).isEqualTo(1);
    token = tokenOf(Role.CLERK);
    image("full/max/0/default.jpg");
    assertThat(looks("view-page-image", page)).isEqualTo(2);
  }

  @Test
  void whatCannotBeGivenIsRefusedWithACode() throws Exception {
    assertRefused("full/max/45/default.jpg", 400, "bad-image-request");
    assertRefused("1301,0,1,1/max/0/default.jpg", 400, "bad-image-request");
    assertRefused("full/1302,/0/default.jpg", 400, "bad-image-request");
    assertRefused("full/max/0/default.gif", 400, "bad-image-request");
    assertRefused("full/%5E1302,/0/default.jpg", 501, "upscaling-unsupported");
  }

  @Test
  void aPageThatWasNotReadHasNoImageAndAnEmptyCanvas() throws Exception {
    jdbc.sql("update page set current_version = 0 where id = :page").param("page", page).update();

    assertRefused("full/max/0/default.jpg", 404, "no-picture");
    JsonNode canvas = json(answer(manifest())).at("/items/0");
    assertThat(canvas.path("width").asInt()).isPositive();
    assertThat(canvas.at("/items/0/items")).isEmpty();
  }

  @Test
  void aVendorGetsNothingOfOthers() throws Exception {
    token = tokenOf(Role.VENDOR);

    for (String path :
        List.of(
            "/api/v1/iiif/3/" + page + "/info.json",
            "/api/v1/iiif/3/" + page + "/full/max/0/default.jpg",
            "/api/v1/iiif/3/" + UUID.randomUUID() + "/info.json",
            manifest())) {
      assertThat(answer(path).getStatus()).as(path).isEqualTo(403);
    }
  }

  @Test
  void aManifestNamesTheItemItsPagesAndWhoseArchivesTheyAre() throws Exception {
    items.describe(item, "退休审批表", null, null, List.of(), List.of());

    MockHttpServletResponse answer = answer(manifest());
    JsonNode manifest = json(answer);

    assertThat(answer.getContentType())
        .isEqualTo(
            "application/ld+json;profile=\"http://iiif.io/api/presentation/3/context.json\"");
    assertThat(manifest.path("id").asString()).isEqualTo("http://localhost" + manifest());
    assertThat(manifest.at("/label/zh-Hans/0").asString()).isEqualTo("退休审批表");
    assertThat(manifest.at("/requiredStatement/label/en/0").asString()).isEqualTo("Fonds");
    assertThat(manifest.path("items")).hasSize(1);
    JsonNode canvas = manifest.at("/items/0");
    JsonNode painting = canvas.at("/items/0/items/0");
    assertThat(canvas.path("width").asInt()).isEqualTo(WIDTH);
    assertThat(canvas.at("/label/zh-Hans/0").asString()).isEqualTo("第 1 页");
    assertThat(painting.path("target").asString()).isEqualTo(canvas.path("id").asString());
    String picture = URI.create(painting.at("/body/id").asString()).getPath();
    assertThat(answer(picture).getStatus()).isEqualTo(200);
    assertThat(looks("view-item", item)).isEqualTo(1);
  }

  @Test
  void damagedTilesAreNotShown() throws Exception {
    answer("/api/v1/iiif/3/" + page + "/info.json");
    Path file = fileOf("tiles");
    byte[] bytes = Files.readAllBytes(file);
    byte[] damaged = bytes.clone();
    damaged[damaged.length - 20] ^= 1;
    Files.write(file, damaged);
    try {
      assertRefused("full/326,195/0/default.jpg", 503, "storage-unavailable");
    } finally {
      Files.write(file, bytes);
    }
  }

  private Path fileOf(String kind) throws IOException {
    String hash =
        jdbc.sql(
                """
                select encode(d.sha256, 'hex') from derivative d
                join page_version v on v.id = d.page_version_id
                where v.page_id = :page and d.kind = :kind
                """)
            .param("page", page)
            .param("kind", kind)
            .query(String.class)
            .single();
    try (Stream<Path> files = Files.walk(home.resolve("derivatives"))) {
      return files.filter(file -> file.endsWith(hash)).findFirst().orElseThrow();
    }
  }

  private String manifest() {
    return "/api/v1/iiif/presentation/3/items/" + item + "/manifest";
  }

  private BufferedImage image(String asked) throws Exception {
    MockHttpServletResponse answer = answer("/api/v1/iiif/3/" + page + "/" + asked);
    assertThat(answer.getStatus()).as(asked).isEqualTo(200);
    assertThat(answer.getContentType())
        .isEqualTo(asked.endsWith("png") ? "image/png" : "image/jpeg");
    assertThat(answer.getHeader("Cache-Control")).contains("no-store");
    return ImageIO.read(new ByteArrayInputStream(answer.getContentAsByteArray()));
  }

  private void assertRefused(String asked, int status, String code) throws Exception {
    MockHttpServletResponse answer = answer("/api/v1/iiif/3/" + page + "/" + asked);

    assertThat(answer.getStatus()).as(asked).isEqualTo(status);
    assertThat(json(answer).path("code").asString()).isEqualTo(code);
  }

  private static void assertShows(BufferedImage image, int x, int y, double across, double down) {
    Color shown = new Color(image.getRGB(x, y));
    assertThat(shown.getRed() / 255.0).as("red").isCloseTo(across, within(0.03));
    assertThat(shown.getGreen() / 255.0).as("green").isCloseTo(down, within(0.03));
  }

  private int looks(String action, UUID subject) {
    return jdbc.sql("select count(*) from audit where action = :action and subject_id = :subject")
        .param("action", action)
        .param("subject", subject)
        .query(Integer.class)
        .single();
  }

  /** An item of one page that was read and is turned so. */
  private void keep(int rotation) throws IOException {
    byte[] master = png();
    vault.keep(
        Holding.MASTER, Sha256.ofContent(master), new ByteArrayInputStream(master), master.length);
    Batch batch =
        batches.open(new NewBatch("窗口", Batch.Source.HALL, Arrangement.FILE_IS_ITEM, null), user);
    UUID file =
        jdbc.sql(
                """
                insert into scan_file (batch_id, key, path, sha256, size, media_type, received_by)
                values (:batch, 'a', 'a.png', :sha256, :size, 'image/png', :user) returning id
                """)
            .param("batch", batch.id())
            .param("sha256", Sha256.ofContent(master).bytes())
            .param("size", master.length)
            .param("user", user)
            .query(UUID.class)
            .single();
    page = pages.create(file, 1).getFirst();
    item =
        items.createOfFile(file, new Terms(batch.fondsId(), null, batch.id(), null), List.of(page));
    pages.record(
        page,
        new NewPageVersion(
            WIDTH,
            HEIGHT,
            100,
            rotation,
            true,
            0,
            false,
            1,
            null,
            "表",
            "none",
            Sha256.ofContent(master),
            0.1,
            null,
            List.of(),
            List.of(),
            null));
  }

  /** Red grows to the right, green downwards. */
  private static byte[] png() throws IOException {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        picture.setRGB(x, y, new Color(255 * x / WIDTH, 255 * y / HEIGHT, 100).getRGB());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }

  private String tokenOf(Role role) {
    user =
        jdbc.sql(
                """
                insert into app_user (name, display_name, role, password_hash)
                values (:name, :name, :role, '-') returning id
                """)
            .param("name", "u" + UUID.randomUUID().toString().substring(0, 18))
            .param("role", role.word())
            .query(UUID.class)
            .single();
    return tokens.make(user, "test", null).secret();
  }

  private MockHttpServletResponse answer(String path) throws Exception {
    return client
        .perform(get(URI.create(path)).header("Authorization", "Bearer " + token))
        .andReturn()
        .getResponse();
  }

  private static JsonNode json(MockHttpServletResponse answer) throws Exception {
    return JsonMapper.shared().readTree(answer.getContentAsString(StandardCharsets.UTF_8));
  }
}
