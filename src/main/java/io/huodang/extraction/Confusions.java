package io.huodang.extraction;

import java.util.Set;

/** Digits that the engine takes for each other, most of all under a seal. */
final class Confusions {
  private static final Set<String> COMMON =
      Set.of("59", "14", "35", "38", "08", "06", "17", "58", "68", "69", "27", "0X", "4X");

  private Confusions() {}

  static boolean isCommon(char a, char b) {
    return COMMON.contains("" + (char) Math.min(a, b) + (char) Math.max(a, b));
  }
}
