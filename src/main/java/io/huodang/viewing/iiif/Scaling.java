package io.huodang.viewing.iiif;

import io.huodang.vocabulary.Refusal;
import java.awt.Dimension;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large a region is asked for (Image API 3.0, 4.2). */
final class Scaling {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<up>\\^)?(?:(?<max>max)|pct:(?<percent>\\d{1,9}(?:\\.\\d{1,9})?|\\.\\d{1,9})"
              + "|!(?<mostWidth>\\d{1,9}),(?<mostHeight>\\d{1,9})"
              + "|(?<width>\\d{1,9}),(?<height>\\d{1,9})"
              + "|(?<onlyWidth>\\d{1,9}),|,(?<onlyHeight>\\d{1,9}))");

  private Scaling() {}

  /**
   * The size in pixels.
   *
   * @param region of which it is a picture
   * @throws Refusal {@code bad-image-request} when it is not of a known form, empty, larger than
   *     the region or than the {@link Limits}; {@code upscaling-unsupported} when it is larger and
   *     asked to be ({@code ^})
   */
  static Dimension of(String asked, Dimension region) {
    Matcher form = FORM.matcher(asked);
    if (!form.matches()) {
      throw new BadImageRequest(
          "A size is max, w,h or w, or ,h or !w,h or pct:n, also behind ^ where nothing is enlarged.");
    }
    boolean up = form.group("up") != null;
    Dimension size = size(form, region, up);
    if (size.width < 1 || size.height < 1) {
      throw new BadImageRequest("An image of that size has not one pixel.");
    }
    if (size.width > region.width || size.height > region.height) {
      throw up
          ? new Refusal(
              "upscaling-unsupported",
              "Nothing is enlarged here; ask for at most the %d × %d pixels of the region."
                  .formatted(region.width, region.height))
          : new BadImageRequest(
              "That is larger than the region, which has %d × %d pixels."
                  .formatted(region.width, region.height));
    }
    if (!Limits.hold(size.width, size.height)) {
      throw new BadImageRequest(
          "An image has at most %d pixels, and %d across or down; max is the largest there is."
              .formatted(Limits.AREA, Limits.SIDE));
    }
    return size;
  }

  private static Dimension size(Matcher form, Dimension region, boolean up) {
    if (form.group("max") != null) {
      double scale = Limits.scale(region.width, region.height);
      return up && scale > 1 ? scaled(region, scale) : Limits.within(region.width, region.height);
    }
    if (form.group("percent") != null) {
      return scaled(region, new BigDecimal(form.group("percent")).doubleValue() / 100);
    }
    if (form.group("mostWidth") != null) {
      return confined(region, number(form, "mostWidth"), number(form, "mostHeight"), up);
    }
    if (form.group("width") != null) {
      return new Dimension(number(form, "width"), number(form, "height"));
    }
    if (form.group("onlyWidth") != null) {
      int width = number(form, "onlyWidth");
      return new Dimension(width, rounded((double) region.height * width / region.width));
    }
    int height = number(form, "onlyHeight");
    return new Dimension(rounded((double) region.width * height / region.height), height);
  }

  /** As large as goes, in the region's proportions. */
  private static Dimension confined(Dimension region, int width, int height, boolean up) {
    if (width < 1 || height < 1) {
      return new Dimension(width, height);
    }
    double across = (double) width / region.width;
    double down = (double) height / region.height;
    double scale = Math.min(across, down);
    double most = Limits.scale(region.width, region.height);
    if (scale >= most || scale >= 1 && !up) {
      return Limits.within(region.width, region.height);
    }
    return across <= down
        ? new Dimension(width, Math.max(1, rounded(region.height * across)))
        : new Dimension(Math.max(1, rounded(region.width * down)), height);
  }

  private static Dimension scaled(Dimension region, double by) {
    return new Dimension(rounded(region.width * by), rounded(region.height * by));
  }

  private static int rounded(double length) {
    return (int) Math.min(Integer.MAX_VALUE, Math.round(length));
  }

  private static int number(Matcher form, String group) {
    return Integer.parseInt(form.group(group));
  }
}
