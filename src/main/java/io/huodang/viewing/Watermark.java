package io.huodang.viewing;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * Who prints, when and for what, as pictures: Chinese in a PDF would need a font of our own, and
 * what is drawn is not taken out by selecting it.
 */
final class Watermark {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final String SAMPLE = "社会保险档案";
  private static final String UNKNOWN = "□";
  private static final double PIXELS_PER_POINT = 1.5;
  private static final int FOOT_WIDTH = 2000;
  private static final int FOOT_HEIGHT = 48;

  private final String words;

  Watermark(Print print) {
    String purpose = print.purpose() == null ? "" : "  " + print.purpose();
    this.words = drawable(print.who() + "  " + TIME.format(print.at()) + purpose, font(1));
  }

  /** Aslant over a whole sheet, again and again, so faint that everything below can be read. */
  BufferedImage across(double widthPoints, double heightPoints) {
    int width = (int) Math.round(widthPoints * PIXELS_PER_POINT);
    int height = (int) Math.round(heightPoints * PIXELS_PER_POINT);
    BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = pen(sheet, 24);
    pen.setColor(new Color(60, 60, 60, 46));
    pen.rotate(-Math.PI / 6, width / 2.0, height / 2.0);
    int step = pen.getFontMetrics().stringWidth(words) + 90;
    int reach = width + height;
    boolean shifted = false;
    for (int y = -reach; y < reach; y += 150) {
      for (int x = -reach - (shifted ? step / 2 : 0); x < reach; x += step) {
        pen.drawString(words, x, y);
      }
      shifted = !shifted;
    }
    pen.dispose();
    return sheet;
  }

  /** One line in black on white. */
  BufferedImage foot() {
    BufferedImage line = new BufferedImage(FOOT_WIDTH, FOOT_HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = pen(line, 34);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, FOOT_WIDTH, FOOT_HEIGHT);
    pen.setColor(Color.BLACK);
    pen.drawString(shortened(pen.getFontMetrics()), 0, 36);
    pen.dispose();
    return line;
  }

  private String shortened(FontMetrics metrics) {
    String fitting = words;
    while (metrics.stringWidth(fitting) > FOOT_WIDTH) {
      int end = fitting.offsetByCodePoints(fitting.length(), -2);
      fitting = fitting.substring(0, end) + "…";
    }
    return fitting;
  }

  private static Graphics2D pen(BufferedImage image, int size) {
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setFont(font(size));
    return pen;
  }

  /** One of the machine's fonts that has Chinese, else the one that Java falls back on. */
  private static Font font(int size) {
    return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
        .filter(font -> font.canDisplayUpTo(SAMPLE) < 0)
        .min((a, b) -> Boolean.compare(isPlain(b), isPlain(a)))
        .orElseGet(() -> new Font(Font.SANS_SERIF, Font.PLAIN, 1))
        .deriveFont((float) size);
  }

  private static boolean isPlain(Font font) {
    return font.getName().contains("Sans") && font.getName().contains("SC");
  }

  /** What no font of the machine has leaves a box: account and time can always be read. */
  private static String drawable(String text, Font font) {
    StringBuilder drawn = new StringBuilder();
    text.codePoints()
        .forEach(c -> drawn.append(font.canDisplay(c) ? Character.toString(c) : UNKNOWN));
    return drawn.toString();
  }
}
