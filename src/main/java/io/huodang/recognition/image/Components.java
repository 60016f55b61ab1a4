package io.huodang.recognition.image;

import io.huodang.recognition.Area;
import java.util.Arrays;

/**
 * The connected marks (8-neighbourhood) of a picture: what is at most {@code split} dark.
 *
 * <p>Built from runs of dark pixels, row by row, joined with a union-find.
 */
public final class Components {
  private int[] runRow = new int[1 << 14];
  private int[] runLeft = new int[1 << 14];
  private int[] runRight = new int[1 << 14];
  private int[] parent = new int[1 << 14];
  private int runs;

  private int count;
  private int[] left = {};
  private int[] top = {};
  private int[] right = {};
  private int[] bottom = {};
  private int[] size = {};

  private Components() {}

  /** Finds all marks. */
  public static Components of(Gray picture, int split) {
    Components found = new Components();
    found.scan(picture, split);
    found.measure();
    return found;
  }

  /** How many marks there are. */
  public int count() {
    return count;
  }

  /** Pixels of ink in a mark. */
  public int size(int mark) {
    return size[mark];
  }

  /** The rectangle around a mark. */
  public Area area(int mark) {
    return new Area(left[mark], top[mark], right[mark], bottom[mark]);
  }

  /** Receives one run of dark pixels; {@code right} is just outside. */
  public interface RunVisitor {
    void visit(int mark, int y, int left, int right);
  }

  /** Every run of every mark, top to bottom. */
  public void eachRun(RunVisitor visitor) {
    for (int run = 0; run < runs; run++) {
      visitor.visit(parent[run], runRow[run], runLeft[run], runRight[run]);
    }
  }

  private void scan(Gray picture, int split) {
    byte[] pixels = picture.pixels();
    int width = picture.width();
    int above = 0;
    for (int y = 0; y < picture.height(); y++) {
      int first = runs;
      int row = y * width;
      for (int x = 0; x < width; ) {
        if ((pixels[row + x] & 0xFF) > split) {
          x++;
          continue;
        }
        int start = x;
        do {
          x++;
        } while (x < width && (pixels[row + x] & 0xFF) <= split);
        above = joinAbove(add(y, start, x), above, first);
      }
      above = first;
    }
  }

  private int add(int y, int from, int to) {
    if (runs == parent.length) {
      runRow = Arrays.copyOf(runRow, 2 * runs);
      runLeft = Arrays.copyOf(runLeft, 2 * runs);
      runRight = Arrays.copyOf(runRight, 2 * runs);
      parent = Arrays.copyOf(parent, 2 * runs);
    }
    runRow[runs] = y;
    runLeft[runs] = from;
    runRight[runs] = to;
    parent[runs] = runs;
    return runs++;
  }

  /** Joins a run to those it touches in the row above; returns where the next run begins. */
  private int joinAbove(int run, int above, int end) {
    int candidate = above;
    if (candidate < end && runRow[candidate] != runRow[run] - 1) {
      return end;
    }
    while (candidate < end && runRight[candidate] < runLeft[run]) {
      candidate++;
    }
    int next = candidate;
    while (candidate < end && runLeft[candidate] <= runRight[run]) {
      join(run, candidate);
      next = candidate;
      candidate++;
    }
    return next;
  }

  private void join(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    if (rootA < rootB) {
      parent[rootB] = rootA;
    } else {
      parent[rootA] = rootB;
    }
  }

  private int root(int run) {
    int r = run;
    while (parent[r] != r) {
      parent[r] = parent[parent[r]];
      r = parent[r];
    }
    return r;
  }

  /** Numbers the marks from 0 and replaces each run's parent by its mark's number. */
  private void measure() {
    int[] number = new int[runs];
    for (int run = 0; run < runs; run++) {
      // A root is never behind its runs, so it has its number already.
      int root = root(run);
      number[run] = root == run ? count++ : number[root];
    }
    left = new int[count];
    top = new int[count];
    right = new int[count];
    bottom = new int[count];
    size = new int[count];
    Arrays.fill(left, Integer.MAX_VALUE);
    Arrays.fill(top, -1);
    for (int run = 0; run < runs; run++) {
      int mark = number[run];
      if (top[mark] < 0) {
        top[mark] = runRow[run];
      }
      left[mark] = Math.min(left[mark], runLeft[run]);
      right[mark] = Math.max(right[mark], runRight[run]);
      bottom[mark] = runRow[run] + 1;
      size[mark] += runRight[run] - runLeft[run];
    }
    System.arraycopy(number, 0, parent, 0, runs);
  }
}
