package io.huodang.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds where the values of a form's fields stand: behind, beside or below their labels. */
final class FieldFinder {
  private static final double SOUND = 10;
  private static final double BESIDE = 3;
  private static final double IN_TEXT = -1;

  /** A number that goes on in the next line is better than its first half. */
  private static final double WRAPPED = 3.5;

  private static final double WIDE_GAP = 2;
  private static final double SLIP = 2;
  private static final double RANK = 0.1;
  private static final double ORDER = 0.01;

  /** Behind a label in its own line; longer is a sentence. */
  private static final int LONGEST_NAME = 6;

  private final List<Passage> passages;
  private final Neighbours neighbours;
  private final Labels labels;
  private final RunningText running;

  FieldFinder(List<Passage> passages, Passage letter, DocumentType type) {
    this.passages = passages;
    this.running = new RunningText(passages, letter);
    this.neighbours = new Neighbours(passages);
    this.labels = new Labels(passages, type.rules());
  }

  /**
   * A value in its place.
   *
   * @param value normalised
   */
  record Found(FieldRule rule, Slot slot, String value, double score) {}

  /** All that stands in a passage as a value; empty when it cannot be one. */
  static Optional<Found> whole(FieldRule rule, Passage passage) {
    return rule.kind()
        .normalise(passage.text())
        .map(value -> new Found(rule, whole(passage), value, 0));
  }

  Labels labels() {
    return labels;
  }

  /** The most convincing value of a field. */
  Optional<Found> find(FieldRule rule) {
    List<Found> found = new ArrayList<>();
    int order = 0;
    for (Labels.Label label : labels.all()) {
      order++;
      if (label.rule() != rule) {
        continue;
      }
      double score = -SLIP * label.slips() - RANK * label.rank() - ORDER * order;
      for (Candidate candidate : candidates(label)) {
        add(found, rule, candidate.slot, score + candidate.score);
      }
    }
    byEnding(rule, found);
    running.phrased(rule).forEach(slot -> add(found, rule, slot, BESIDE));
    if (rule.name().equals("personName")) {
      running.named().forEach(slot -> add(found, rule, slot, IN_TEXT));
    }
    running.numbered(rule).forEach(slot -> add(found, rule, slot, WRAPPED));
    if (found.isEmpty() && rule.closing()) {
      running.closing(rule).ifPresent(slot -> add(found, rule, slot, -BESIDE));
    }
    if (found.isEmpty() && rule.kind() == FieldKind.CITIZEN_ID) {
      unlabelledId(rule, found);
    }
    return found.stream().max(Comparator.comparingDouble(Found::score));
  }

  private record Candidate(Slot slot, double score) {}

  private List<Candidate> candidates(Labels.Label label) {
    Passage passage = label.passage();
    List<Candidate> candidates = new ArrayList<>();
    if (!label.isAlone()) {
      int end = labels.nextStart(passage, label.to());
      behind(label, end).ifPresent(slot -> candidates.add(new Candidate(slot, BESIDE)));
      return candidates;
    }
    Optional<Passage> right = neighbours.rightOf(passage);
    if (right.isPresent() && !right.get().isEmpty() && !labels.isLabel(right.get())) {
      candidates.add(new Candidate(upToLabel(right.get()), BESIDE));
    }
    Optional<Passage> below = neighbours.below(passage);
    boolean beside = right.isPresent() && !labels.isLabel(right.get());
    if (!beside && below.isPresent() && !labels.isLabel(below.get())) {
      candidates.add(new Candidate(upToLabel(below.get()), 0));
    }
    return candidates;
  }

  /** What stands behind a label in its own line. */
  private static Optional<Slot> behind(Labels.Label label, int end) {
    Slot slot = upToGap(label.passage(), label.to(), end);
    return switch (label.rule().kind()) {
      case PERSON_NAME ->
          NamesInText.at(slot.passage(), slot.from(), slot.to())
              .or(() -> Optional.of(slot).filter(read -> read.text().length() <= LONGEST_NAME));
      case CITIZEN_ID, INSURED_NUMBER, CREDIT_CODE -> Optional.of(Matches.numberIn(slot));
      case DATE, CODE, SEX, TEXT -> Optional.of(slot);
    };
  }

  /** What stands in a passage, up to the first label in it. */
  private Slot upToLabel(Passage passage) {
    return new Slot(passage, 0, labels.nextStart(passage, 0));
  }

  private static Slot whole(Passage passage) {
    return new Slot(passage, 0, passage.text().length());
  }

  /** A wide gap ends a value that stands behind its label. */
  private static Slot upToGap(Passage passage, int from, int end) {
    int to = from;
    while (to < end && (to == from || passage.gapBefore(to) <= WIDE_GAP)) {
      to++;
    }
    return new Slot(passage, from, to);
  }

  private static void add(List<Found> found, FieldRule rule, Slot slot, double score) {
    if (slot.from() >= slot.to()
        || rule.kind() == FieldKind.PERSON_NAME && FormWords.areIn(slot.text())) {
      return;
    }
    rule.kind()
        .normalise(slot.text())
        .ifPresent(
            value ->
                found.add(
                    new Found(
                        rule, slot, value, score + (rule.kind().isSound(value) ? SOUND : 0))));
  }

  /** Values such as 1958年10月14日出生, which carry their meaning behind them. */
  private void byEnding(FieldRule rule, List<Found> found) {
    for (Passage passage : passages) {
      for (String ending : rule.endingsOrNone()) {
        if (passage.text().endsWith(ending) && passage.text().length() <= 20) {
          int to = passage.text().length() - ending.length();
          add(found, rule, new Slot(passage, 0, to), -BESIDE);
        }
      }
    }
  }

  /** A valid number speaks for itself, if the page shows no other. */
  private void unlabelledId(FieldRule rule, List<Found> found) {
    List<Found> valid = new ArrayList<>();
    for (Passage passage : running.texts()) {
      Matches.ids(passage).forEach(slot -> add(valid, rule, slot, -BESIDE));
    }
    valid.removeIf(id -> !rule.kind().isSound(id.value()));
    if (valid.stream().map(Found::value).distinct().count() == 1) {
      found.add(valid.getFirst());
    }
  }
}
