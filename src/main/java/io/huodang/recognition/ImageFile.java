package io.huodang.recognition;

import io.huodang.vocabulary.Refusal;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * A delivered file of one or more pages: TIFF, JPEG or PNG.
 *
 * <p>Nothing in the file is trusted: its size is checked before a pixel is decoded, and whatever
 * goes wrong becomes a {@link Refusal} with a countable code.
 */
public final class ImageFile {
  /** More than A0 at 300 dots an inch. */
  static final long MOST_PIXELS = 160_000_000;

  /** Above this, every second pixel of every second row is decoded (A3 at 400 dpi stays whole). */
  private static final long MOST_DECODED_PIXELS = 40_000_000;

  private static final int MOST_PAGES = 5_000;
  private static final double A4_INCHES = 11.69;

  static {
    ImageIO.setUseCache(false);
  }

  private ImageFile() {}

  /** Counts the pages and checks their measures, without decoding them. */
  public static FileOutcome open(Path file) {
    try {
      return reading(
          file,
          (format, reader) -> {
            int pages = reader.getNumImages(true);
            if (pages < 1) {
              throw damaged();
            }
            if (pages > MOST_PAGES) {
              throw new Refusal(
                  "too-many-pages",
                  "The file has " + pages + " pages; at most " + MOST_PAGES + " are read.");
            }
            for (int page = 0; page < pages; page++) {
              checkSize(reader, page);
            }
            return new FileOutcome.Opened(format.mediaType(), pages);
          });
    } catch (Refusal e) {
      return new FileOutcome.Refused(e.code(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * Decodes one page.
   *
   * @param page from 1
   * @throws Refusal {@code empty-file}, {@code unknown-format}, {@code truncated}, {@code damaged},
   *     {@code too-large}, {@code no-such-page}
   */
  public static Picture decode(Path file, int page) {
    return reading(
        file,
        (format, reader) -> {
          if (page < 1 || page > reader.getNumImages(true)) {
            throw new Refusal("no-such-page", "The file has no page " + page + ".");
          }
          checkSize(reader, page - 1);
          int width = reader.getWidth(page - 1);
          int height = reader.getHeight(page - 1);
          List<String> warnings = new ArrayList<>();
          reader.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
          BufferedImage image = reader.read(page - 1, thinned(reader, width, height));
          if (warnings.stream().anyMatch(ImageFile::saysTruncated)) {
            throw truncated();
          }
          return describe(image, width, height, reader.getImageMetadata(page - 1));
        });
  }

  private interface Use<T> {
    T with(ImageFormat format, ImageReader reader) throws IOException;
  }

  private static <T> T reading(Path file, Use<T> use) {
    try {
      if (Files.size(file) == 0) {
        throw new Refusal("empty-file", "The file is empty. Deliver it again.");
      }
      ImageFormat format =
          ImageFormat.of(file)
              .orElseThrow(
                  () ->
                      new Refusal(
                          "unknown-format", "The file is not a TIFF, JPEG or PNG picture."));
      ImageReader reader = readerOf(format);
      try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
        reader.setInput(in, false, false);
        return use.with(format, reader);
      } finally {
        reader.dispose();
      }
    } catch (Refusal e) {
      throw e;
    } catch (EOFException e) {
      throw truncated();
    } catch (IOException | RuntimeException e) {
      throw saysTruncated(String.valueOf(e.getMessage())) ? truncated() : damaged();
    }
  }

  private static ImageReader readerOf(ImageFormat format) {
    Iterator<ImageReader> readers =
        ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT));
    if (!readers.hasNext()) {
      throw new IllegalStateException("This Java reads no " + format);
    }
    return readers.next();
  }

  private static void checkSize(ImageReader reader, int page) throws IOException {
    long pixels = (long) reader.getWidth(page) * reader.getHeight(page);
    if (pixels > MOST_PIXELS) {
      throw new Refusal(
          "too-large",
          "Page %d has %d megapixels; at most %d are read. Scan it at a lower resolution."
              .formatted(page + 1, pixels / 1_000_000, MOST_PIXELS / 1_000_000));
    }
    if (pixels <= 0) {
      throw damaged();
    }
  }

  private static ImageReadParam thinned(ImageReader reader, int width, int height) {
    ImageReadParam parameters = reader.getDefaultReadParam();
    if ((long) width * height > MOST_DECODED_PIXELS) {
      parameters.setSourceSubsampling(2, 2, 0, 0);
    }
    return parameters;
  }

  private static Picture describe(
      BufferedImage image, int width, int height, IIOMetadata metadata) {
    double dotsPerInch = 0;
    int rotation = 0;
    if (metadata != null && metadata.isStandardMetadataFormatSupported()) {
      Node tree = metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
      String size = valueOf(tree, "HorizontalPixelSize");
      if (!size.isEmpty() && Double.parseDouble(size) > 0) {
        dotsPerInch = 25.4 / Double.parseDouble(size);
      }
      rotation =
          switch (valueOf(tree, "ImageOrientation")) {
            case "Rotate90" -> 270;
            case "Rotate180" -> 180;
            case "Rotate270" -> 90;
            default -> 0;
          };
    }
    boolean plausible = dotsPerInch >= 90 && dotsPerInch <= 2400;
    int dpi = (int) Math.round(plausible ? dotsPerInch : Math.max(width, height) / A4_INCHES);
    return new Picture(image, width, height, Math.max(1, dpi), rotation);
  }

  private static String valueOf(Node tree, String name) {
    NodeList nodes = ((Element) tree).getElementsByTagName(name);
    return nodes.getLength() == 0 ? "" : ((Element) nodes.item(0)).getAttribute("value");
  }

  private static boolean saysTruncated(String message) {
    String said = message.toLowerCase(Locale.ROOT);
    return said.contains("premature")
        || said.contains("truncated")
        || said.contains("unexpected end")
        || said.contains("end of file")
        || said.contains("end of stream")
        || said.contains("eof");
  }

  private static Refusal truncated() {
    return new Refusal(
        "truncated", "The picture ends too early: the file is incomplete. Deliver it again.");
  }

  private static Refusal damaged() {
    return new Refusal("damaged", "The picture cannot be decoded: the file is damaged.");
  }
}
