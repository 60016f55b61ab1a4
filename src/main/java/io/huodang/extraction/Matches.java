package io.huodang.extraction;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds values by their own form. */
final class Matches {
  private static final Pattern ID =
      Pattern.compile("(?<![0-9０-９])[1-9１-９][0-9０-９]{16}[0-9０-９XxＸｘ×](?![0-9０-９])");

  private static final Pattern NUMBER = Pattern.compile("[0-9０-９A-Za-zＸｘ×*○|!\\[\\]]{5,}");

  private static final Pattern NUMBER_AT =
      Pattern.compile("[:：;；为是 ]{0,2}([0-9０-９A-Za-zＸｘ×|!\\[\\]]{6,})");

  private Matches() {}

  /** The first number in a slot; the whole slot where nothing looks like one. */
  static Slot numberIn(Slot slot) {
    Matcher number = NUMBER.matcher(slot.text());
    return number.find()
        ? new Slot(slot.passage(), slot.from() + number.start(), slot.from() + number.end())
        : slot;
  }

  /** The number that begins at a character, or behind a colon or 为; empty where none does. */
  static Optional<Slot> numberAt(Passage passage, int from) {
    Matcher number = NUMBER_AT.matcher(passage.text()).region(from, passage.text().length());
    if (!number.lookingAt()) {
      return Optional.empty();
    }
    int end = number.start(1) + 1;
    while (end < number.end(1) && (!passage.breaksBefore(end) || passage.wrapsBefore(end))) {
      end++;
    }
    return Optional.of(new Slot(passage, number.start(1), end));
  }

  /** What looks like an 18-character citizen ID. */
  static List<Slot> ids(Passage passage) {
    return ID.matcher(passage.text())
        .results()
        .map(match -> new Slot(passage, match.start(), match.end()))
        .toList();
  }
}
