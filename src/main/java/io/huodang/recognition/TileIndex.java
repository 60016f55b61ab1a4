package io.huodang.recognition;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The head of a {@link TileFile}: its mark, width, height and number of colours, then length and
 * CRC-32C of each tile, all as four bytes, the highest first.
 */
public final class TileIndex {
  private static final int MARK = 0x48445431; // HDT1
  private static final int FIXED = 16;
  private static final int EACH = 8;
  private static final int MOST_TILES = 1 << 16;
  private static final int LARGEST_TILE = 2 << 20;
  private static final int LONGEST_SIDE = 1 << 24;

  private final TileGrid grid;
  private final boolean colour;
  private final long[] begins;
  private final int[] checks;

  private TileIndex(TileGrid grid, boolean colour, long[] begins, int[] checks) {
    this.grid = grid;
    this.colour = colour;
    this.begins = begins;
    this.checks = checks;
  }

  /** A head to which every tile's length and check are added as it is written. */
  static ByteBuffer begin(TileGrid grid, boolean colour) {
    return ByteBuffer.allocate(FIXED + EACH * grid.count())
        .putInt(MARK)
        .putInt(grid.width())
        .putInt(grid.height())
        .putInt(colour ? 3 : 1);
  }

  /**
   * Reads the head.
   *
   * @param file from its beginning, not closed
   * @throws StreamCorruptedException when it is none
   */
  public static TileIndex read(InputStream file) throws IOException {
    ByteBuffer fixed = bytes(file, FIXED);
    int mark = fixed.getInt();
    int width = fixed.getInt();
    int height = fixed.getInt();
    int bands = fixed.getInt();
    if (mark != MARK || !isSide(width) || !isSide(height) || bands != 1 && bands != 3) {
      throw new StreamCorruptedException("The head of the tiles is damaged");
    }
    TileGrid grid = new TileGrid(width, height);
    int count = grid.count();
    if (count > MOST_TILES) {
      throw new StreamCorruptedException("There are more tiles than a page has");
    }
    ByteBuffer each = bytes(file, EACH * count);
    long[] begins = new long[count + 1];
    int[] checks = new int[count];
    begins[0] = FIXED + (long) EACH * count;
    for (int tile = 0; tile < count; tile++) {
      int length = each.getInt();
      if (length < 1 || length > LARGEST_TILE) {
        throw new StreamCorruptedException("A tile's length is damaged");
      }
      begins[tile + 1] = begins[tile] + length;
      checks[tile] = each.getInt();
    }
    return new TileIndex(grid, bands == 3, begins, checks);
  }

  public TileGrid grid() {
    return grid;
  }

  /** Whether it has colours; else it is grey. */
  public boolean colour() {
    return colour;
  }

  /** Where in the file a tile begins, bytes from 0. */
  public long begin(int tile) {
    return begins[tile];
  }

  /**
   * Reads a tile.
   *
   * @param file standing at its beginning, not closed
   * @return a JPEG
   * @throws StreamCorruptedException when its bytes are others than those that were written
   */
  public byte[] tile(InputStream file, int tile) throws IOException {
    ByteBuffer jpeg = bytes(file, (int) (begins[tile + 1] - begins[tile]));
    CRC32C check = new CRC32C();
    check.update(jpeg.array());
    if ((int) check.getValue() != checks[tile]) {
      throw new StreamCorruptedException("A tile is damaged");
    }
    return jpeg.array();
  }

  private static boolean isSide(int length) {
    return length >= 1 && length <= LONGEST_SIDE;
  }

  private static ByteBuffer bytes(InputStream file, int count) throws IOException {
    byte[] bytes = file.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("The tiles end too early");
    }
    return ByteBuffer.wrap(bytes);
  }
}
