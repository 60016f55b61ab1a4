package io.huodang.viewing.iiif;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Locale;

/**
 * An image that is asked for: first the region, then its size, then turned, then its colours (Image
 * API 3.0, 4.6).
 *
 * @param region of the picture, pixels
 * @param size of the region before it is turned, pixels
 * @param rotation degrees clockwise: 0, 90, 180 or 270
 */
public record ImageRequest(
    Rectangle region, Dimension size, int rotation, Quality quality, Format format) {

  /** Which colours it has. */
  public enum Quality {
    /** Those of the picture. */
    DEFAULT,
    /** Those of the picture. */
    COLOR,
    GRAY,
    /** Black and white. */
    BITONAL
  }

  /** How it is written. */
  public enum Format {
    JPG("image/jpeg"),
    PNG("image/png");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    public String mediaType() {
      return mediaType;
    }
  }

  /**
   * Reads a request as it stands in an address.
   *
   * @param width of the picture, pixels
   * @param height of the picture, pixels
   * @throws io.huodang.vocabulary.Refusal {@code bad-image-request}, {@code upscaling-unsupported}
   */
  public static ImageRequest of(
      String region,
      String size,
      String rotation,
      String quality,
      String format,
      int width,
      int height) {
    Rectangle part = Region.of(region, width, height);
    return new ImageRequest(
        part,
        Scaling.of(size, part.getSize()),
        rotation(rotation),
        word(Quality.values(), quality, "A quality is default, color, gray or bitonal."),
        word(Format.values(), format, "A format is jpg or png."));
  }

  private static int rotation(String asked) {
    return switch (asked) {
      case "0", "360" -> 0;
      case "90" -> 90;
      case "180" -> 180;
      case "270" -> 270;
      default -> throw new BadImageRequest("A rotation is 0, 90, 180 or 270.");
    };
  }

  private static <T extends Enum<T>> T word(T[] known, String asked, String otherwise) {
    return Arrays.stream(known)
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(asked))
        .findFirst()
        .orElseThrow(() -> new BadImageRequest(otherwise));
  }
}
