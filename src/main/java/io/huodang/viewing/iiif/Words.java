package io.huodang.viewing.iiif;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts by language (BCP 47), as the Presentation API wants them. */
final class Words {
  private Words() {}

  /** A text of ours. */
  static Map<String, List<String>> of(String chinese, String english) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    words.put("zh-Hans", List.of(chinese));
    words.put("en", List.of(english));
    return words;
  }

  /** What stands on paper or in a register, mostly Chinese. */
  static Map<String, List<String>> asWritten(List<String> values) {
    return Map.of("zh-Hans", values);
  }

  /** What has no language: numbers and dates. */
  static Map<String, List<String>> plain(String value) {
    return Map.of("none", List.of(value));
  }
}
