package io.huodang.samples;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Writes scans as scanners do, with their resolution. */
public final class ScanWriter {
  private static final String JPEG = "javax_imageio_jpeg_image_1.0";
  private static final String STANDARD = "javax_imageio_1.0";
  private static final String LZW = "LZW";
  private static final double MILLIMETRES = 25.4;

  private ScanWriter() {}

  /** A colour JPEG; quality from 0 to 1. */
  public static byte[] jpeg(BufferedImage picture, int dpi, double quality) throws IOException {
    return jpeg(new Scanned(picture, Homography.none(), dpi, quality, false), false);
  }

  /**
   * A TIFF of one bit: what is darker than a mid grey is black. By LZW, as the JDK's group 4 fails
   * on dithered pictures.
   */
  public static byte[] blackAndWhite(BufferedImage picture, int dpi) throws IOException {
    return tiff(List.of(new Scanned(picture, Homography.none(), dpi, 1, true)), LZW);
  }

  /** A fax: half as many lines as dots in each. */
  static byte[] fax(Scanned scan) throws IOException {
    BufferedImage all = scan.picture();
    BufferedImage half =
        new BufferedImage(all.getWidth(), all.getHeight() / 2, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = half.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(all, 0, 0, half.getWidth(), half.getHeight(), null);
    pen.dispose();
    Scanned fax = new Scanned(half, Homography.none(), scan.dpi(), 1, true);
    return tiff(List.of(fax), "CCITT T.4", scan.dpi() / 2);
  }

  static byte[] jpeg(Scanned scan, boolean grey) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    BufferedImage picture = grey ? grey(scan.picture()) : scan.picture();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality((float) scan.quality());
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(picture), parameters);
    IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(JPEG);
    IIOMetadataNode jfif = (IIOMetadataNode) tree.getElementsByTagName("app0JFIF").item(0);
    jfif.setAttribute("resUnits", "1");
    jfif.setAttribute("Xdensity", "" + scan.dpi());
    jfif.setAttribute("Ydensity", "" + scan.dpi());
    metadata.setFromTree(JPEG, tree);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, metadata), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  static byte[] png(Scanned scan) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(grey(scan.picture()), "png", bytes);
    return bytes.toByteArray();
  }

  /** A page each, black and white by CCITT group 4, others by LZW in grey. */
  static byte[] tiff(List<Scanned> scans) throws IOException {
    return tiff(scans, "CCITT T.6");
  }

  private static byte[] tiff(List<Scanned> scans, String bitonal) throws IOException {
    return tiff(scans, bitonal, 0);
  }

  private static byte[] tiff(List<Scanned> scans, String bitonal, int linesPerInch)
      throws IOException {
    ImageWriter writer = tiffWriter();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (Scanned scan : scans) {
        BufferedImage picture = scan.bitonal() ? bitonal(scan.picture()) : grey(scan.picture());
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionType(scan.bitonal() ? bitonal : LZW);
        IIOMetadata metadata =
            writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(picture), parameters);
        metadata.mergeTree(
            STANDARD, pixelSize(scan.dpi(), linesPerInch == 0 ? scan.dpi() : linesPerInch));
        writer.writeToSequence(new IIOImage(picture, null, metadata), parameters);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The JDK's own: it writes the resolution that it is told. */
  private static ImageWriter tiffWriter() {
    var writers = ImageIO.getImageWritersByFormatName("tiff");
    while (writers.hasNext()) {
      ImageWriter writer = writers.next();
      if (writer.getClass().getName().startsWith("com.sun.")) {
        return writer;
      }
    }
    throw new IllegalStateException("The JDK has no TIFF writer");
  }

  private static IIOMetadataNode pixelSize(int dpi, int linesPerInch) {
    IIOMetadataNode root = new IIOMetadataNode(STANDARD);
    IIOMetadataNode dimension = new IIOMetadataNode("Dimension");
    dimension.appendChild(size("HorizontalPixelSize", dpi));
    dimension.appendChild(size("VerticalPixelSize", linesPerInch));
    root.appendChild(dimension);
    return root;
  }

  private static IIOMetadataNode size(String name, int perInch) {
    IIOMetadataNode size = new IIOMetadataNode(name);
    size.setAttribute("value", "" + MILLIMETRES / perInch);
    return size;
  }

  private static BufferedImage grey(BufferedImage picture) {
    return drawn(picture, BufferedImage.TYPE_BYTE_GRAY);
  }

  /** As a scanner's threshold does it: what is darker than a mid grey is black. */
  private static BufferedImage bitonal(BufferedImage picture) {
    BufferedImage black =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
    int[] row = new int[picture.getWidth()];
    for (int y = 0; y < picture.getHeight(); y++) {
      picture.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        int light =
            (30 * (row[x] >> 16 & 0xFF) + 59 * (row[x] >> 8 & 0xFF) + 11 * (row[x] & 0xFF)) / 100;
        black.getRaster().setSample(x, y, 0, light > 105 ? 1 : 0);
      }
    }
    return black;
  }

  private static BufferedImage drawn(BufferedImage picture, int type) {
    BufferedImage drawn = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
    drawn.createGraphics().drawImage(picture, 0, 0, null);
    return drawn;
  }
}
