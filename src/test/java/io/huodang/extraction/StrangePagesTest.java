package io.huodang.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import io.huodang.recognition.InventedForm;
import io.huodang.recognition.TrainedData;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that are no forms: each is kept with what can be said of it, and nothing is made up. */
class StrangePagesTest {
  private static FormReader reader;

  @TempDir Path directory;

  @BeforeAll
  static void loadEngine() {
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font (fonts-noto-cjk) to draw with");
    reader = FormReader.load(TrainedData.find(), Path.of("ingest/document-types"));
  }

  @AfterAll
  static void closeEngine() {
    if (reader != null) {
      reader.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x000000, 0xFFFFFF, 0x9A9A9A, 0xC8B898})
  void aPageOfOneColourIsBlank(int colour) throws IOException {
    PageOutcome.Read page = read(sheet(new Color(colour), _ -> {}));

    assertThat(page.blank()).isTrue();
    assertThat(page.fields()).isEmpty();
  }

  @Test
  void tenPixelsSquaredAreBlank() throws IOException {
    PageOutcome.Read page = read(new BufferedImage(10, 10, BufferedImage.TYPE_3BYTE_BGR));

    assertThat(page.blank()).isTrue();
  }

  @Test
  void aPageOfSealsAloneIsBlank() throws IOException {
    PageOutcome.Read page =
        read(
            sheet(
                Color.WHITE,
                pen -> {
                  pen.setColor(new Color(214, 48, 60));
                  pen.setStroke(new BasicStroke(14));
                  for (int i = 0; i < 3; i++) {
                    pen.drawOval(300 + i * 250, 400 + i * 420, 400, 400);
                    write(pen, "长河市社会保险", 52, 340 + i * 250, 560 + i * 420);
                  }
                }));

    assertThat(page.blank()).isTrue();
  }

  @Test
  void noiseTellsNobodysKeys() throws IOException {
    Random random = new Random(7);
    BufferedImage noise = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
    byte[] pixels = new byte[1240 * 1754];
    random.nextBytes(pixels);
    noise.getRaster().setDataElements(0, 0, 1240, 1754, pixels);

    assertNobodysKeys(read(noise));
  }

  @Test
  void aPhotographTellsNobodysKeys() throws IOException {
    BufferedImage photograph = new BufferedImage(1600, 1200, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < 1200; y++) {
      for (int x = 0; x < 1600; x++) {
        double hill = 600 + 200 * Math.sin(x / 190.0) + 60 * Math.sin(x / 31.0);
        int shade = (int) (40 * Math.sin(x / 7.0) * Math.sin(y / 9.0));
        photograph.setRGB(
            x,
            y,
            y < hill
                ? new Color(120 + y / 10, 160 + y / 12, 230).getRGB()
                : new Color(60 + shade, 110 + shade, 50 + shade / 2).getRGB());
      }
    }

    assertNobodysKeys(read(photograph));
  }

  @Test
  void latinIsReadAndTellsNobodysKeys() throws IOException {
    PageOutcome.Read page =
        read(
            sheet(
                Color.WHITE,
                pen -> {
                  write(pen, "Certificate of Social Insurance", 60, 250, 300);
                  write(pen, "This is to certify that the insured has paid", 46, 200, 460);
                  write(pen, "contributions from January 1998 to May 2004.", 46, 200, 540);
                }));

    assertThat(page.text().text()).contains("Certificate of", "January 1998");
    assertNobodysKeys(page);
  }

  @Test
  void arabicTellsNobodysKeys() throws IOException {
    assertNobodysKeys(
        read(
            sheet(
                Color.WHITE,
                pen -> {
                  write(pen, "شهادة التأمينات الاجتماعية", 60, 500, 300);
                  write(pen, "نشهد بأن المؤمن عليه قد دفع الاشتراكات", 46, 300, 460);
                })));
  }

  @Test
  void textFromTopToBottomIsReadColumnByColumn() throws IOException {
    String[] columns = {"职工养老保险待遇核定通知", "经审核该同志符合国家规定的退休条件", "同意自本月起按月发给基本养老金"};

    PageOutcome.Read page =
        read(
            sheet(
                Color.WHITE,
                pen -> {
                  for (int i = 0; i < columns.length; i++) {
                    for (int j = 0; j < columns[i].length(); j++) {
                      write(pen, columns[i].substring(j, j + 1), 50, 900 - i * 110, 250 + j * 62);
                    }
                  }
                }));

    assertThat(page.text().text()).contains("符合国家规定的退休条件");
    assertNobodysKeys(page);
  }

  @Test
  void aNumberOfARegionThatIsNoMoreIsRight() throws IOException {
    // 370205 was a district of Qingdao until 2012.
    FieldReading id = idOn("370205196503124229");

    assertThat(id.value()).isEqualTo("370205196503124229");
    assertThat(id.confidence()).isGreaterThan(0.98);
  }

  @Test
  void aNumberWithADateThatIsNoneIsKeptAsReadAndDoubtful() throws IOException {
    FieldReading id = idOn("371881196513424225");

    assertThat(id.value()).isEqualTo("371881196513424225");
    assertThat(id.confidence()).isLessThan(0.6);
  }

  @Test
  void theBarcodeOfACoverStatesItsFileNumber() throws Exception {
    BitMatrix bars =
        new Code128Writer().encode("3718-2014-YL-0042", BarcodeFormat.CODE_128, 500, 90);

    PageOutcome.Read page =
        read(
            sheet(
                Color.WHITE,
                pen -> {
                  write(pen, "案卷封面", 70, 480, 300);
                  write(pen, "案卷题名：企业职工退休审批材料", 46, 200, 500);
                  write(pen, "保管期限：永久", 46, 200, 600);
                  write(pen, "档号：3718-2014", 46, 200, 700);
                  for (int x = 0; x < bars.getWidth(); x++) {
                    if (bars.get(x, 0)) {
                      pen.fillRect(600 + x, 100, 1, 90);
                    }
                  }
                }));

    FieldReading number = field(page, "fileNumber");
    assertThat(number.value()).isEqualTo("3718-2014-YL-0042");
    assertThat(number.source()).isEqualTo("barcode");
    assertThat(number.alternatives()).containsExactly("3718-2014");
    assertThat(number.box().x()).isBetween(600, 700);
  }

  @Test
  void whatIsWrittenByHandIsSaidSoAndLeftToAPerson() throws IOException {
    PageOutcome.Read page =
        read(
            sheet(
                Color.WHITE,
                pen -> {
                  write(pen, "姓名：王连生", 50, 200, 300);
                  write(pen, "个人编号：", 50, 200, 400);
                  String number = "8476679613";
                  for (int i = 0; i < number.length(); i++) {
                    int y = 400 + new int[] {3, -2, 0, 4, -3, 2, -4, 1, 3, -1}[i];
                    write(pen, number.substring(i, i + 1), 46 + 3 * (i % 3), 460 + i * 32, y);
                  }
                }));

    assertThat(page.fields())
        .extracting(FieldReading::name, FieldReading::source, field -> field.confidence() <= 0.5)
        .containsExactlyInAnyOrder(
            tuple("personName", "handwriting", true), tuple("insuredNumber", "handwriting", true));
  }

  private FieldReading idOn(String number) throws IOException {
    PageOutcome.Read page =
        read(
            sheet(
                Color.WHITE,
                pen -> {
                  write(pen, "姓名：王连生", 50, 200, 300);
                  write(pen, "公民身份号码：" + number, 50, 200, 400);
                }));
    return field(page, "citizenId");
  }

  private static FieldReading field(PageOutcome.Read page, String name) {
    return page.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void assertNobodysKeys(PageOutcome.Read page) {
    assertThat(page.fields())
        .extracting(FieldReading::name)
        .doesNotContain("personName", "citizenId", "insuredNumber");
    assertThat(page.people()).isEmpty();
  }

  private static BufferedImage sheet(Color paper, Consumer<Graphics2D> print) {
    BufferedImage sheet = new BufferedImage(1240, 1754, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = sheet.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(paper);
    pen.fillRect(0, 0, 1240, 1754);
    pen.setColor(Color.BLACK);
    print.accept(pen);
    pen.dispose();
    return sheet;
  }

  private static void write(Graphics2D pen, String text, int size, int x, int y) {
    String family =
        text.codePoints().anyMatch(c -> c >= 0x600 && c < 0x700)
            ? "SansSerif"
            : InventedForm.font().orElseThrow();
    pen.setFont(new Font(family, Font.PLAIN, size));
    pen.drawString(text, x, y);
  }

  private PageOutcome.Read read(BufferedImage picture) throws IOException {
    Path file = directory.resolve("page.png");
    ImageIO.write(picture, "png", file.toFile());
    return (PageOutcome.Read) reader.read(new PageRequest(file, 1, directory, Set.of(), true, -1));
  }
}
