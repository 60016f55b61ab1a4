package io.huodang.viewing;

import io.huodang.recognition.TileGrid;
import io.huodang.recognition.TileIndex;
import io.huodang.vault.Holding;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.Sha256;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A page's picture in tiles, of which only those are read that are wanted. Thread-safe. */
public final class TiledPicture {
  private final Vault vault;
  private final Sha256 sha256;
  private final TileIndex index;

  private TiledPicture(Vault vault, Sha256 sha256, TileIndex index) {
    this.vault = vault;
    this.sha256 = sha256;
    this.index = index;
  }

  static TiledPicture open(Vault vault, Sha256 sha256) throws IOException {
    try (InputStream head = vault.openFrom(Holding.DERIVATIVE, sha256, 0)) {
      return new TiledPicture(vault, sha256, TileIndex.read(head));
    }
  }

  /** Which tiles there are; its level 0 is the page as it is shown. */
  public TileGrid grid() {
    return index.grid();
  }

  /** Whether it has colours; else it is grey. */
  public boolean colour() {
    return index.colour();
  }

  /**
   * A tile as it lies in the vault: a JPEG.
   *
   * @throws IOException when it cannot be read, or is damaged
   */
  public byte[] tile(int level, int column, int row) throws IOException {
    int number = grid().number(level, column, row);
    try (InputStream file = from(number)) {
      return index.tile(file, number);
    }
  }

  /**
   * Tiles that lie side by side, decoded.
   *
   * @param last column, inclusive
   * @return {@code TYPE_BYTE_GRAY} or {@code TYPE_3BYTE_BGR}
   * @throws IOException when one cannot be read, or is damaged
   */
  public BufferedImage strip(int level, int row, int first, int last) throws IOException {
    int left = first * TileGrid.TILE;
    int width = last * TileGrid.TILE + grid().tileWidth(level, last) - left;
    int height = grid().tileHeight(level, row);
    BufferedImage strip =
        new BufferedImage(
            width, height, colour() ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = strip.createGraphics();
    int number = grid().number(level, first, row);
    try (InputStream file = from(number)) {
      for (int column = first; column <= last; column++) {
        byte[] jpeg = index.tile(file, number++);
        BufferedImage tile = decoded(jpeg, grid().tileWidth(level, column), height);
        pen.drawImage(tile, column * TileGrid.TILE - left, 0, null);
      }
    } finally {
      pen.dispose();
    }
    return strip;
  }

  /** A picture says how large it is before a pixel of it is decoded. */
  private static BufferedImage decoded(byte[] jpeg, int width, int height) throws IOException {
    JpegHead head = JpegHead.of(jpeg);
    BufferedImage tile =
        head.width() == width && head.height() == height
            ? ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg)))
            : null;
    if (tile == null) {
      throw new StreamCorruptedException("A tile is of another size than it must be");
    }
    return tile;
  }

  private InputStream from(int tile) throws IOException {
    return vault.openFrom(Holding.DERIVATIVE, sha256, index.begin(tile));
  }
}
