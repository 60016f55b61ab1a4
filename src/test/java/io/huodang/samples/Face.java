package io.huodang.samples;

import io.huodang.invented.Draw;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A typeface of the system that shows Chinese; what it lacks is taken from another.
 *
 * @param spare for rare characters
 */
public record Face(String family, String spare) {
  private static final List<String> PRINT =
      List.of(
          "Noto Serif CJK SC",
          "Noto Sans CJK SC",
          "AR PL SungtiL GB",
          "AR PL KaitiM GB",
          "AR PL UMing CN",
          "WenQuanYi Zen Hei");
  private static final List<String> SCRIPT =
      List.of("LXGW WenKai", "AR PL KaitiM GB", "AR PL UKai CN", "Noto Serif CJK SC");
  private static final Set<String> INSTALLED =
      new TreeSet<>(
          Arrays.asList(
              GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()));

  /** A face that forms are printed in, if the system has any. */
  public static Optional<Face> printed(Draw draw) {
    return installed(PRINT).map(faces -> draw.oneOfRanked(faces)).map(Face::of);
  }

  /** A face that looks written. */
  public static Optional<Face> script(Draw draw) {
    return installed(SCRIPT)
        .map(faces -> draw.oneOfRanked(faces.subList(0, Math.min(2, faces.size()))))
        .map(Face::of);
  }

  private static Face of(String family) {
    return new Face(family, installed(PRINT).orElseThrow().getFirst());
  }

  private static Optional<List<String>> installed(List<String> wanted) {
    List<String> there = wanted.stream().filter(INSTALLED::contains).toList();
    return there.isEmpty() ? Optional.empty() : Optional.of(there);
  }

  Font font(int codePoint, int size, boolean bold) {
    Font font = new Font(family, bold ? Font.BOLD : Font.PLAIN, size);
    return font.canDisplay(codePoint) ? font : new Font(spare, Font.PLAIN, size);
  }
}
