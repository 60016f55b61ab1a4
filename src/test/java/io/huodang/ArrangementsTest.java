package io.huodang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huodang.recognition.Damage;
import io.huodang.recognition.InventedForm;
import io.huodang.recognition.InventedSeparator;
import io.huodang.testing.ServerProcess;
import io.huodang.vocabulary.SeparatorCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** Files become the items that the batch's arrangement says, on the whole service. */
class ArrangementsTest {
  private static Path folder = Path.of("");
  private static ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font is installed to draw forms with");
    folder = Files.createTempDirectory("huodang-arrangements");
    folder.toFile().setExecutable(true, false);
    server = ServerProcess.upOnRealParts(folder.resolve("home"));
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  void filesOfAFolderAreOneItemOfThePersonOnItsForm() throws Exception {
    InventedForm form = InventedForm.of(InventedForm.Template.GRID, 31);
    String batch = open("folder-is-item");
    server.deliver(batch, "a", "甲/2.png", png(blank(100)));
    server.deliver(batch, "b", "甲/10.png", png(blank(200)));
    server.deliver(batch, "c", "甲/1.png", png(form.picture()));
    server.deliver(batch, "d", "乙/1.png", png(blank(300)));
    server.deliver(batch, "e", "乙/2.tif", "not a picture".getBytes(StandardCharsets.UTF_8));

    JsonNode done = sealAndAwait(batch);

    assertThat(done.at("/pages/findable").asInt()).isEqualTo(4);
    assertThat(done.at("/files/quarantined").asInt()).isEqualTo(1);
    JsonNode found = find(form.person().citizenId());
    assertThat(found.at("/people/0/itemCount").asInt()).isEqualTo(1);
    assertThat(found.at("/people/0/pageCount").asInt()).isEqualTo(3);
    JsonNode item = server.call("GET", "/items/" + found.at("/items/0/id").asString(), "");
    assertThat(widths(item))
        .as("pages stand in the order in which people count")
        .containsExactly(InventedForm.WIDTH, 100, 200);
  }

  @Test
  void namesWithAPageNumberAreOneItemThatItsFileNumberFinds() throws Exception {
    String batch = open("name-prefix");
    server.deliver(batch, "a", "J001-WS·2015-Y-0007-0002.png", png(blank(400)));
    server.deliver(batch, "b", "J001-WS·2015-Y-0007-0001.png", png(blank(500)));
    server.deliver(batch, "c", "J001-WS·2015-Y-0008-0001.png", png(blank(600)));

    sealAndAwait(batch);

    JsonNode items = find("J001-WS·2015-Y-0007").get("items");
    assertThat(items.get(0).get("fileNumber").asString()).isEqualTo("J001-WS·2015-Y-0007");
    assertThat(items.get(0).get("why").asString()).isEqualTo("file-number");
    assertThat(items.get(0).get("pageCount").asInt()).isEqualTo(2);
  }

  @Test
  void pagesBetweenSeparatorSheetsAreItemsAlsoWithinOneFile() throws Exception {
    InventedForm form = InventedForm.of(InventedForm.Template.GRID, 33);
    BufferedImage plain = InventedSeparator.saying(SeparatorCode.plain().written());
    BufferedImage numbered = InventedSeparator.saying(new SeparatorCode("J009-0001").written());
    String batch = open("separator-sheets");
    server.deliver(batch, "a", "2.png", png(blank(110)));
    server.deliver(
        batch, "b", "1.tif", tiff(numbered, form.picture(), Damage.SKEW.on(plain, 1), blank(120)));
    server.deliver(batch, "c", "3.png", png(plain));
    server.deliver(batch, "d", "4.png", png(blank(130)));

    JsonNode done = sealAndAwait(batch);

    assertThat(done.at("/pages/total").asInt()).as("pages of items").isEqualTo(4);
    assertThat(done.at("/pages/findable").asInt()).isEqualTo(4);
    assertThat(done.at("/files/received").asInt()).isEqualTo(4);
    assertThat(findings(batch)).contains("separator-sheets 3");
    JsonNode found = find(form.person().citizenId());
    assertThat(found.at("/items/0/fileNumber").asString()).isEqualTo("J009-0001");
    assertThat(found.at("/items/0/pageCount").asInt()).isEqualTo(1);
    assertThat(widths(server.call("GET", "/items/" + itemOf(batch, 0), "")))
        .as("the page behind the second sheet, and the next file")
        .containsExactly(120, 110);
    assertThat(sealAndAwait(batch).at("/pages/total").asInt()).isEqualTo(4);
  }

  private static byte[] tiff(BufferedImage... pages) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        writer.writeToSequence(new IIOImage(page, null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  @Test
  void sealingAgainMakesNoSecondItem() throws Exception {
    String batch = open("folder-is-item");
    server.deliver(batch, "a", "丙/1.png", png(blank(700)));
    sealAndAwait(batch);
    String before = itemOf(batch, 0);

    JsonNode done = sealAndAwait(batch);

    assertThat(itemOf(batch, 0)).isEqualTo(before);
    assertThat(done.at("/pages/linked").asInt()).isEqualTo(1);
  }

  @Test
  void rowsOfACatalogueAreFoundBeforeAnyImageAndGetTheirPagesByFileNumber() throws Exception {
    InventedForm form = InventedForm.of(InventedForm.Template.GRID, 32);
    String batch = open("catalogue");
    JsonNode taken =
        server.catalogue(
            batch,
            """
            档号,题名,姓名,身份证号,日期,页数
            J001·2016-Y-0001,退休审批材料,%s,%s,2016.5.3,2
            J001·2016-Y-0002,无影像的一件,,,2016年6月,1
            J001·2016-Y-0002,重复,,,,
            """
                .formatted(form.person().name(), form.person().citizenId()));
    assertThat(taken.get("rows").asInt()).isEqualTo(2);
    assertThat(taken.at("/findings/0/code").asString()).isEqualTo("row-file-number-twice");
    JsonNode early = awaitFound(form.person().citizenId());
    assertThat(early.at("/items/0/title").asString()).isEqualTo("退休审批材料");
    assertThat(early.at("/items/0/track/image").asString()).isEqualTo("none");
    assertThat(early.at("/people/0/name").asString()).isEqualTo(form.person().name());

    server.deliver(batch, "a", "J001_2016-Y-0001/1.png", png(form.picture()));
    server.deliver(batch, "b", "J001_2016-Y-0001/2.png", png(blank(800)));
    server.deliver(batch, "c", "J001·2016-Y-0009-0001.png", png(blank(900)));
    JsonNode done = sealAndAwait(batch);

    assertThat(done.at("/pages/findable").asInt()).isEqualTo(3);
    JsonNode found = find(form.person().citizenId());
    assertThat(found.get("items").size()).isEqualTo(1);
    assertThat(found.at("/items/0/pageCount").asInt()).isEqualTo(2);
    assertThat(found.at("/items/0/track/image").asString()).isEqualTo("taken-in");
    assertThat(findings(batch))
        .contains("row-without-images J001·2016-Y-0002", "images-without-row J001·2016-Y-0009");
  }

  @Test
  void aCatalogueThatNamesAnotherPersonThanItsImageHoldsTheItem() throws Exception {
    InventedForm form = InventedForm.of(InventedForm.Template.GRID, 33);
    InventedForm other = InventedForm.of(InventedForm.Template.GRID, 34);
    String batch = open("catalogue");
    server.catalogue(
        batch,
        "档号,姓名,身份证号\nJ001·2017-Y-0001,%s,%s\n"
            .formatted(other.person().name(), other.person().citizenId()));
    server.deliver(batch, "a", "J001·2017-Y-0001.png", png(form.picture()));

    sealAndAwait(batch);

    JsonNode items = find("J001·2017-Y-0001").get("items");
    JsonNode item = server.call("GET", "/items/" + items.get(0).get("id").asString(), "");
    assertThat(item.get("state").asString()).isEqualTo("held");
    assertThat(item.at("/reason/code").asString()).isEqualTo("two-citizen-ids");
  }

  @Test
  void previewSaysWhatWouldBecomeWhichItemBeforeAnythingIsDelivered() {
    JsonNode preview =
        server.call(
            "POST",
            "/arrangements/preview",
            "{\"arrangement\":\"folder-is-item\",\"paths\":[\"甲/2.png\",\"甲/1.png\",\"乙/1.png\"]}");

    assertThat(preview.get("total").asInt()).isEqualTo(2);
    assertThat(preview.at("/items/1/name").asString()).isEqualTo("甲");
    assertThat(preview.at("/items/1/files/0").asString()).isEqualTo("甲/1.png");
  }

  private static String open(String arrangement) {
    return server
        .call(
            "POST",
            "/batches",
            "{\"title\":\"t\",\"source\":\"hall\",\"arrangement\":\"" + arrangement + "\"}")
        .get("id")
        .asString();
  }

  private static JsonNode sealAndAwait(String batch) throws InterruptedException {
    server.call("POST", "/batches/" + batch + "/seal", "");
    Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
    JsonNode state = server.call("GET", "/batches/" + batch, "");
    while (!state.get("state").asString().equals("done") && Instant.now().isBefore(deadline)) {
      Thread.sleep(100);
      state = server.call("GET", "/batches/" + batch, "");
    }
    return state;
  }

  private static JsonNode find(String query) {
    return server.call("POST", "/search", "{\"query\":\"" + query + "\"}");
  }

  private static JsonNode awaitFound(String query) throws InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
    JsonNode found = find(query);
    while (found.get("items").isEmpty() && Instant.now().isBefore(deadline)) {
      Thread.sleep(100);
      found = find(query);
    }
    return found;
  }

  private static List<String> findings(String batch) {
    return server
        .call("GET", "/batches/" + batch + "/findings", "")
        .get("items")
        .valueStream()
        .map(finding -> finding.get("code").asString() + " " + finding.get("text").asString())
        .toList();
  }

  private static String itemOf(String batch, int file) {
    return server
        .call("GET", "/batches/" + batch + "/files", "")
        .get("items")
        .get(file)
        .get("itemId")
        .asString();
  }

  /** How wide an item's pages are, in the item's order; every delivered page has its own width. */
  private static List<Integer> widths(JsonNode item) {
    return item.get("pages")
        .valueStream()
        .map(page -> server.call("GET", "/pages/" + page.asString(), ""))
        .map(page -> page.at("/reading/width").asInt())
        .toList();
  }

  /** A page with nothing on it; each width gives other bytes. */
  private static BufferedImage blank(int width) {
    BufferedImage picture = new BufferedImage(width, 400, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < 400; y++) {
        picture.setRGB(x, y, 0xFFFFFF);
      }
    }
    return picture;
  }

  private static byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }
}
