package io.huodang.recognition;

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
import javax.imageio.ImageIO;

/**
 * Makes pictures to look at from a decoded page: upright, but neither straightened nor cleaned, so
 * that a box of the master is found again by turning and scaling alone.
 */
public final class Rendering {
  private static final int THUMB_WIDTH = 240;
  private static final int SCREEN_HEIGHT = 2000;
  private static final int WIDEST_PIECE = 1200;

  private final Picture picture;
  private final int rotation;

  /**
   * @param rotation degrees clockwise that make the page upright
   */
  public Rendering(Picture picture, int rotation) {
    this.picture = picture;
    this.rotation = rotation;
  }

  /**
   * A picture that was written.
   *
   * @param fileName within the directory
   */
  public record Written(String fileName, String mediaType, int width, int height) {}

  /** {@code thumb.jpg}, 240 pixels wide. */
  public Written thumb(Path directory) {
    double scale = Math.min(1, (double) THUMB_WIDTH / uprightWidth());
    return jpeg(scaled(scale), directory.resolve("thumb.jpg"), 0.75f);
  }

  /** {@code screen.jpg}, at most 2000 pixels high. */
  public Written screen(Path directory) {
    double scale = Math.min(1, (double) SCREEN_HEIGHT / uprightHeight());
    return jpeg(scaled(scale), directory.resolve("screen.jpg"), 0.8f);
  }

  /** Every pixel: {@code full.png} for black and white, else {@code full.jpg}. */
  public Written full(Path directory) {
    if (picture.bilevel()) {
      return png(turned(), directory.resolve("full.png"));
    }
    return jpeg(scaled(1), directory.resolve("full.jpg"), 0.9f);
  }

  /** {@code tiles.bin}: every pixel and all smaller sizes, cut into tiles; see {@link TileFile}. */
  public Written tiles(Path directory) {
    BufferedImage image = scaled(1);
    Path file = directory.resolve("tiles.bin");
    try {
      TileFile.write(image, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written(image, file, TileFile.MEDIA_TYPE);
  }

  /**
   * A piece of the page in a file of JPEG, with a little around it.
   *
   * @param box of the page as delivered, pixels
   */
  public static void cut(Picture picture, int rotation, Box box, Path file) {
    Rectangle piece = new Rectangle(box.x(), box.y(), box.width(), box.height());
    int letter = Math.max(12, Math.min(box.width(), box.height()));
    piece.grow(letter, letter / 3);
    double shrink = picture.shrink();
    BufferedImage image = picture.image();
    Rectangle pixels =
        new Rectangle(
                (int) (piece.x / shrink),
                (int) (piece.y / shrink),
                (int) Math.ceil(piece.width / shrink),
                (int) Math.ceil(piece.height / shrink))
            .intersection(new Rectangle(image.getWidth(), image.getHeight()));
    if (!pixels.isEmpty()) {
      Picture cut =
          new Picture(
              image.getSubimage(pixels.x, pixels.y, pixels.width, pixels.height),
              pixels.width,
              pixels.height,
              picture.dpi(),
              0,
              false);
      double scale = Math.min(1, (double) WIDEST_PIECE / Math.max(pixels.width, pixels.height));
      jpeg(new Rendering(cut, rotation).scaled(scale), file, 0.85f);
    }
  }

  private int uprightWidth() {
    return isLying() ? picture.image().getHeight() : picture.image().getWidth();
  }

  private int uprightHeight() {
    return isLying() ? picture.image().getWidth() : picture.image().getHeight();
  }

  private boolean isLying() {
    return rotation == 90 || rotation == 270;
  }

  private BufferedImage turned() {
    BufferedImage image = picture.image();
    if (rotation == 0) {
      return image;
    }
    BufferedImage turned =
        new BufferedImage(uprightWidth(), uprightHeight(), BufferedImage.TYPE_BYTE_BINARY);
    draw(image, turned, 1, false);
    return turned;
  }

  /** Upright, in grey or in colour. */
  BufferedImage scaled(double scale) {
    BufferedImage image = picture.image();
    boolean colour = image.getColorModel().getNumComponents() > 1 && !picture.bilevel();
    int type = colour ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY;
    BufferedImage small = halved(image, type, scale);
    double left = scale * image.getWidth() / small.getWidth();
    BufferedImage target =
        new BufferedImage(
            Math.max(1, (int) Math.round(uprightWidth() * scale)),
            Math.max(1, (int) Math.round(uprightHeight() * scale)),
            type);
    draw(small, target, left, left != 1);
    return target;
  }

  /** Halved as often as it goes, so that no thin line is skipped over. */
  private static BufferedImage halved(BufferedImage image, int type, double scale) {
    BufferedImage current = image;
    for (double left = scale; left <= 0.5 && current.getWidth() > 1; left *= 2) {
      BufferedImage half =
          new BufferedImage(
              Math.max(1, current.getWidth() / 2), Math.max(1, current.getHeight() / 2), type);
      Graphics2D pen = half.createGraphics();
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      pen.drawImage(current, 0, 0, half.getWidth(), half.getHeight(), null);
      pen.dispose();
      current = half;
    }
    return current;
  }

  private void draw(BufferedImage from, BufferedImage to, double scale, boolean smooth) {
    AffineTransform place = new AffineTransform();
    place.translate(to.getWidth() / 2.0, to.getHeight() / 2.0);
    place.quadrantRotate(rotation / 90);
    place.scale(scale, scale);
    place.translate(-from.getWidth() / 2.0, -from.getHeight() / 2.0);
    Graphics2D pen = to.createGraphics();
    pen.setColor(java.awt.Color.WHITE);
    pen.fillRect(0, 0, to.getWidth(), to.getHeight());
    if (smooth) {
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }
    pen.drawImage(from, place, null);
    pen.dispose();
  }

  private static Written png(BufferedImage image, Path file) {
    try {
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written(image, file, "image/png");
  }

  private static Written jpeg(BufferedImage image, Path file, float quality) {
    try (OutputStream out = Files.newOutputStream(file)) {
      Jpeg.write(image, out, quality);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written(image, file, "image/jpeg");
  }

  private static Written written(BufferedImage image, Path file, String mediaType) {
    return new Written(
        String.valueOf(file.getFileName()), mediaType, image.getWidth(), image.getHeight());
  }
}
