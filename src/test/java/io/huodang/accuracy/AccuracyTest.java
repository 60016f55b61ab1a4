package io.huodang.accuracy;

import static io.huodang.corrections.InventedItems.citizenId;
import static io.huodang.corrections.InventedItems.reading;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.huodang.access.Role;
import io.huodang.access.Tokens;
import io.huodang.access.Viewer;
import io.huodang.audit.AuditFilter;
import io.huodang.audit.AuditLog;
import io.huodang.catalog.FieldKey;
import io.huodang.catalog.Item;
import io.huodang.catalog.NewPageVersion;
import io.huodang.catalog.NewReading;
import io.huodang.catalog.PageVersion;
import io.huodang.catalog.Pages;
import io.huodang.corrections.Correcting;
import io.huodang.corrections.InventedItems;
import io.huodang.corrections.ItemCorrection;
import io.huodang.corrections.Said;
import io.huodang.vault.Holding;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.Refusal;
import io.huodang.vocabulary.Sha256;
import io.huodang.web.FrontOfHouse;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest(classes = FrontOfHouse.class)
@AutoConfigureMockMvc
class AccuracyTest {
  private static final FieldKey NAME = FieldKey.ofForm("personName");
  private static final FieldKey ID = FieldKey.ofForm("citizenId");
  private static final FieldKey EMPLOYER = FieldKey.ofForm("employerName");
  private static final Choice EVERYTHING = new Choice(null, null, null);

  @TempDir static Path home;

  @Autowired MockMvc browser;
  @Autowired Tokens tokens;
  @Autowired InventedItems invented;
  @Autowired Correcting correcting;
  @Autowired Accuracy accuracy;
  @Autowired ValuePictures pictures;
  @Autowired Pages pages;
  @Autowired Vault vault;
  @Autowired AuditLog log;
  @Autowired JdbcClient jdbc;

  private Viewer archivist;
  private String token = "";

  @DynamicPropertySource
  static void registry(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
  }

  @BeforeEach
  void beginWithNothingDecided() {
    archivist = invented.someone("li.archivist", Role.ARCHIVIST);
    token = tokens.make(archivist.userId(), "t", null).secret();
    jdbc.sql("update confirmation set superseded_at = now() where superseded_at is null").update();
  }

  @Test
  void countsWhatPeopleDecidedByFieldAndWhatWentWrong() {
    Item item =
        item(
            reading("personName", null, "王建囯", 0.6),
            reading("citizenId", null, citizenId(701), 0.99),
            reading("employerName", null, "海东棉纺厂", 0.9));
    say(item, Said.value(NAME, "王建国"));
    say(item, Said.value(ID, citizenId(701)));
    say(item, Said.value(EMPLOYER, ""));
    say(item, Said.value(FieldKey.ofForm("insuredNumber"), "8476679613"));
    say(item, new Said(FieldKey.ofForm("documentDate"), "", false, false));

    assertThat(of(Dimension.ALL))
        .extracting(
            Figure::field,
            Figure::right,
            Figure::wrong,
            Figure::missed,
            Figure::invented,
            Figure::illegible)
        .containsExactly(
            tuple("citizenId", 1, 0, 0, 0, 0),
            tuple("documentDate", 0, 0, 0, 0, 1),
            tuple("employerName", 0, 0, 0, 1, 0),
            tuple("insuredNumber", 0, 0, 1, 0, 0),
            tuple("personName", 0, 1, 0, 0, 0));
  }

  @Test
  void onlyThePersonsLastWordCounts() {
    Item item = item(reading("personName", null, "陈文平", 0.9));
    say(item, Said.value(NAME, "陈文萍"));
    say(item, Said.value(NAME, "陈文平"));

    assertThat(of(Dimension.ALL))
        .extracting(Figure::right, Figure::wrong)
        .containsExactly(tuple(1, 0));
  }

  @Test
  void groupsByConfidenceAndByWhatWasMeasuredOnThePage() {
    Item blurred = item(reading("personName", null, "吴朋", 0.72));
    measured(blurred, "grey", 0, 6, 240);
    Item sharp = item(reading("personName", null, "吴明", 0.97));
    measured(sharp, "colour", 0.03, 1.2, 300);
    say(blurred, Said.value(NAME, "吴明"));
    say(sharp, Said.value(NAME, "吴明"));
    say(item(reading("personName", null, "李海燕", 0.97)), Said.value(NAME, "李海燕"));

    assertThat(of(Dimension.CONFIDENCE))
        .extracting(Figure::group, Figure::errors, Figure::decided)
        .containsExactly(tuple("fair", 1, 1), tuple("sure", 0, 2));
    assertThat(of(Dimension.SHARPNESS))
        .extracting(Figure::group, Figure::errors)
        .containsExactly(tuple("blurred", 1), tuple("sharp", 0), tuple("unknown", 0));
    assertThat(of(Dimension.INK))
        .extracting(Figure::group, Figure::decided)
        .containsExactly(tuple("faint", 2), tuple("unknown", 1));
    assertThat(of(Dimension.SEAL)).extracting(Figure::group).containsExactly("much", "unknown");
  }

  @Test
  void theIntervalOfFewValuesIsWide() {
    Figure figure = new Figure(Dimension.ALL, "all", "personName", 9, 1, 0, 0, 0);

    assertThat(figure.rate()).isEqualTo(0.1);
    assertThat(figure.low()).isCloseTo(0.0179, within(1e-4));
    assertThat(figure.high()).isCloseTo(0.4042, within(1e-4));
  }

  @Test
  void whoListsWhatWasReadWrongIsOnRecord() {
    Item item = item(reading("personName", null, "王建囯", 0.6));
    say(item, Said.value(NAME, "王建国"));

    List<Misreading> found =
        accuracy.misreadings(
            archivist, EVERYTHING, new Cell(Dimension.SOURCE, "hall", "personName"), null, 10);

    assertThat(found)
        .extracting(Misreading::itemId, Misreading::read, Misreading::said, Misreading::why)
        .containsExactly(tuple(item.id(), "王建囯", "王建国", "wrong"));
    var newest = log.read(AuditFilter.EVERYTHING, Long.MAX_VALUE, 1).getFirst().entry();
    assertThat(newest.action()).isEqualTo("list-misreadings");
    assertThat(newest.shown()).containsExactly(item.id());
    assertThat(newest.detail().toString()).doesNotContain("王建");
  }

  @Test
  void aValueIsShownFromItsPageAlsoAfterThatWasTurnedAndReadAgain() throws Exception {
    Item item = item(reading("personName", null, "王建囯", 0.6));
    say(item, Said.value(NAME, "王建国"));
    UUID reading =
        accuracy
            .misreadings(archivist, EVERYTHING, new Cell(Dimension.ALL, "all", "all"), null, 1)
            .getFirst()
            .readingId();
    readAgainLying(item.pages().getFirst());

    BufferedImage value =
        ImageIO.read(new ByteArrayInputStream(pictures.of(archivist, requireNonNull(reading))));

    assertThat(value.getHeight()).isGreaterThan(value.getWidth());
    int middle = value.getRGB(value.getWidth() / 2, value.getHeight() / 2);
    assertThat(new Color(middle).getRed()).isLessThan(60);
    assertThat(new Color(value.getRGB(1, 1)).getRed()).isGreaterThan(200);
    var newest = log.read(AuditFilter.EVERYTHING, Long.MAX_VALUE, 1).getFirst().entry();
    assertThat(newest.action()).isEqualTo("view-page-image");
    assertThat(newest.subjectId()).isEqualTo(item.pages().getFirst());
  }

  @Test
  void aReadingThatIsNotThereHasNoPicture() {
    assertThatThrownBy(() -> pictures.of(archivist, UUID.randomUUID()))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("no-such-reading"));
  }

  @Test
  void theScreenLeadsFromAFigureToTheValuesWithTheirPictures() throws Exception {
    String read = citizenId(702);
    String there = citizenId(703);
    Item item = item(reading("citizenId", null, read, 0.8));
    measured(item, "grey", 0, 6, 300);
    assertThat(html(get("/accuracy"))).contains("无从判断识别得好不好").doesNotContain("??");
    say(item, Said.value(ID, there));

    String figures = html(get("/accuracy"));
    String address = "/accuracy/misreadings?by=sharpness&amp;group=blurred&amp;field=citizenId";
    assertThat(figures).contains(address, "模糊", "1/1 · ").doesNotContain("??");
    assertThat(
            html(
                get("/accuracy/misreadings")
                    .param("by", "sharpness")
                    .param("group", "blurred")
                    .param("field", "citizenId")))
        .contains("清晰度: 模糊", "/api/v1/readings/", ">371081", "<mark>")
        .doesNotContain(read, there, "??");
    assertThat(html(post("/accuracy/export")))
        .startsWith("\uFEFFby,group,name,field")
        .contains("sharpness,blurred,\"模糊\",citizenId,1,0,1,0,0,0,1.0000,0.2065,1.0000");
  }

  private String html(MockHttpServletRequestBuilder request) throws Exception {
    return browser
        .perform(request.header("Authorization", "Bearer " + token))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private Item item(NewReading... readings) {
    return invented.item(List.of(readings));
  }

  private void say(Item item, Said said) {
    correcting.correct(
        archivist, item.id(), null, new ItemCorrection(List.of(said), null, null, null));
  }

  private List<Figure> of(Dimension dimension) {
    return accuracy.figures(EVERYTHING).stream()
        .filter(figure -> figure.dimension() == dimension)
        .toList();
  }

  private void measured(Item item, String tone, double red, double edge, int dotsPerInch) {
    jdbc.sql(
            """
            update page_version set condition = cast(:condition as jsonb) where page_id = :page
            """)
        .param(
            "condition",
            """
            {"tone":"%s","redInk":%s,"preparation":{"edgeWidth":%s,"dotsPerInch":%s,"specks":3,"inkLevel":150}}
            """
                .formatted(tone, red, edge, dotsPerInch))
        .param("page", item.pages().getFirst())
        .update();
  }

  /** The page now lies on its side; where the value was read, it is black. */
  private void readAgainLying(UUID page) throws IOException {
    BufferedImage upright = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = upright.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 1240, 1754);
    pen.setColor(Color.BLACK);
    pen.fillRect(124, 200, 310, 60);
    pen.dispose();
    BufferedImage lying = new BufferedImage(1754, 1240, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D turning = lying.createGraphics();
    turning.translate(1754, 0);
    turning.rotate(Math.PI / 2);
    turning.drawImage(upright, 0, 0, null);
    turning.dispose();
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(lying, "jpeg", jpeg);
    Sha256 hash = vault.keep(Holding.DERIVATIVE, jpeg.toByteArray());
    NewPageVersion again = InventedItems.read(List.of());
    pages.record(
        page,
        new NewPageVersion(
            again.width(),
            again.height(),
            again.dpi(),
            90,
            again.asDelivered(),
            again.skew(),
            again.blank(),
            again.confidence(),
            null,
            null,
            "a later engine",
            again.text(),
            again.seconds(),
            null,
            List.of(new PageVersion.Picture("screen", hash, jpeg.size(), "image/jpeg", 1754, 1240)),
            List.of(),
            null));
  }
}
