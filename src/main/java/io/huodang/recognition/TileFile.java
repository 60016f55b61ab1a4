package io.huodang.recognition;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * A picture cut into JPEG tiles, in one file: a {@linkplain TileIndex head} that says where each
 * lies, then the tiles one after the other, so that any of them is had by reading a few bytes.
 */
public final class TileFile {
  public static final String MEDIA_TYPE = "application/vnd.huodang.tiles";

  private static final float QUALITY = 0.85f;

  private TileFile() {}

  /**
   * Cuts a picture.
   *
   * @param image {@code TYPE_BYTE_GRAY} or {@code TYPE_3BYTE_BGR}
   */
  static void write(BufferedImage image, Path file) throws IOException {
    TileGrid grid = new TileGrid(image.getWidth(), image.getHeight());
    ByteBuffer head = TileIndex.begin(grid, image.getType() == BufferedImage.TYPE_3BYTE_BGR);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.seek(head.capacity());
      BufferedImage level = image;
      for (int number = 0; number < grid.levels(); number++) {
        level = number == 0 ? image : halved(level);
        write(level, grid, number, head, out);
      }
      out.seek(0);
      out.write(head.array());
    }
  }

  private static void write(
      BufferedImage image, TileGrid grid, int level, ByteBuffer head, RandomAccessFile out)
      throws IOException {
    for (int row = 0; row < grid.rows(level); row++) {
      for (int column = 0; column < grid.columns(level); column++) {
        BufferedImage tile =
            new BufferedImage(
                grid.tileWidth(level, column), grid.tileHeight(level, row), image.getType());
        Graphics2D pen = tile.createGraphics();
        pen.drawImage(image, -column * TileGrid.TILE, -row * TileGrid.TILE, null);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        Jpeg.write(tile, jpeg, QUALITY);
        CRC32C check = new CRC32C();
        check.update(jpeg.toByteArray());
        head.putInt(jpeg.size()).putInt((int) check.getValue());
        out.write(jpeg.toByteArray());
      }
    }
  }

  /** Each pixel the mean of four; at an edge, of those that there are. */
  private static BufferedImage halved(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage half = new BufferedImage((width + 1) / 2, (height + 1) / 2, image.getType());
    int bands = image.getRaster().getNumBands();
    byte[] from = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    byte[] to = ((DataBufferByte) half.getRaster().getDataBuffer()).getData();
    int at = 0;
    for (int y = 0; y < height; y += 2) {
      int above = y * width * bands;
      int below = Math.min(y + 1, height - 1) * width * bands;
      for (int x = 0; x < width; x += 2) {
        int left = x * bands;
        int right = Math.min(x + 1, width - 1) * bands;
        for (int band = 0; band < bands; band++) {
          int sum =
              (from[above + left + band] & 255)
                  + (from[above + right + band] & 255)
                  + (from[below + left + band] & 255)
                  + (from[below + right + band] & 255);
          to[at++] = (byte) ((sum + 2) >> 2);
        }
      }
    }
    return half;
  }
}
