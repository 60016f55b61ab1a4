package io.huodang.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Values within sentences, and those that close a letter: nothing labels them. */
final class RunningText {
  private static final int LONGEST_VALUE = 40;
  private static final int LONGEST_CLOSING = 20;
  private static final String COMMAS = "，,、";

  private final List<Passage> passages;
  private final Passage letter;

  /**
   * The text of a page.
   *
   * @param letter all lines outside of cells, one behind the other
   */
  RunningText(List<Passage> passages, Passage letter) {
    this.passages = passages;
    this.letter = letter;
  }

  /** Where sentences may stand: each cell, each line, and all lines together. */
  List<Passage> texts() {
    return Stream.concat(passages.stream(), Stream.of(letter)).toList();
  }

  /** Where sentences name somebody. */
  List<Slot> named() {
    return sentences().flatMap(text -> NamesInText.in(text).stream()).toList();
  }

  private Stream<Passage> sentences() {
    return Stream.concat(passages.stream().filter(Passage::ruled), Stream.of(letter));
  }

  /** Numbers right behind a label of theirs in a sentence, over the end of a line too. */
  List<Slot> numbered(FieldRule rule) {
    List<Slot> slots = new ArrayList<>();
    if (rule.kind() == FieldKind.INSURED_NUMBER || rule.kind() == FieldKind.CITIZEN_ID) {
      for (String label : rule.printed()) {
        for (int at = letter.text().indexOf(label);
            at >= 0;
            at = letter.text().indexOf(label, at + 1)) {
          Matches.numberAt(letter, at + label.length()).ifPresent(slots::add);
        }
      }
    }
    return slots;
  }

  /** What stands in place of {@code {}} in the phrases of a rule. */
  List<Slot> phrased(FieldRule rule) {
    List<Slot> slots = new ArrayList<>();
    for (String phrase : rule.phrasesOrNone()) {
      int gap = phrase.indexOf("{}");
      String before = phrase.substring(0, gap);
      String after = phrase.substring(gap + 2);
      sentences().forEach(text -> add(slots, text, before, after));
    }
    return slots;
  }

  private static void add(List<Slot> slots, Passage passage, String before, String after) {
    String text = passage.text();
    for (int at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
      int from = at + before.length();
      int to =
          after.isEmpty() ? Math.min(text.length(), from + LONGEST_VALUE) : end(text, from, after);
      if (to > from && to - from <= LONGEST_VALUE) {
        slots.add(new Slot(passage, from, to));
      }
    }
  }

  /** Where the words behind a value begin; one comma is as good as another. */
  private static int end(String text, int from, String after) {
    if (COMMAS.contains(after)) {
      for (int i = from; i < text.length(); i++) {
        if (COMMAS.indexOf(text.charAt(i)) >= 0) {
          return i;
        }
      }
      return -1;
    }
    return text.indexOf(after, from);
  }

  /** The last line that is nothing but such a value. */
  Optional<Slot> closing(FieldRule rule) {
    return passages.reversed().stream()
        .filter(passage -> !passage.ruled() && !passage.isEmpty())
        .filter(passage -> passage.text().length() <= LONGEST_CLOSING)
        .filter(passage -> rule.kind().normalise(passage.text()).isPresent())
        .map(passage -> new Slot(passage, 0, passage.text().length()))
        .findFirst();
  }
}
