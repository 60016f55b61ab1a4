package io.huodang.recognition.image;

import io.huodang.recognition.Area;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes blue, violet, purple and green stamps off a page, and leaves what is printed below them.
 *
 * <p>A stamp is one connected mark in one ink, larger than writing and smaller than a form. Ink on
 * ink adds up in density (the logarithm of what is left of the light), so a pixel's density is so
 * much black, the same in all colours, and so much of the stamp's ink, whose colour the page shows.
 */
public final class StampInk {
  private static final int SMALL_DOTS_PER_INCH = 75;
  private static final double SMALLEST_MILLIMETRES = 9;
  private static final double LARGEST_MILLIMETRES = 75;
  private static final double RIM_MILLIMETRES = 2;

  /** Less colourful, darker or lighter pixels are print, pencil, and the marks of highlighters. */
  private static final int LEAST_COLOUR = 45;

  private static final int DARKEST = 60;
  private static final int LIGHTEST = 236;

  /** Between yellow and red: red ink is taken off everywhere, and yellow is old paper. */
  private static final int FIRST_HUE = 80;

  private static final int LAST_HUE = 335;
  private static final int HUES = 36;
  private static final int HUE_REACH = 3;
  private static final int FEWEST_SAMPLES = 150;
  private static final double MOST_INK = 1.3;
  private static final double LEAST_INK = 0.06;

  private final Colours page;
  private final double[][] densities;
  private final int step;
  private final int width;
  private final int height;

  /** Tens of degrees of each sample, or -1 where it is not colourful. */
  private final byte[] hues;

  private StampInk(Colours page, int step) {
    this.page = page;
    this.step = step;
    this.width = Math.max(1, page.width() / step);
    this.height = Math.max(1, page.height() / step);
    this.densities = densities(page.medians(step));
    this.hues = hues(densities);
  }

  /**
   * Takes stamps off the grey picture of a page, in place.
   *
   * @return the stamps that were found
   */
  public static List<Stamp> takeOff(BufferedImage picture, Gray gray, double dotsPerInch) {
    Optional<Colours> colours = Colours.of(picture);
    if (colours.isEmpty()) {
      return List.of();
    }
    int step = Math.max(1, (int) Math.round(dotsPerInch / SMALL_DOTS_PER_INCH));
    StampInk inks = new StampInk(colours.get(), step);
    List<Stamp> stamps = inks.find(dotsPerInch / step / 25.4);
    int paper = Histogram.median(gray.histogram(4));
    stamps.forEach(stamp -> inks.takeOff(stamp, gray, paper));
    return stamps;
  }

  /** By channel and value: the logarithm of how much darker than paper it is. */
  private static double[][] densities(int[] paper) {
    double[][] densities = new double[3][256];
    for (int channel = 0; channel < 3; channel++) {
      for (int value = 0; value < 256; value++) {
        double light = (value + 1.0) / (Math.max(1, paper[channel]) + 1.0);
        densities[channel][value] = Math.max(0, -Math.log(light));
      }
    }
    return densities;
  }

  private byte[] hues(double[][] densities) {
    int[][] light = new int[3][256];
    for (int channel = 0; channel < 3; channel++) {
      for (int value = 0; value < 256; value++) {
        light[channel][value] = (int) Math.round(255 * Math.exp(-densities[channel][value]));
      }
    }
    byte[] hues = new byte[width * height];
    for (int y = 0, o = 0; y < height; y++) {
      for (int x = 0; x < width; x++, o++) {
        int i = page.at(x * step + step / 2, y * step + step / 2);
        hues[o] =
            (byte)
                hue(
                    light[2][page.bgr()[i + 2] & 0xFF],
                    light[1][page.bgr()[i + 1] & 0xFF],
                    light[0][page.bgr()[i] & 0xFF]);
      }
    }
    return hues;
  }

  private static int hue(int red, int green, int blue) {
    int most = Math.max(red, Math.max(green, blue));
    int colour = most - Math.min(red, Math.min(green, blue));
    if (colour < LEAST_COLOUR || most < DARKEST || most > LIGHTEST) {
      return -1;
    }
    int degrees =
        most == red
            ? 60 * (green - blue) / colour
            : most == green ? 120 + 60 * (blue - red) / colour : 240 + 60 * (red - green) / colour;
    int hue = Math.floorMod(degrees, 360);
    return hue < FIRST_HUE || hue > LAST_HUE ? -1 : hue / 10;
  }

  private List<Stamp> find(double dotsPerMillimetre) {
    int[] counts = new int[HUES];
    for (byte hue : hues) {
      if (hue >= 0) {
        counts[hue]++;
      }
    }
    List<Stamp> stamps = new ArrayList<>();
    for (int peak = peak(counts); counts[peak] > 0; peak = peak(counts)) {
      int from = Math.max(0, peak - HUE_REACH);
      int to = Math.min(HUES, peak + HUE_REACH + 1);
      stamps.addAll(marks(from, to, dotsPerMillimetre));
      java.util.Arrays.fill(counts, from, to, 0);
    }
    return stamps;
  }

  private static int peak(int[] counts) {
    int peak = 0;
    for (int hue = 1; hue < HUES; hue++) {
      peak = counts[hue] > counts[peak] ? hue : peak;
    }
    return peak;
  }

  /** Marks of some hues that have the size of a stamp. */
  private List<Stamp> marks(int fromHue, int toHue, double dotsPerMillimetre) {
    Gray mask = Turn.white(width, height);
    int samples = 0;
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        byte hue = hues[y * width + x];
        if (hue >= fromHue && hue < toHue) {
          samples++;
          // Thickened, so that the pressure of a hand tears no gaps.
          for (int dy = -1; dy <= 1; dy++) {
            java.util.Arrays.fill(
                mask.pixels(), (y + dy) * width + x - 1, (y + dy) * width + x + 2, (byte) 0);
          }
        }
      }
    }
    if (samples < FEWEST_SAMPLES) {
      return List.of();
    }
    Components marks = Components.of(mask, 127);
    List<Stamp> stamps = new ArrayList<>();
    double least = SMALLEST_MILLIMETRES * dotsPerMillimetre;
    double most = LARGEST_MILLIMETRES * dotsPerMillimetre;
    int rim = (int) Math.round(RIM_MILLIMETRES * dotsPerMillimetre);
    for (int mark = 0; mark < marks.count(); mark++) {
      Area area = marks.area(mark);
      if (Math.min(area.width(), area.height()) >= least
          && Math.max(area.width(), area.height()) <= most) {
        stamps.add(stamp(area.grown(rim, width, height), fromHue, toHue));
      }
    }
    return stamps;
  }

  private Stamp stamp(Area small, int fromHue, int toHue) {
    int[][] counts = new int[3][256];
    for (int y = small.top(); y < small.bottom(); y++) {
      for (int x = small.left(); x < small.right(); x++) {
        byte hue = hues[y * width + x];
        if (hue >= fromHue && hue < toHue) {
          int i = page.at(x * step + step / 2, y * step + step / 2);
          for (int channel = 0; channel < 3; channel++) {
            double density = densities[channel][page.bgr()[i + channel] & 0xFF];
            counts[channel][(int) (255 * Math.exp(-density))]++;
          }
        }
      }
    }
    int colour = 0;
    for (int channel = 2; channel >= 0; channel--) {
      colour = colour << 8 | Histogram.median(counts[channel]);
    }
    Area area =
        new Area(
            small.left() * step,
            small.top() * step,
            Math.min(page.width(), small.right() * step),
            Math.min(page.height(), small.bottom() * step));
    return new Stamp(area, colour);
  }

  private void takeOff(Stamp stamp, Gray gray, int paper) {
    double[] ink = {density(stamp.blue()), density(stamp.green()), density(stamp.red())};
    double inkMean = (ink[0] + ink[1] + ink[2]) / 3;
    double square = 0;
    for (double density : ink) {
      square += (density - inkMean) * (density - inkMean);
    }
    byte[] bgr = page.bgr();
    Area area = stamp.area();
    for (int y = area.top(); y < area.bottom(); y++) {
      int o = y * gray.width() + area.left();
      int i = page.at(area.left(), y);
      for (int end = o + area.width(); o < end; o++, i += 3) {
        double blue = densities[0][bgr[i] & 0xFF];
        double green = densities[1][bgr[i + 1] & 0xFF];
        double red = densities[2][bgr[i + 2] & 0xFF];
        double along =
            blue * (ink[0] - inkMean) + green * (ink[1] - inkMean) + red * (ink[2] - inkMean);
        double share = Math.min(MOST_INK, along / square);
        if (share > LEAST_INK) {
          double black = Math.max(0, (blue + green + red) / 3 - share * inkMean);
          int value = (int) (paper * Math.exp(-black));
          gray.pixels()[o] = (byte) Math.max(gray.pixels()[o] & 0xFF, value);
        }
      }
    }
  }

  private static double density(int light) {
    return -Math.log((light + 1) / 256.0);
  }
}
