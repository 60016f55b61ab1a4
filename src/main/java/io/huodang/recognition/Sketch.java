package io.huodang.recognition;

import io.huodang.recognition.image.Gray;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page on which one draws what was found on it, at most 2,000 pixels long. */
public final class Sketch {
  private static final double LONGEST = 2000;
  private static final int LETTERS = 17;
  private static final int LEGEND = 44;
  private static final float QUALITY = 0.8f;

  private final BufferedImage paper;
  private final AffineTransform place;
  private final Graphics2D pen;

  private Sketch(Picture picture, int rotation) {
    BufferedImage image = picture.image();
    double scale = Math.min(1, LONGEST / Math.max(image.getWidth(), image.getHeight()));
    BufferedImage page = new Rendering(picture, rotation).scaled(scale);
    paper = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    place = new AffineTransform();
    place.translate(page.getWidth() / 2.0, page.getHeight() / 2.0);
    place.quadrantRotate(rotation / 90);
    place.scale(scale / picture.shrink(), scale / picture.shrink());
    place.translate(-picture.width() / 2.0, -picture.height() / 2.0);
    pen = penOn(paper);
    pen.drawImage(page, 0, 0, null);
  }

  /** On a grey page; measures are its pixels. */
  static Sketch on(Gray gray) {
    BufferedImage page =
        new BufferedImage(gray.width(), gray.height(), BufferedImage.TYPE_BYTE_GRAY);
    page.getRaster().setDataElements(0, 0, gray.width(), gray.height(), gray.pixels());
    return new Sketch(new Picture(page, gray.width(), gray.height(), 300, 0, false), 0);
  }

  /**
   * On a page in its colours, turned upright; measures are those of the page as delivered.
   *
   * @param rotation degrees clockwise: 0, 90, 180, 270
   */
  public static Sketch upright(Picture picture, int rotation) {
    return new Sketch(picture, rotation);
  }

  /**
   * Outlines a box.
   *
   * @param colour 24 bits: red, green, blue
   * @param width of the line, pixels of the sketch
   */
  public Sketch outline(Box box, int colour, float width) {
    pen.setColor(new Color(colour));
    pen.setStroke(new BasicStroke(width));
    pen.draw(drawn(box));
    return this;
  }

  /**
   * Lays a colour over a box, so that what is below can be read.
   *
   * @param strength 0 to 1
   */
  Sketch fill(Box box, int colour, double strength) {
    pen.setComposite(AlphaComposite.SrcOver.derive((float) strength));
    pen.setColor(new Color(colour));
    pen.fill(drawn(box));
    pen.setComposite(AlphaComposite.SrcOver);
    return this;
  }

  /** Writes a word above the left end of a box, or inside where there is no room. */
  public Sketch name(String word, Box box, int colour) {
    Rectangle at = drawn(box);
    tag(word, at.x, Math.max(0, at.y - LETTERS - 3), colour);
    return this;
  }

  /** Writes a word left of a box, or over its left end where there is no room. */
  Sketch number(String word, Box box, int colour) {
    Rectangle at = drawn(box);
    int width = pen.getFontMetrics().stringWidth(word) + 6;
    tag(word, Math.max(0, at.x - width - 2), at.y, colour);
    return this;
  }

  /** Writes it as JPEG. */
  public void write(Path file) {
    write(paper, file);
  }

  /** Writes it as JPEG, with the bands of confidence below it. */
  void writeWithLegend(Path file) {
    BufferedImage both =
        new BufferedImage(
            paper.getWidth(), paper.getHeight() + LEGEND, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D below = penOn(both);
    below.drawImage(paper, 0, 0, null);
    int x = 12;
    String upTo = "100 %";
    for (Sureness band : Sureness.values()) {
      int y = paper.getHeight() + 12;
      below.setColor(new Color(band.colour()));
      below.fillRect(x, y, 28, 20);
      below.setColor(Color.BLACK);
      below.drawRect(x, y, 28, 20);
      String words = "%.0f – %s".formatted(100 * band.from(), upTo);
      below.drawString(words, x + 36, y + 16);
      x += 36 + below.getFontMetrics().stringWidth(words) + 28;
      upTo = "%.0f %%".formatted(100 * band.from());
    }
    below.dispose();
    write(both, file);
  }

  private void tag(String word, int x, int y, int colour) {
    int width = pen.getFontMetrics().stringWidth(word) + 6;
    pen.setColor(new Color(colour));
    pen.fillRect(x, y, width, LETTERS + 2);
    pen.setColor(Color.WHITE);
    pen.drawString(word, x + 3, y + LETTERS - 2);
  }

  private Rectangle drawn(Box box) {
    return place
        .createTransformedShape(new Rectangle(box.x(), box.y(), box.width(), box.height()))
        .getBounds();
  }

  private static Graphics2D penOn(BufferedImage paper) {
    Graphics2D pen = paper.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, LETTERS));
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
    return pen;
  }

  private static void write(BufferedImage paper, Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      Jpeg.write(paper, out, QUALITY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
