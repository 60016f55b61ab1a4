package io.huodang.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.recognition.TiffBytes.Tags;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One drawing in every form that scanners, cameras and programs give it. */
class PictureFormatsTest {
  private static final int W = SamplePicture.WIDTH;
  private static final int H = SamplePicture.HEIGHT;

  @TempDir Path directory;

  private final PageFiles files = new PageFiles();

  @AfterEach
  void close() {
    files.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"None", "PackBits", "LZW", "Deflate", "JPEG"})
  void colourTiffOfEachCompression(String compression) throws IOException {
    Picture page = shown(tiff(compression, BufferedImage.TYPE_3BYTE_BGR));

    assertThat(page.image().getType()).isEqualTo(BufferedImage.TYPE_3BYTE_BGR);
    assertThat(page.asDelivered()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CCITT RLE", "CCITT T.4", "CCITT T.6", "LZW"})
  void blackAndWhiteTiffOfEachCompression(String compression) throws IOException {
    assertThat(shown(tiff(compression, BufferedImage.TYPE_BYTE_BINARY)).bilevel()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "g3-2d-lsb2msb.tif, image/tiff, 150",
    "tiled-jpeg.tif, image/tiff, 150",
    "big-deflate.tif, image/tiff, 150",
    "planar-lzw.tif, image/tiff, 150",
    "ycck.jpg, image/jpeg, 18",
    "colour.jp2, image/jp2, 18",
    "grey.jp2, image/jp2, 18",
    "lossy.webp, image/webp, 18",
    "lossless-alpha.webp, image/webp, 18"
  })
  void whatOtherProgramsWrite(String name, String mediaType, int dpi) throws IOException {
    Path file = directory.resolve(name);
    try (InputStream in = getClass().getResourceAsStream("formats/" + name)) {
      Files.copy(Objects.requireNonNull(in), file);
    }

    assertThat(files.open(file)).isEqualTo(new FileOutcome.Opened(mediaType, 1));
    assertThat(shown(file).dpi()).isEqualTo(dpi);
  }

  @ParameterizedTest
  @CsvSource({"1,0", "2,0", "3,180", "4,180", "5,270", "6,90", "7,90", "8,270"})
  void everyOrientationOfTiffAndExif(int orientation, int rotation) throws IOException {
    BufferedImage stored = turnedAway(orientation);
    Tags tags = Tags.page(stored.getWidth(), stored.getHeight(), 8, 3).put(274, orientation);
    byte[] tiff = TiffBytes.of(ByteOrder.BIG_ENDIAN).page(tags, rgb(stored)).bytes();

    Picture scan = shown(write("turned.tif", tiff));
    Picture photo = shown(write("turned.jpg", withExif(jpeg(stored, false), orientation)));

    assertThat(scan.rotation()).isEqualTo(rotation);
    assertThat(photo.rotation()).isEqualTo(rotation);
    assertThat(photo.asDelivered()).isEqualTo(orientation == 1);
  }

  @ParameterizedTest
  @CsvSource({"1,0", "1,1", "8,0", "8,1"})
  void greyWhoseZeroIsWhiteOrBlack(int bits, int photometric) throws IOException {
    int type = bits == 1 ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_GRAY;
    byte[] pixels = bytes(SamplePicture.drawn(type)).clone();
    if (photometric == 0) {
      invert(pixels);
    }
    Tags tags = Tags.page(W, H, bits, 1).put(262, photometric);

    shownGrey(write("grey.tif", TiffBytes.of(ByteOrder.LITTLE_ENDIAN).page(tags, pixels).bytes()));
  }

  @Test
  void bitsThatAreFilledFromTheRight() throws IOException {
    byte[] pixels = bytes(SamplePicture.drawn(BufferedImage.TYPE_BYTE_BINARY)).clone();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (Integer.reverse(pixels[i]) >>> 24);
    }
    Tags tags = Tags.page(W, H, 1, 1).put(266, 2);

    shownGrey(write("lsb.tif", TiffBytes.of(ByteOrder.LITTLE_ENDIAN).page(tags, pixels).bytes()));
  }

  @Test
  void sixteenBitsAColour() throws IOException {
    byte[] grey = doubled(bytes(SamplePicture.drawn(BufferedImage.TYPE_BYTE_GRAY)));
    byte[] colours = doubled(rgb(SamplePicture.drawn(BufferedImage.TYPE_3BYTE_BGR)));
    TiffBytes both =
        TiffBytes.of(ByteOrder.LITTLE_ENDIAN)
            .page(Tags.page(W, H, 16, 1), grey)
            .page(Tags.page(W, H, 16, 3), colours);
    Path file = write("deep.tif", both.bytes());

    assertThat(files.open(file)).isEqualTo(new FileOutcome.Opened("image/tiff", 2));
    shownGrey(file);
    assertThat(SamplePicture.distance(files.decode(file, 2))).isLessThan(2);
  }

  @Test
  void jpegInTiffOfTheOldStyle() throws IOException {
    byte[] jpeg = jpeg(SamplePicture.drawn(BufferedImage.TYPE_3BYTE_BGR), false);
    TiffBytes tiff = TiffBytes.of(ByteOrder.LITTLE_ENDIAN);
    int place = tiff.append(jpeg);
    Tags tags = Tags.page(W, H, 8, 3).put(259, 6).put(262, 6);
    tags.put(273, place).put(279, jpeg.length).put(513, place).put(514, jpeg.length);

    shown(write("old.tif", tiff.page(tags, new byte[0]).bytes()));
  }

  @Test
  void resolutionInInchesAndCentimetres() throws IOException {
    byte[] pixels = bytes(SamplePicture.drawn(BufferedImage.TYPE_BYTE_GRAY));
    Tags inches = Tags.page(W, H, 8, 1).ratio(282, 240).ratio(283, 240).put(296, 2);
    Tags centimetres = Tags.page(W, H, 8, 1).ratio(282, 118.11).ratio(283, 118.11).put(296, 3);
    Path file =
        write(
            "resolutions.tif",
            TiffBytes.of(ByteOrder.BIG_ENDIAN)
                .page(inches, pixels)
                .page(centimetres, pixels)
                .bytes());

    assertThat(files.decode(file, 1).dpi()).isEqualTo(240);
    assertThat(files.decode(file, 2).dpi()).isEqualTo(300);
  }

  @Test
  void faxOfHalfTheRowsIsStretched() throws IOException {
    BufferedImage grey = SamplePicture.drawn(BufferedImage.TYPE_BYTE_GRAY);
    byte[] all = bytes(grey);
    byte[] half = new byte[W * (H / 2)];
    for (int y = 0; y < H / 2; y++) {
      System.arraycopy(all, 2 * y * W, half, y * W, W);
    }
    Tags fax = Tags.page(W, H / 2, 8, 1).ratio(282, 204).ratio(283, 102).put(296, 2);

    Picture page =
        shownGrey(write("fax.tif", TiffBytes.of(ByteOrder.BIG_ENDIAN).page(fax, half).bytes()));

    assertThat(page.width()).isEqualTo(W);
    assertThat(page.height()).isEqualTo(H);
    assertThat(page.dpi()).isEqualTo(204);
  }

  @Test
  void resolutionThatCannotBeIsGuessedFromAnA4Side() throws IOException {
    Path plain = directory.resolve("a4.png");
    ImageIO.write(
        new BufferedImage(1654, 2339, BufferedImage.TYPE_BYTE_GRAY), "png", plain.toFile());

    assertThat(files.decode(plain, 1).dpi()).isEqualTo(200);
  }

  @Test
  void jpegGreyProgressiveAndOfFourInks() throws IOException {
    BufferedImage colour = SamplePicture.drawn(BufferedImage.TYPE_3BYTE_BGR);

    shownGrey(write("grey.jpg", jpeg(SamplePicture.drawn(BufferedImage.TYPE_BYTE_GRAY), false)));
    assertThat(shown(write("progressive.jpg", jpeg(colour, true))).asDelivered()).isTrue();
    shown(write("inks.jpg", fourInks(colour, false)));
    shown(write("inks-adobe.jpg", fourInks(colour, true)));
  }

  @Test
  void pngWithPaletteAndTransparencyLiesOnWhite() throws IOException {
    BufferedImage clear = new BufferedImage(W, H, BufferedImage.TYPE_INT_ARGB);
    BufferedImage drawn = SamplePicture.drawn(BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < W * H; i++) {
      int colour = drawn.getRGB(i % W, i / W);
      clear.setRGB(i % W, i / W, colour == -1 ? 0 : colour);
    }
    Path alpha = directory.resolve("alpha.png");
    ImageIO.write(clear, "png", alpha.toFile());
    Path palette = directory.resolve("palette.png");
    ImageIO.write(SamplePicture.drawn(BufferedImage.TYPE_BYTE_INDEXED), "png", palette.toFile());

    shown(alpha);
    shown(palette);
  }

  @Test
  void bitmaps() throws IOException {
    Path colour = directory.resolve("colour.bmp");
    ImageIO.write(SamplePicture.drawn(BufferedImage.TYPE_3BYTE_BGR), "bmp", colour.toFile());
    Path mono = directory.resolve("mono.bmp");
    ImageIO.write(SamplePicture.drawn(BufferedImage.TYPE_BYTE_BINARY), "bmp", mono.toFile());

    assertThat(files.open(colour)).isEqualTo(new FileOutcome.Opened("image/bmp", 1));
    shown(colour);
    assertThat(shownGrey(mono).bilevel()).isTrue();
  }

  @Test
  void smallCopiesInATiffAreNoPages() throws IOException {
    byte[] pixels = bytes(SamplePicture.drawn(BufferedImage.TYPE_BYTE_GRAY));
    TiffBytes tiff = TiffBytes.of(ByteOrder.LITTLE_ENDIAN);
    tiff.page(Tags.page(30, 42, 8, 1).put(254, 1), new byte[30 * 42]);
    tiff.page(Tags.page(W, H, 8, 1).put(254, 2), pixels);
    Path file = write("preview.tif", tiff.bytes());

    assertThat(files.open(file)).isEqualTo(new FileOutcome.Opened("image/tiff", 1));
    assertThat(files.decode(file, 1).width()).isEqualTo(W);
  }

  private Picture shown(Path file) {
    Picture page = files.decode(file, 1);
    double limit = page.bilevel() || page.image().getType() == BufferedImage.TYPE_BYTE_GRAY ? 8 : 4;
    assertThat(SamplePicture.distance(page)).isLessThan(limit);
    return page;
  }

  private Picture shownGrey(Path file) {
    Picture page = shown(file);
    assertThat(page.image().getColorModel().getNumColorComponents())
        .isEqualTo(page.bilevel() ? 3 : 1);
    return page;
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(directory.resolve(name), bytes);
  }

  private Path tiff(String compression, int type) throws IOException {
    Path file = directory.resolve("written.tif");
    ImageWriter writer = null;
    for (var all = ImageIO.getImageWritersByFormatName("tiff"); all.hasNext(); ) {
      ImageWriter next = all.next();
      writer = next.getClass().getName().startsWith("com.twelvemonkeys") ? next : writer;
    }
    Objects.requireNonNull(writer);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionType(compression);
      writer.write(null, new IIOImage(SamplePicture.drawn(type), null, null), parameters);
    } finally {
      writer.dispose();
    }
    return file;
  }

  private static byte[] jpeg(BufferedImage picture, boolean progressive) throws IOException {
    return jpeg(new IIOImage(picture, null, null), progressive);
  }

  private static byte[] jpeg(IIOImage image, boolean progressive) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(0.95f);
      parameters.setProgressiveMode(
          progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
      writer.write(null, image, parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Cyan, magenta, yellow, no black; Adobe's programs write them inverted and say so. */
  private static byte[] fourInks(BufferedImage picture, boolean adobe) throws IOException {
    byte[] inks = new byte[W * H * 4];
    byte[] colours = rgb(picture);
    for (int i = 0; i < W * H; i++) {
      for (int ink = 0; ink < 3; ink++) {
        inks[4 * i + ink] = (byte) (255 - (colours[3 * i + ink] & 0xFF));
      }
    }
    if (adobe) {
      invert(inks);
    }
    Raster raster =
        Raster.createInterleavedRaster(
            new java.awt.image.DataBufferByte(inks, inks.length),
            W,
            H,
            4 * W,
            4,
            new int[] {0, 1, 2, 3},
            null);
    byte[] jpeg = jpeg(new IIOImage(raster, null, null), false);
    byte[] marker = {
      (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };
    return adobe ? inserted(jpeg, marker) : jpeg;
  }

  private static byte[] withExif(byte[] jpeg, int orientation) {
    ByteBuffer exif =
        ByteBuffer.allocate(36).put((byte) 0xFF).put((byte) 0xE1).putShort((short) 34);
    exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 1);
    exif.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation);
    return inserted(jpeg, exif.array());
  }

  /** Behind the two bytes with which every JPEG begins. */
  private static byte[] inserted(byte[] jpeg, byte[] segment) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.writeBytes(segment);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /** As it is stored when the tag says that it must be turned back. */
  private static BufferedImage turnedAway(int orientation) {
    BufferedImage upright = SamplePicture.drawn(BufferedImage.TYPE_3BYTE_BGR);
    boolean lies = orientation >= 5;
    BufferedImage stored = new BufferedImage(lies ? H : W, lies ? W : H, upright.getType());
    for (int row = 0; row < stored.getHeight(); row++) {
      for (int column = 0; column < stored.getWidth(); column++) {
        // Where row and column begin, as TIFF 6.0 words it for each value.
        int x =
            switch (orientation) {
              case 1, 4 -> column;
              case 2, 3 -> W - 1 - column;
              case 5, 8 -> row;
              default -> W - 1 - row;
            };
        int y =
            switch (orientation) {
              case 1, 2 -> row;
              case 3, 4 -> H - 1 - row;
              case 5, 6 -> column;
              default -> H - 1 - column;
            };
        stored.setRGB(column, row, upright.getRGB(x, y));
      }
    }
    return stored;
  }

  private static byte[] rgb(BufferedImage picture) {
    byte[] colours = new byte[picture.getWidth() * picture.getHeight() * 3];
    for (int i = 0; i < picture.getWidth() * picture.getHeight(); i++) {
      int colour = picture.getRGB(i % picture.getWidth(), i / picture.getWidth());
      colours[3 * i] = (byte) (colour >> 16);
      colours[3 * i + 1] = (byte) (colour >> 8);
      colours[3 * i + 2] = (byte) colour;
    }
    return colours;
  }

  private static byte[] bytes(BufferedImage picture) {
    return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
  }

  private static byte[] doubled(byte[] values) {
    byte[] twice = new byte[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      Arrays.fill(twice, 2 * i, 2 * i + 2, values[i]);
    }
    return twice;
  }

  private static void invert(byte[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) ~values[i];
    }
  }
}
