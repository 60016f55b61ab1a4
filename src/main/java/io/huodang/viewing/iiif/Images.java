package io.huodang.viewing.iiif;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.huodang.recognition.Jpeg;
import io.huodang.recognition.TileGrid;
import io.huodang.viewing.Picture;
import io.huodang.viewing.TiledPicture;
import io.huodang.viewing.iiif.ImageRequest.Format;
import io.huodang.viewing.iiif.ImageRequest.Quality;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/**
 * Makes the image that is asked for. One that is a tile leaves as it lies in the vault; others are
 * drawn from the tiles of the next larger size, a strip of tiles at a time, two at once.
 * Thread-safe.
 */
@Component
public class Images {
  private static final int DRAWN_AT_ONCE = 2;
  private static final float JPEG_QUALITY = 0.9f;

  private final Semaphore turns = new Semaphore(DRAWN_AT_ONCE, true);

  /**
   * The image, to be sent once. One that was drawn waits in a file without a name, so that a slow
   * reader costs no memory and nothing is left behind.
   *
   * @throws IOException when the tiles cannot be read, or are damaged
   */
  public Picture make(TiledPicture picture, ImageRequest request)
      throws IOException, InterruptedException {
    TileGrid grid = picture.grid();
    boolean plain =
        request.quality() == Quality.DEFAULT
            || request.quality() == Quality.COLOR
            || request.quality() == Quality.GRAY && !picture.colour();
    if (plain && request.rotation() == 0 && request.format() == Format.JPG) {
      for (int level = 0; level < grid.levels(); level++) {
        int side = TileGrid.TILE << level;
        int column = request.region().x / side;
        int row = request.region().y / side;
        if (isTile(request, grid, level, column, row)) {
          byte[] tile = picture.tile(level, column, row);
          return new Picture(
              Format.JPG.mediaType(), tile.length, () -> new ByteArrayInputStream(tile));
        }
      }
    }
    turns.acquire();
    try {
      return written(drawn(picture, request), request.format());
    } finally {
      turns.release();
    }
  }

  private static boolean isTile(
      ImageRequest request, TileGrid grid, int level, int column, int row) {
    int side = TileGrid.TILE << level;
    return request
            .region()
            .equals(
                new Rectangle(column * side, row * side, side, side)
                    .intersection(new Rectangle(grid.width(), grid.height())))
        && request.size().width == grid.tileWidth(level, column)
        && request.size().height == grid.tileHeight(level, row);
  }

  private static BufferedImage drawn(TiledPicture picture, ImageRequest request)
      throws IOException {
    TileGrid grid = picture.grid();
    int level = level(grid, request);
    Shrinking.Span across = across(grid, request, level);
    Shrinking.Span down = down(grid, request, level);
    int firstColumn = (int) across.from() / TileGrid.TILE;
    int lastColumn = last(across.to());
    double left = firstColumn * (double) TileGrid.TILE;
    Drawing drawing = new Drawing(request, picture.colour());
    Shrinking shrinking =
        new Shrinking(
            new Shrinking.Span(across.from() - left, across.to() - left, across.pixels()),
            down,
            picture.colour() ? 3 : 1,
            drawing);
    for (int row = (int) down.from() / TileGrid.TILE; row <= last(down.to()); row++) {
      BufferedImage strip = picture.strip(level, row, firstColumn, lastColumn);
      byte[] pixels = ((DataBufferByte) strip.getRaster().getDataBuffer()).getData();
      int length = pixels.length / strip.getHeight();
      for (int line = 0; line < strip.getHeight(); line++) {
        int y = row * TileGrid.TILE + line;
        if (y + 1 > down.from()) {
          shrinking.take(y, pixels, line * length);
        }
      }
    }
    return drawing.image();
  }

  private static int last(double end) {
    return ((int) Math.ceil(end) - 1) / TileGrid.TILE;
  }

  /** The smallest of the picture's sizes of which nothing must be enlarged. */
  private static int level(TileGrid grid, ImageRequest request) {
    int level = grid.levels() - 1;
    while (level > 0
        && !(isEnough(across(grid, request, level)) && isEnough(down(grid, request, level)))) {
      level--;
    }
    return level;
  }

  private static boolean isEnough(Shrinking.Span span) {
    return span.to() - span.from() >= span.pixels();
  }

  private static Shrinking.Span across(TileGrid grid, ImageRequest request, int level) {
    Rectangle region = request.region();
    int end = region.x + region.width;
    return span(region.x, end, end == grid.width(), grid.width(level), level, request.size().width);
  }

  private static Shrinking.Span down(TileGrid grid, ImageRequest request, int level) {
    Rectangle region = request.region();
    int end = region.y + region.height;
    return span(
        region.y, end, end == grid.height(), grid.height(level), level, request.size().height);
  }

  /** What reaches the picture's edge reaches that of every size, which were rounded up. */
  private static Shrinking.Span span(
      int from, int to, boolean isEdge, int edge, int level, int pixels) {
    double scale = 1.0 / (1 << level);
    return new Shrinking.Span(from * scale, isEdge ? edge : to * scale, pixels);
  }

  private static Picture written(BufferedImage image, Format format) throws IOException {
    Path name = Files.createTempFile("image", null);
    FileChannel file = FileChannel.open(name, READ, WRITE, DELETE_ON_CLOSE); // unlinked at once
    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file));
    switch (format) {
      case JPG -> Jpeg.write(image, out, JPEG_QUALITY);
      case PNG -> {
        try (MemoryCacheImageOutputStream bytes = new MemoryCacheImageOutputStream(out)) {
          ImageIO.write(image, "png", bytes);
        }
      }
    }
    out.flush();
    file.position(0);
    return new Picture(format.mediaType(), file.size(), () -> Channels.newInputStream(file));
  }
}
