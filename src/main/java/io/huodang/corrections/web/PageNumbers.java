package io.huodang.corrections.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An arrangement in the numbers that its pages had before, so that the difference is seen. */
final class PageNumbers {
  private static final int MOST = 16;

  private PageNumbers() {}

  /**
   * @param before the pages' ids before a change, null when there were none
   * @param pages the pages' ids to be told
   */
  static String of(@Nullable String before, String pages) {
    List<String> old = before == null ? List.of() : List.of(before.split(" "));
    List<String> told = new ArrayList<>(List.of(pages.split(" ")));
    if (told.size() > MOST) {
      return "1–" + told.size();
    }
    return told.stream()
        .map(page -> old.contains(page) ? String.valueOf(old.indexOf(page) + 1) : "+")
        .collect(Collectors.joining(" "));
  }
}
