package io.huodang.search.lookalikes;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What characters look like in one font from a distance: small, grey, blurred. */
final class Glyphs {
  private static final int SIZE = 24;
  private static final int DRAWN = 96;

  private final Map<Integer, float[]> shapes = new HashMap<>();

  Glyphs(String family, List<Integer> characters) {
    Font font = new Font(family, Font.PLAIN, DRAWN);
    for (int c : characters) {
      if (font.canDisplay(c)) {
        shapes.put(c, shape(font, Character.toString(c)));
      }
    }
  }

  /** The fonts that this machine has, of those that forms are printed in: Song, Hei, Kai. */
  static List<String> families() {
    List<String> wanted =
        List.of(
            "Noto Serif CJK SC",
            "Noto Sans CJK SC",
            "AR PL SungtiL GB",
            "AR PL KaitiM GB",
            "LXGW WenKai");
    return wanted.stream()
        .filter(name -> new Font(name, Font.PLAIN, 12).getFamily().equals(name))
        .toList();
  }

  /** From -1 to 1; 0 when the font has not both. */
  float likeness(int one, int other) {
    float[] a = shapes.get(one);
    float[] b = shapes.get(other);
    if (a == null || b == null) {
      return Float.NaN;
    }
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static float[] shape(Font font, String character) {
    BufferedImage image = new BufferedImage(DRAWN + 24, DRAWN + 24, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.setFont(font);
    pen.drawString(character, 12, 12 + (int) (DRAWN * 0.88));
    pen.dispose();
    int[] sums = new int[SIZE * SIZE];
    int step = (DRAWN + 24) / SIZE;
    for (int y = 0; y < SIZE * step; y++) {
      for (int x = 0; x < SIZE * step; x++) {
        sums[y / step * SIZE + x / step] += image.getRaster().getSample(x, y, 0);
      }
    }
    return unit(blurred(blurred(sums)));
  }

  private static int[] blurred(int[] shape) {
    int[] out = new int[shape.length];
    for (int y = 1; y + 1 < SIZE; y++) {
      for (int x = 1; x + 1 < SIZE; x++) {
        int at = y * SIZE + x;
        out[at] =
            4 * shape[at]
                + 2 * (shape[at - 1] + shape[at + 1] + shape[at - SIZE] + shape[at + SIZE])
                + shape[at - SIZE - 1]
                + shape[at - SIZE + 1]
                + shape[at + SIZE - 1]
                + shape[at + SIZE + 1];
        out[at] /= 16;
      }
    }
    return out;
  }

  private static float[] unit(int[] shape) {
    double mean = Arrays.stream(shape).average().orElse(0);
    double length = Math.sqrt(Arrays.stream(shape).mapToDouble(v -> (v - mean) * (v - mean)).sum());
    float[] out = new float[shape.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) ((shape[i] - mean) / Math.max(1e-9, length));
    }
    return out;
  }

  /** The mean of what the fonts say that have both characters. */
  static float likeness(List<Glyphs> fonts, int one, int other) {
    List<Float> all = new ArrayList<>();
    for (Glyphs font : fonts) {
      float likeness = font.likeness(one, other);
      if (!Float.isNaN(likeness)) {
        all.add(likeness);
      }
    }
    return (float) all.stream().mapToDouble(v -> v).average().orElse(0);
  }
}
