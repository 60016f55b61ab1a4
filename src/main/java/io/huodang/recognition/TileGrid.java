package io.huodang.recognition;

/**
 * Which tiles a picture has: at its own size (level 0) and at sizes that halve until one tile holds
 * the whole, each size cut from its top left corner.
 *
 * <p>A level's sides are rounded up, as viewers count (IIIF Image API 3.0, implementation notes 3).
 *
 * @param width pixels of level 0
 * @param height pixels of level 0
 */
public record TileGrid(int width, int height) {
  /** Pixels of a tile's side; tiles at the right and lower edge are smaller. */
  public static final int TILE = 512;

  public TileGrid {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("A picture has at least one pixel");
    }
  }

  /** How many sizes there are, at least one. */
  public int levels() {
    int levels = 1;
    while (width(levels - 1) > TILE || height(levels - 1) > TILE) {
      levels++;
    }
    return levels;
  }

  /** Pixels across at a level, which has one for every {@code 1 << level} of the picture. */
  public int width(int level) {
    return parts(width, 1 << level);
  }

  /** Pixels down at a level. */
  public int height(int level) {
    return parts(height, 1 << level);
  }

  /** Tiles side by side at a level. */
  public int columns(int level) {
    return parts(width(level), TILE);
  }

  /** Tiles one above the other at a level. */
  public int rows(int level) {
    return parts(height(level), TILE);
  }

  /** Pixels across of the tiles in a column. */
  public int tileWidth(int level, int column) {
    return Math.min(TILE, width(level) - column * TILE);
  }

  /** Pixels down of the tiles in a row. */
  public int tileHeight(int level, int row) {
    return Math.min(TILE, height(level) - row * TILE);
  }

  /** How many tiles there are on all levels. */
  public int count() {
    return number(levels(), 0, 0);
  }

  /** Which of all tiles it is, from 0: level by level, row by row. */
  public int number(int level, int column, int row) {
    int number = 0;
    for (int before = 0; before < level; before++) {
      number += columns(before) * rows(before);
    }
    return number + row * (level < levels() ? columns(level) : 0) + column;
  }

  private static int parts(int length, int size) {
    return (length - 1) / size + 1;
  }
}
