package io.huodang.extraction;

import java.util.List;
import java.util.regex.Pattern;

/** Finds values by their own form. */
final class Matches {
  private static final Pattern ID =
      Pattern.compile("(?<![0-9０-９])[1-9１-９][0-9０-９]{16}[0-9０-９XxＸｘ×](?![0-9０-９])");

  private Matches() {}

  /** What looks like an 18-character citizen ID. */
  static List<Slot> ids(Passage passage) {
    return ID.matcher(passage.text())
        .results()
        .map(match -> new Slot(passage, match.start(), match.end()))
        .toList();
  }
}
