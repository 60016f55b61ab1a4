package io.huodang.workers;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.extraction.Derivative;
import io.huodang.extraction.PageOutcome;
import io.huodang.recognition.FileOutcome;
import io.huodang.recognition.PdfBytes;
import io.huodang.vocabulary.Lane;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real reader of forms in a real worker, with files that were made to hurt it. */
class FormReadingTest {
  private static PageWorkers workers = new WorkerPool(HostileWorkers.settings(Map.of()));

  @BeforeAll
  static void start() throws Exception {
    workers = PageWorkers.start(HostileWorkers.settings(Map.of("slots", "1", "heap", "768MB")));
  }

  @AfterAll
  static void stop() {
    workers.close();
  }

  @Test
  void readsAPageAndMakesItsPictures() throws Exception {
    byte[] form = form();

    assertThat(open(form)).isEqualTo(new FileOutcome.Opened("image/png", 1));
    try (PageWork work = read(form, Set.of("thumb", "screen", "full"))) {
      assertThat(work.outcome())
          .isInstanceOfSatisfying(
              PageOutcome.Read.class,
              read -> {
                assertThat(read.width()).isEqualTo(1240);
                assertThat(read.height()).isEqualTo(1754);
                assertThat(read.text().engine()).contains("tesseract");
                assertThat(read.derivatives())
                    .extracting(Derivative::kind)
                    .containsExactlyInAnyOrder("thumb", "screen", "full")
                    .hasSize(3);
                for (Derivative derivative : read.derivatives()) {
                  assertThat(work.file(derivative)).isNotEmptyFile();
                }
              });
    }
    assertThat(workers.status().engine()).contains("tesseract");
  }

  @Test
  void refusesWhatIsNoImage() throws Exception {
    byte[] noise = new byte[100_000];
    new Random(7).nextBytes(noise);

    for (byte[] file : new byte[][] {{}, {1}, noise, "%PDF-1.7".getBytes(StandardCharsets.UTF_8)}) {
      assertThat(open(file)).isNotInstanceOf(FileOutcome.Opened.class);
    }
  }

  @Test
  void survivesAnImageThatIsCutOff() throws Exception {
    byte[] form = form();

    assertSurvives(Arrays.copyOf(form, form.length / 2));
    assertSurvives(Arrays.copyOf(form, 40));
  }

  @Test
  void survivesAnImageThatIsFarLargerThanItsFile() throws Exception {
    byte[] bomb = bomb(60_000, 60_000);
    assertThat(bomb).hasSizeLessThan(1_000_000);

    assertSurvives(bomb);
  }

  @Test
  void survivesADirectoryOfPagesThatLeadsBackToItself() throws Exception {
    byte[] loop = {
      'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 8, 0, 0, 0
    };

    assertSurvives(loop);
  }

  @Test
  void survivesPdfsWhosePartsAreFarLargerThanTheirFiles() throws Exception {
    byte[] endless = deflated(1 << 30);
    String page =
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]/Contents 4 0 R"
            + "/Resources<</XObject<</I 5 0 R>>>>>>";
    byte[] paints = PdfBytes.stream("", "72 0 0 72 0 0 cm /I Do".getBytes(StandardCharsets.UTF_8));
    byte[] image =
        PdfBytes.stream(
            "/Type/XObject/Subtype/Image/Width 12000/Height 12000/BitsPerComponent 8"
                + "/ColorSpace/DeviceRGB/Filter/FlateDecode",
            endless);

    for (byte[] contents : new byte[][] {PdfBytes.stream("/Filter/FlateDecode", endless), paints}) {
      byte[] bomb =
          PdfBytes.ofBytes(
              List.of(
                  bytes("<</Type/Catalog/Pages 2 0 R>>"),
                  bytes("<</Type/Pages/Count 1/Kids[3 0 R]>>"),
                  bytes(page),
                  contents,
                  image));
      assertThat(bomb).hasSizeLessThan(4_000_000);
      assertSurvives(bomb);
    }
  }

  private static byte[] deflated(int length) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
      byte[] piece =
          "                                ".repeat(1 << 11).getBytes(StandardCharsets.UTF_8);
      for (int written = 0; written < length; written += piece.length) {
        deflater.write(piece);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void assertSurvives(byte[] file) throws Exception {
    boolean opened = false;
    try {
      opened = open(file) instanceof FileOutcome.Opened;
      if (opened) {
        try (PageWork work = read(file, Set.of("thumb"))) {
          assertThat(work.outcome()).isNotNull();
        }
      }
    } catch (WorkerFault fault) {
      assertThat(fault.code()).startsWith("worker-");
    }
    assertThat(open(form())).isInstanceOf(FileOutcome.Opened.class);
  }

  private static FileOutcome open(byte[] file) throws Exception {
    return workers.open(() -> new ByteArrayInputStream(file), Lane.HISTORY);
  }

  private static PageWork read(byte[] file, Set<String> derivatives) throws Exception {
    return workers.read(
        () -> new ByteArrayInputStream(file), 1, derivatives, -1, true, Lane.HISTORY);
  }

  /** A ruled A4 page of 150 dpi. */
  private static byte[] form() throws IOException {
    BufferedImage image = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D page = image.createGraphics();
    page.setColor(Color.WHITE);
    page.fillRect(0, 0, image.getWidth(), image.getHeight());
    page.setColor(Color.BLACK);
    for (int row = 0; row <= 10; row++) {
      page.fillRect(100, 200 + row * 100, 1041, 3);
    }
    for (int column = 0; column <= 4; column++) {
      page.fillRect(100 + column * 260, 200, 3, 1001);
    }
    page.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  /** A black-and-white PNG of so many pixels, all of them alike (RFC 2083). */
  private static byte[] bomb(int width, int height) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {1, 0, 0, 0, 0});
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(pixels)) {
      byte[] row = new byte[1 + (width + 7) / 8];
      for (int y = 0; y < height; y++) {
        deflater.write(row);
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    chunk(png, "IHDR", header.toByteArray());
    chunk(png, "IDAT", pixels.toByteArray());
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] content)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(content);
    DataOutputStream out = new DataOutputStream(png);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) check.getValue());
  }
}
