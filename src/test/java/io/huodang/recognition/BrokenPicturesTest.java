package io.huodang.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.huodang.vocabulary.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that are no pictures, or hurt who opens them. */
class BrokenPicturesTest {
  @TempDir Path directory;

  private final PageFiles files = new PageFiles();

  @AfterEach
  void close() {
    files.close();
  }

  @Test
  void countsThePagesOfAFaxTiff() throws IOException {
    Path file = faxTiff(3);

    assertThat(files.open(file)).isEqualTo(new FileOutcome.Opened("image/tiff", 3));
    assertThat(files.decode(file, 3).bilevel()).isTrue();
    assertThat(files.decode(file, 3).width()).isEqualTo(640);
  }

  @Test
  void knowsAFileByItsContentNotItsName() throws IOException {
    Path file = directory.resolve("scan.tif");
    ImageIO.write(picture(300, 200), "png", file.toFile());

    assertThat(files.open(file)).isEqualTo(new FileOutcome.Opened("image/png", 1));
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    assertThat(refusal(write("empty.jpg", new byte[0]))).isEqualTo("empty-file");
  }

  @Test
  void textThatIsNamedAsAPictureHasNoPages() throws IOException {
    byte[] text = "这不是图像\n".repeat(50).getBytes(StandardCharsets.UTF_8);

    assertThat(files.open(write("letter.tif", text)))
        .isEqualTo(new FileOutcome.WithoutPages("text/plain", FileKind.OTHER));
  }

  @Test
  void refusesATiffWhosePagesLeadBackToTheFirst() throws IOException {
    TiffBytes tiff = TiffBytes.of(ByteOrder.LITTLE_ENDIAN);
    for (int page = 0; page < 3; page++) {
      tiff.page(TiffBytes.Tags.page(8, 8, 8, 1), new byte[64]);
    }

    assertThat(refusal(write("loop.tif", tiff.loop()))).isEqualTo("damaged");
  }

  @Test
  void refusesATiffOfMorePagesThanAreRead() throws IOException {
    TiffBytes tiff = TiffBytes.of(ByteOrder.LITTLE_ENDIAN);
    for (int page = 0; page < 5_001; page++) {
      tiff.page(TiffBytes.Tags.page(1, 1, 8, 1), new byte[1]);
    }

    assertThat(refusal(write("many.tif", tiff.bytes()))).isEqualTo("too-many-pages");
  }

  @Test
  void refusesAJpegOfTenThousandScans() throws IOException {
    byte[] jpeg = jpeg();
    int scan = 2;
    while ((jpeg[scan + 1] & 0xFF) != 0xDA) {
      scan += 2 + ((jpeg[scan + 2] & 0xFF) << 8 | jpeg[scan + 3] & 0xFF);
    }
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    many.write(jpeg, 0, scan);
    for (int i = 0; i < 10_000; i++) {
      many.write(jpeg, scan, 16);
    }
    many.write(jpeg, scan, jpeg.length - scan);

    assertThat(refusal(write("scans.jpg", many.toByteArray()))).isEqualTo("too-complex");
  }

  @Test
  void refusesAPngWhoseHeaderClaims64000PixelsSquared() throws IOException {
    assertThat(refusal(write("bomb.png", pngHeader(64_000, 64_000)))).isEqualTo("too-large");
  }

  @Test
  void refusesATiffWhoseHeaderClaims64000PixelsSquared() throws IOException {
    assertThat(refusal(write("bomb.tif", tiffHeader(64_000, 64_000)))).isEqualTo("too-large");
  }

  @Test
  void refusesAJpegWhoseHeaderClaims64000PixelsSquared() throws IOException {
    byte[] jpeg = jpeg();
    for (int i = 0; i + 8 < jpeg.length; i++) {
      if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
        ByteBuffer.wrap(jpeg).putShort(i + 5, (short) 64_000).putShort(i + 7, (short) 64_000);
        break;
      }
    }

    assertThat(refusal(write("bomb.jpg", jpeg))).isEqualTo("too-large");
  }

  @Test
  void refusesAPageThatEndsTooEarly() throws IOException {
    byte[] jpeg = jpeg();
    Path halfJpeg = write("half.jpg", Arrays.copyOf(jpeg, jpeg.length / 2));
    byte[] tiff = Files.readAllBytes(faxTiff(1));
    Path halfTiff = write("half.tif", Arrays.copyOf(tiff, tiff.length / 2));

    assertThat(refusal(halfJpeg)).isEqualTo("truncated");
    assertThat(refusal(halfTiff)).isIn("truncated", "damaged");
  }

  @Test
  void refusesBitmapsThatEndTooEarly() throws IOException {
    ByteArrayOutputStream bmp = new ByteArrayOutputStream();
    ImageIO.write(picture(640, 480), "bmp", bmp);
    Path half = write("half.bmp", Arrays.copyOf(bmp.toByteArray(), 300_000));

    assertThat(refusal(half)).isEqualTo("truncated");
  }

  @Test
  void refusesAPageThatIsNotThere() throws IOException {
    Path file = faxTiff(2);

    Refusal refusal = catchThrowableOfType(Refusal.class, () -> files.decode(file, 3));

    assertThat(refusal.code()).isEqualTo("no-such-page");
  }

  private String refusal(Path file) {
    return switch (files.open(file)) {
      case FileOutcome.Refused refused -> refused.code();
      case FileOutcome.WithoutPages _ -> "no-pages";
      case FileOutcome.Opened _ ->
          catchThrowableOfType(Refusal.class, () -> files.decode(file, 1)).code();
    };
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(directory.resolve(name), bytes);
  }

  private static BufferedImage picture(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < width * height; i++) {
      picture.setRGB(i % width, i / width, i * 2654435 | 0xFF000000);
    }
    return picture;
  }

  private byte[] jpeg() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture(640, 480), "jpeg", out);
    return out.toByteArray();
  }

  private Path faxTiff(int pages) throws IOException {
    Path file = directory.resolve("fax-" + pages + ".tif");
    BufferedImage page = new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_BINARY);
    page.createGraphics().drawString("Huodang", 100, 100);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionType("CCITT T.6");
      writer.prepareWriteSequence(null);
      for (int i = 0; i < pages; i++) {
        writer.writeToSequence(new IIOImage(page, null, null), parameters);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return file;
  }

  private static byte[] pngHeader(int width, int height) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
    header.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
    CRC32 crc = new CRC32();
    crc.update(header.array());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    out.writeInt(13);
    out.write(header.array());
    out.writeInt((int) crc.getValue());
    return bytes.toByteArray();
  }

  private static byte[] tiffHeader(int width, int height) {
    int[][] tags = {
      {256, 4, width},
      {257, 4, height},
      {258, 3, 1},
      {259, 3, 1},
      {262, 3, 1},
      {273, 4, 100},
      {277, 3, 1},
      {278, 4, height},
      {279, 4, 10}
    };
    ByteBuffer bytes = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    bytes.putShort((short) tags.length);
    for (int[] tag : tags) {
      bytes.putShort((short) tag[0]).putShort((short) tag[1]).putInt(1).putInt(tag[2]);
    }
    return bytes.array();
  }
}
