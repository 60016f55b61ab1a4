package io.huodang.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.recognition.PdfBytes.Stored;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfFileTest {
  private static final int W = SamplePicture.WIDTH;
  private static final int H = SamplePicture.HEIGHT;
  private static final float WIDE = PdfBytes.SHEET.getWidth();
  private static final float HIGH = PdfBytes.SHEET.getHeight();

  @TempDir Path directory;

  private final PageFiles files = new PageFiles();

  @AfterEach
  void close() {
    files.close();
  }

  @ParameterizedTest
  @EnumSource(Stored.class)
  void aScanIsTakenAsItIs(Stored stored) throws IOException {
    int type = stored == Stored.FAX ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_3BYTE_BGR;
    Path file =
        write(
            PdfBytes.page(
                (document, page) ->
                    page.drawImage(
                        stored.in(document, SamplePicture.drawn(type)), 0, 0, WIDE, HIGH)));

    assertThat(files.open(file)).isEqualTo(new FileOutcome.Opened("application/pdf", 1));
    Picture page = shown(file);
    assertThat(page.width()).isEqualTo(W);
    assertThat(page.height()).isEqualTo(H);
    assertThat(page.dpi()).isEqualTo(150);
    assertThat(page.rotation()).isZero();
    assertThat(page.bilevel()).isEqualTo(stored == Stored.FAX);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void aTurnedPageTurnsItsScan(int degrees) throws IOException {
    PDPage turned = new PDPage(PdfBytes.SHEET);
    turned.setRotation(degrees);
    boolean lies = degrees % 180 != 0;
    BufferedImage stored = turnedAway(degrees);
    PDRectangle sheet = lies ? new PDRectangle(HIGH, WIDE) : PdfBytes.SHEET;
    turned.setMediaBox(sheet);
    Path file =
        write(
            PdfBytes.page(
                turned,
                (document, page) ->
                    page.drawImage(
                        Stored.DEFLATED.in(document, stored),
                        0,
                        0,
                        sheet.getWidth(),
                        sheet.getHeight())));

    Picture page = shown(file);
    assertThat(page.rotation()).isEqualTo(degrees);
    assertThat(page.width()).isEqualTo(lies ? H : W);
  }

  @ParameterizedTest
  @CsvSource({"1,1,0", "-1,1,0", "1,-1,180", "-1,-1,180"})
  void aFlippedImageIsShownAsThePageShowsIt(int across, int up, int rotation) throws IOException {
    BufferedImage stored = new BufferedImage(W, H, BufferedImage.TYPE_3BYTE_BGR);
    BufferedImage drawn = SamplePicture.drawn(BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < W * H; i++) {
      int x = across > 0 ? i % W : W - 1 - i % W;
      int y = up > 0 ? i / W : H - 1 - i / W;
      stored.setRGB(x, y, drawn.getRGB(i % W, i / W));
    }
    Matrix place =
        new Matrix(across * WIDE, 0, 0, up * HIGH, across > 0 ? 0 : WIDE, up > 0 ? 0 : HIGH);

    Picture page =
        shown(
            write(
                PdfBytes.page(
                    (document, content) ->
                        content.drawImage(Stored.DEFLATED.in(document, stored), place))));

    assertThat(page.rotation()).isEqualTo(rotation);
    assertThat(page.width()).isEqualTo(W);
  }

  @ParameterizedTest
  @CsvSource({"colour.jp2,''", "grey.jp2,''", "colour.jp2,0 0 1 1 re f"})
  void jpeg2000IsTakenOrDrawn(String name, String painted) throws IOException {
    byte[] jp2;
    try (var in = getClass().getResourceAsStream("formats/" + name)) {
      jp2 = java.util.Objects.requireNonNull(in).readAllBytes();
    }
    String paint = "q 144 0 0 201.6 0 0 cm /I Do Q " + painted;
    Path file =
        write(
            PdfBytes.ofBytes(
                List.of(
                    bytes("<</Type/Catalog/Pages 2 0 R>>"),
                    bytes("<</Type/Pages/Count 1/Kids[3 0 R]>>"),
                    bytes(
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 144 201.6]/Contents 4 0 R"
                            + "/Resources<</XObject<</I 5 0 R>>>>>>"),
                    bytes("<</Length %d>>stream\n%s\nendstream".formatted(paint.length(), paint)),
                    PdfBytes.stream(
                        "/Type/XObject/Subtype/Image/Width 150/Height 210/Filter/JPXDecode",
                        jp2))));

    Picture page = files.decode(file, 1);

    assertThat(page.flag()).isNull();
    assertThat(page.width()).isEqualTo(painted.isEmpty() ? 150 : 600);
    assertThat(SamplePicture.distance(page)).isLessThan(name.startsWith("grey") ? 10 : 8);
  }

  @Test
  void jbig2IsTakenAsItIs() throws IOException {
    String paint = "144 0 0 201.6 0 0 cm /I Do";
    Path file =
        write(
            PdfBytes.ofBytes(
                List.of(
                    bytes("<</Type/Catalog/Pages 2 0 R>>"),
                    bytes("<</Type/Pages/Count 1/Kids[3 0 R]>>"),
                    bytes(
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 144 201.6]/Contents 4 0 R"
                            + "/Resources<</XObject<</I 5 0 R>>>>>>"),
                    bytes("<</Length %d>>stream\n%s\nendstream".formatted(paint.length(), paint)),
                    PdfBytes.stream(
                        "/Type/XObject/Subtype/Image/Width 300/Height 420/BitsPerComponent 1"
                            + "/ColorSpace/DeviceGray/Filter/JBIG2Decode",
                        jbig2()))));

    Picture page = shown(file);

    assertThat(page.bilevel()).isTrue();
    assertThat(page.width()).isEqualTo(W);
    assertThat(page.dpi()).isEqualTo(150);
  }

  /** A page of one generic region, which is coded as fax is (ITU-T T.88, 7.4.6 and 7.4.8). */
  private static byte[] jbig2() throws IOException {
    byte[] fax;
    try (PDDocument document = new PDDocument();
        var in =
            Stored.FAX
                .in(document, SamplePicture.drawn(BufferedImage.TYPE_BYTE_BINARY))
                .getCOSObject()
                .createRawInputStream()) {
      fax = in.readAllBytes();
    }
    java.nio.ByteBuffer segments = java.nio.ByteBuffer.allocate(11 + 19 + 11 + 18 + fax.length);
    segments.putInt(0).put(new byte[] {48, 0, 1}).putInt(19);
    segments.putInt(W).putInt(H).putInt(0).putInt(0).put((byte) 0).putShort((short) 0);
    segments.putInt(1).put(new byte[] {38, 0, 1}).putInt(18 + fax.length);
    segments.putInt(W).putInt(H).putInt(0).putInt(0).put(new byte[] {0, 1}).put(fax);
    return segments.array();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  @Test
  void invisibleTextOverAScanIsNotBelieved() throws IOException {
    Path file =
        write(
            PdfBytes.page(
                (document, page) -> {
                  page.drawImage(sample(document), 0, 0, WIDE, HIGH);
                  page.beginText();
                  page.setRenderingMode(RenderingMode.NEITHER);
                  page.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                  page.newLineAtOffset(20, 20);
                  page.showText("not what stands there");
                  page.endText();
                }));

    Picture page = shown(file);
    assertThat(page.width()).isEqualTo(W);
    // P    assertThat(page.printed()).isEmpty();
  }

  @Test
  void textBelowAScanIsHidden() throws IOException {
    Path file =
        write(
            PdfBytes.page(
                (document, page) -> {
                  page.beginText();
                  page.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                  page.newLineAtOffset(20, 20);
                  page.showText("below");
                  page.endText();
                  page.drawImage(sample(document), 0, 0, WIDE, HIGH);
                }));

    shown(file); // P    assertThat(shown(file).printed()).isEmpty();
  }

  @Test
  void whatIsPaintedOverAScanIsDrawnWithIt() throws IOException {
    Path file =
        write(
            PdfBytes.page(
                (document, page) -> {
                  page.drawImage(sample(document), 0, 0, WIDE, HIGH);
                  page.setNonStrokingColor(Color.BLUE);
                  page.addRect(WIDE - 10, HIGH - 10, 10, 10);
                  page.fill();
                }));

    Picture page = files.decode(file, 1);

    assertThat(page.dpi()).isEqualTo(300);
    assertThat(page.width()).isEqualTo(2 * W);
    assertThat(page.image().getRGB(2 * W - 5, 5)).isEqualTo(Color.BLUE.getRGB());
    assertThat(SamplePicture.distance(page)).isLessThan(4);
  }

  @Test
  void aSheetTooLargeForThreeHundredDotsIsDrawnWithFewer() throws IOException {
    Path file =
        write(PdfBytes.page(new PDPage(new PDRectangle(14_400, 14_400)), (document, page) -> {}));

    Picture page = files.decode(file, 1);

    assertThat((long) page.width() * page.height()).isLessThanOrEqualTo(41_000_000);
    assertThat(page.dpi()).isBetween(30, 33);
  }

  @Test
  void aFileWithAUserPasswordIsRefusedAndOneWithAnOwnersIsOpened() throws IOException {
    assertThat(files.open(write(locked("secret"))))
        .isInstanceOfSatisfying(
            FileOutcome.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("encrypted");
              assertThat(refused.text()).contains("password");
            });
    Path owners = write(locked(""));
    assertThat(files.open(owners)).isEqualTo(new FileOutcome.Opened("application/pdf", 1));
    shown(owners);
  }

  @Test
  void aFileThatEndsTooEarlyIsRefused() throws IOException {
    byte[] whole = locked("");

    assertThat(refusal(write(java.util.Arrays.copyOf(whole, whole.length * 2 / 3))))
        .isEqualTo("truncated");
    assertThat(
            refusal(
                write(
                    "%PDF-1.7 and nothing else %%EOF"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))))
        .isIn("damaged", "truncated");
  }

  @Test
  void everyPageIsFoundWhateverTheTreeSays() throws IOException {
    List<String> lying =
        List.of(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/MediaBox[0 0 72 72]/Kids[3 0 R 4 0 R 9 0 R]>>",
            "<</Type/Page/Parent 2 0 R>>",
            "<</Type/Pages/Parent 2 0 R/Count 99/Kids[5 0 R]>>",
            "<</Type/Page/Parent 4 0 R>>");
    Path file = write(PdfBytes.of(lying));

    assertThat(files.open(file)).isEqualTo(new FileOutcome.Opened("application/pdf", 3));
    assertThat(files.decode(file, 2).width()).isEqualTo(300);
    assertThat(refusalOf(file, 3)).isEqualTo("damaged");
  }

  @Test
  void aTreeThatLeadsBackToItselfIsRefused() throws IOException {
    assertThat(
            refusal(
                write(
                    PdfBytes.of(
                        List.of(
                            "<</Type/Catalog/Pages 2 0 R>>",
                            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                            "<</Type/Pages/Count 1/Kids[2 0 R]>>")))))
        .isEqualTo("damaged");
  }

  @Test
  void oneHundredThousandPagesAreRefused() throws IOException {
    String kids = "3 0 R ".repeat(100_000);

    assertThat(
            refusal(
                write(
                    PdfBytes.of(
                        List.of(
                            "<</Type/Catalog/Pages 2 0 R>>",
                            "<</Type/Pages/Count 100000/Kids[" + kids + "]>>",
                            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 1 1]>>")))))
        .isEqualTo("too-many-pages");
  }

  @Test
  void formsThatPaintEachOtherEndInARefusal() throws IOException {
    Path file = write(PdfBytes.of(formsOfForms(12, 10)));

    assertThat(files.open(file)).isEqualTo(new FileOutcome.Opened("application/pdf", 1));
    assertThat(refusalOf(file, 1)).isEqualTo("too-complex");
  }

  @Test
  void anImageThatClaimsTooManyPixelsIsRefused() throws IOException {
    String image =
        "<</Type/XObject/Subtype/Image/Width 64000/Height 64000/BitsPerComponent 1"
            + "/ColorSpace/DeviceGray/Length 4>>stream\nabcd\nendstream";
    Path file =
        write(
            PdfBytes.of(
                List.of(
                    "<</Type/Catalog/Pages 2 0 R>>",
                    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]/Contents 4 0 R"
                        + "/Resources<</XObject<</I 5 0 R>>>>>>",
                    "<</Length 21>>stream\n72 0 0 72 0 0 cm /I Do\nendstream",
                    image)));

    assertThat(refusalOf(file, 1)).isEqualTo("too-large");
  }

  /** So many levels, each painting the next so many times. */
  private static List<String> formsOfForms(int levels, int times) {
    List<String> objects = new java.util.ArrayList<>();
    objects.add("<</Type/Catalog/Pages 2 0 R>>");
    objects.add("<</Type/Pages/Count 1/Kids[3 0 R]>>");
    objects.add(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]/Contents 4 0 R"
            + "/Resources<</XObject<</F 5 0 R>>>>>>");
    objects.add("<</Length 5>>stream\n/F Do\nendstream");
    for (int level = 0; level < levels; level++) {
      String paints = "/F Do ".repeat(times);
      objects.add(
          "<</Type/XObject/Subtype/Form/BBox[0 0 72 72]/Resources<</XObject<</F %d 0 R>>>>"
                  .formatted(6 + level)
              + "/Length %d>>stream\n%s\nendstream".formatted(paints.length(), paints));
    }
    String last = "0 0 1 1 re f";
    objects.add(
        "<</Type/XObject/Subtype/Form/BBox[0 0 72 72]/Length %d>>stream\n%s\nendstream"
            .formatted(last.length(), last));
    return objects;
  }

  private static byte[] locked(String password) throws IOException {
    try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(plain())) {
      document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission(0)));
      return PdfBytes.bytes(document);
    }
  }

  private static byte[] plain() {
    return PdfBytes.page((document, page) -> page.drawImage(sample(document), 0, 0, WIDE, HIGH));
  }

  private static org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject sample(PDDocument document)
      throws IOException {
    return Stored.DEFLATED.in(document, SamplePicture.drawn(BufferedImage.TYPE_3BYTE_BGR));
  }

  /** So that turning it clockwise by so many degrees sets it upright. */
  private static BufferedImage turnedAway(int degrees) {
    BufferedImage upright = SamplePicture.drawn(BufferedImage.TYPE_3BYTE_BGR);
    boolean lies = degrees % 180 != 0;
    BufferedImage stored = new BufferedImage(lies ? H : W, lies ? W : H, upright.getType());
    for (int i = 0; i < W * H; i++) {
      int x = i % W;
      int y = i / W;
      int colour = upright.getRGB(x, y);
      switch (degrees) {
        case 90 -> stored.setRGB(y, W - 1 - x, colour);
        case 180 -> stored.setRGB(W - 1 - x, H - 1 - y, colour);
        case 270 -> stored.setRGB(H - 1 - y, x, colour);
        default -> stored.setRGB(x, y, colour);
      }
    }
    return stored;
  }

  private Picture shown(Path file) {
    Picture page = files.decode(file, 1);
    assertThat(SamplePicture.distance(page)).isLessThan(page.bilevel() ? 8 : 4);
    return page;
  }

  private String refusal(Path file) {
    return files.open(file) instanceof FileOutcome.Refused refused ? refused.code() : "opened";
  }

  private String refusalOf(Path file, int page) {
    try {
      files.decode(file, page);
      return "decoded";
    } catch (io.huodang.vocabulary.Refusal e) {
      return e.code();
    }
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(directory, "file", ".pdf"), bytes);
  }
}
