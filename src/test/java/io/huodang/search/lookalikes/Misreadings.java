package io.huodang.search.lookalikes;

import io.huodang.recognition.TrainedData;
import io.huodang.recognition.engine.Symbol;
import io.huodang.recognition.engine.Tesseract;
import io.huodang.recognition.image.Gray;
import io.huodang.vocabulary.Han;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Kernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What Tesseract takes characters for: names of three characters are drawn in every font, blurred
 * and speckled, and read back line by line.
 */
final class Misreadings {
  private static final String SURNAMES = "王李张刘于孙陈杨赵徐姜宋周吴林高马董郭朱";
  private static final int SIZE = 26;
  private static final int NAMES = 4;

  private final Random random;
  private final Map<Integer, Map<Integer, Integer>> taken = new HashMap<>();

  Misreadings(long seed) {
    this.random = new Random(seed);
  }

  /** How often a character was taken for another one. */
  Map<Integer, Integer> of(int character) {
    return taken.getOrDefault(character, Map.of());
  }

  /** Reads every character once in each font and damage. */
  void measure(List<Integer> characters, List<String> families) {
    try (Tesseract engine = Tesseract.load(TrainedData.find(), TrainedData.LANGUAGE)) {
      for (String family : families) {
        Font font = new Font(family, Font.PLAIN, SIZE);
        for (double damage : new double[] {0.4, 1.0}) {
          List<Integer> order =
              new ArrayList<>(characters.stream().filter(font::canDisplay).toList());
          Collections.shuffle(order, random);
          while (order.size() >= 2 * NAMES) {
            List<Integer> given = order.subList(0, 2 * NAMES);
            read(engine, font, damage, List.copyOf(given));
            given.clear();
          }
        }
      }
    }
  }

  private void read(Tesseract engine, Font font, double damage, List<Integer> given) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < given.size(); i += 2) {
      line.append(SURNAMES.charAt(random.nextInt(SURNAMES.length())))
          .appendCodePoint(given.get(i))
          .appendCodePoint(given.get(i + 1))
          .append("，");
    }
    String read =
        engine.read(picture(line.toString(), font, damage), Tesseract.Layout.LINE).stream()
            .map(Symbol::text)
            .collect(Collectors.joining());
    // Only names that were read with three characters: there it is plain which stands for which.
    String[] names = read.replace(" ", "").split("[,，]");
    String[] drawn = line.toString().split("，");
    if (names.length < drawn.length) {
      return;
    }
    for (int i = 0; i < drawn.length; i++) {
      int[] a = drawn[i].codePoints().toArray();
      int[] b = names[i].codePoints().toArray();
      if (a.length == b.length && a[0] == b[0]) {
        count(a[1], b[1]);
        count(a[2], b[2]);
      }
    }
  }

  private void count(int drawn, int read) {
    if (drawn != read && Han.isHan(read)) {
      taken.computeIfAbsent(drawn, c -> new HashMap<>()).merge(read, 1, Integer::sum);
    }
  }

  private Gray picture(String line, Font font, double damage) {
    int width = SIZE * line.codePointCount(0, line.length()) + 24;
    BufferedImage image = new BufferedImage(width, SIZE + 24, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, SIZE + 24);
    pen.setColor(Color.BLACK);
    pen.setFont(font);
    pen.drawString(line, 12, 12 + (int) (SIZE * 0.88));
    pen.dispose();
    float edge = (float) (damage / 9);
    float[] weights = new float[9];
    Arrays.fill(weights, edge);
    weights[4] = 1 - 8 * edge;
    BufferedImage blurred = new ConvolveOp(new Kernel(3, 3, weights)).filter(image, null);
    byte[] pixels = ((DataBufferByte) blurred.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      double noisy = (pixels[i] & 0xFF) + 45 * damage * random.nextGaussian();
      pixels[i] = (byte) Math.max(0, Math.min(255, noisy));
    }
    return new Gray(blurred.getWidth(), blurred.getHeight(), pixels);
  }
}
