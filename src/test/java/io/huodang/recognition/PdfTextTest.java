package io.huodang.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What PDFs that were never paper tell of their text, and how far it is believed. */
class PdfTextTest {
  @TempDir Path directory;

  private final PageReader reader = PageReader.load(TrainedData.find());

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void aFormThatWasNeverPaperTellsItsTextAndWhereItStands() throws IOException {
    Picture picture = picture(committed("born-digital.pdf"));
    ReadPage page = reader.read(picture, -1);

    assertThat(page.text().engine()).isEqualTo("text layer");
    assertThat(page.text().text().lines())
        .contains("企业职工退休审批表", "公民身份号码", "柳青禾", "11010519491231002X", "1949年12月31日")
        .contains("经审核，符合退休条件，同意自2009年12月起办理退休手续。");
    assertThat(page.confidence()).isEqualTo(1);
    assertThat(page.cells()).hasSizeGreaterThan(10);
    for (TextLine line : page.text().lines()) {
      for (Word word : line.words()) {
        assertThat(darkest(picture, word.box())).as(word.text()).isLessThan(100);
      }
    }
  }

  @Test
  void redPrintIsTextAndWhitePrintIsNot() throws IOException {
    String text = reader.read(picture(committed("mixed.pdf")), -1).text().text();

    assertThat(text)
        .startsWith("青石县社会保险局文件\n姓名：柳青禾")
        .contains("8476679613")
        .doesNotContain("110105194912310046");
  }

  @Test
  void picturesBesideTextAreRead() throws IOException {
    ReadPage page = reader.read(picture(committed("mixed.pdf")), -1);

    assertThat(page.text().text()).contains("11010519491231002X", "第二棉纺织厂");
    assertThat(page.text().engine()).startsWith("text layer, tesseract");
  }

  @Test
  void aFontThatTheFileDoesNotBringAlongIsNoHindrance() throws IOException {
    Picture picture = picture(unembedded("姓名柳青禾"));

    assertThat(told(picture)).isEqualTo("姓名柳青禾");
  }

  @Test
  void aFontWhoseCharactersMeanNothingIsNotBelieved() throws IOException {
    List<String> objects =
        List.of(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R"
                + "/Resources<</Font<</F 5 0 R>>>>>>",
            stream("BT /F 20 Tf 10 40 Td (abc) Tj ET"),
            "<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97"
                + "/LastChar 99/Widths[1 1 1]/CharProcs<</g1 6 0 R>>"
                + "/Encoding<</Type/Encoding/Differences[97/g1/g1/g1]>>>>",
            stream("1 0 d0 0 0 0.8 0.8 re f"));
    Picture picture = picture(PdfBytes.of(objects));

    assertThat(picture.printed()).isEmpty();
    assertThat(darkest(picture, new Box(60, 200, 20, 20))).isLessThan(50);
  }

  /** Text in the font that every reader of Chinese has, or should have. */
  private static byte[] unembedded(String text) {
    StringBuilder codes = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_16BE)) {
      codes.append("%02X".formatted(b));
    }
    return PdfBytes.of(
        List.of(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R"
                + "/Resources<</Font<</F 5 0 R>>>>>>",
            stream("BT /F 20 Tf 10 40 Td <" + codes + "> Tj ET"),
            "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
                + "/DescendantFonts[6 0 R]>>",
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000"
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
                + "/FontDescriptor 7 0 R>>",
            "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]"
                + "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>"));
  }

  private static String stream(String content) {
    return "<</Length %d>>stream\n%s\nendstream".formatted(content.length(), content);
  }

  private static String told(Picture picture) {
    return picture.printed().stream().map(PrintedGlyph::text).collect(Collectors.joining());
  }

  private static int darkest(Picture picture, Box box) {
    int darkest = 255;
    for (int y = box.y(); y < Math.min(picture.height(), box.y() + box.height()); y++) {
      for (int x = box.x(); x < Math.min(picture.width(), box.x() + box.width()); x++) {
        darkest = Math.min(darkest, picture.image().getRGB(x, y) >> 8 & 0xFF);
      }
    }
    return darkest;
  }

  private Picture picture(byte[] pdf) throws IOException {
    try (PageFiles files = new PageFiles()) {
      return files.decode(Files.write(directory.resolve("file.pdf"), pdf), 1);
    }
  }

  private byte[] committed(String name) throws IOException {
    try (InputStream in = getClass().getResourceAsStream("formats/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
