package io.huodang.recognition.layout;

/**
 * How far ink goes on above each pixel, straight up or leaning by no more than a page that was
 * photographed from the side: one column to either side in so many rows.
 */
final class Tracks {
  /** Rows between two steps aside: one in eight is a lean of 7°. */
  private static final int ROWS_FOR_A_STEP = 8;

  private final int width;

  /** Rows of the track above and with this pixel; 0 on paper. */
  private final short[] length;

  /** The column in which the track of this pixel begins. */
  private final short[] start;

  private Tracks(int width, int height) {
    this.width = width;
    this.length = new short[width * height];
    this.start = new short[width * height];
  }

  int length(int x, int y) {
    return length[y * width + x];
  }

  int start(int x, int y) {
    return start[y * width + x];
  }

  /**
   * Follows ink from the top to the bottom.
   *
   * @param ink 1 where ink is, row by row
   */
  static Tracks of(byte[] ink, int width, int height) {
    Tracks tracks = new Tracks(width, height);
    // Rows since the last step aside, of this row and the one before.
    int[] straight = new int[width];
    int[] before = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        if (ink[i] != 0) {
          tracks.follow(i, x, y, before, straight);
        }
      }
      int[] swap = before;
      before = straight;
      straight = swap;
    }
    return tracks;
  }

  private void follow(int i, int x, int y, int[] before, int[] straight) {
    int above = i - width;
    int from = -1;
    int since = 0;
    int gap = 0;
    if (y > 0 && length[above] > 0) {
      from = above;
      since = before[x];
    } else if (y > 1 && length[above - width] > 0) {
      // A speck of paper in a printed line.
      from = above - width;
      gap = 1;
    }
    int known = from < 0 ? 0 : length[from] + gap;
    if (y > 0 && x > 0 && length[above - 1] > known && before[x - 1] >= ROWS_FOR_A_STEP) {
      from = above - 1;
      since = -1;
      known = length[from];
    }
    if (y > 0 && x + 1 < width && length[above + 1] > known && before[x + 1] >= ROWS_FOR_A_STEP) {
      from = above + 1;
      since = -1;
      known = length[from];
    }
    length[i] = (short) (known + 1);
    start[i] = from < 0 ? (short) x : start[from];
    straight[x] = since + 1;
  }
}
