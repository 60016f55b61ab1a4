package io.huodang.recognition;

import io.huodang.recognition.image.Gray;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Leaves what recognition saw as pictures, for a person who asks why something was misread. */
public final class Stages {
  private Stages() {}

  /**
   * Writes {@code <name>-clean.png} (as it lay on the scanner), {@code <name>-straight.png}
   * (upright, without ruled lines) and {@code <name>-layout.png} (cells blue, lines red).
   */
  public static void write(ReadPage page, Path directory, String name) {
    StraightPage straight = page.straight();
    write(picture(straight.clean().gray(), BufferedImage.TYPE_BYTE_GRAY), directory, name, "clean");
    write(picture(straight.gray(), BufferedImage.TYPE_BYTE_GRAY), directory, name, "straight");
    BufferedImage layout = picture(straight.gray(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = layout.createGraphics();
    pen.setStroke(new BasicStroke(3));
    pen.setColor(Color.BLUE);
    page.cells().forEach(cell -> outline(pen, cell));
    pen.setColor(Color.RED);
    straight.layout().strips().forEach(strip -> strip.pieces().forEach(it -> outline(pen, it)));
    pen.dispose();
    write(layout, directory, name, "layout");
  }

  private static void outline(Graphics2D pen, Area area) {
    pen.drawRect(area.left(), area.top(), area.width(), area.height());
  }

  private static BufferedImage picture(Gray gray, int type) {
    BufferedImage grey =
        new BufferedImage(gray.width(), gray.height(), BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setDataElements(0, 0, gray.width(), gray.height(), gray.pixels());
    if (type == BufferedImage.TYPE_BYTE_GRAY) {
      return grey;
    }
    BufferedImage picture = new BufferedImage(gray.width(), gray.height(), type);
    Graphics2D pen = picture.createGraphics();
    pen.drawImage(grey, 0, 0, null);
    pen.dispose();
    return picture;
  }

  private static void write(BufferedImage picture, Path directory, String name, String stage) {
    try {
      ImageIO.write(picture, "png", directory.resolve(name + "-" + stage + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
