package io.huodang.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the printed labels of a form, with some tolerance for slips of the engine. */
final class Labels {
  private static final String COLONS = ":：;；";

  /**
   * A label where it stands.
   *
   * @param rule the field that it announces
   * @param rank its place among the labels of the field; the first is the most telling
   * @param slips by which the reading differs
   * @param from first character
   * @param to behind the last character and its colon
   */
  record Label(Passage passage, FieldRule rule, int rank, int slips, int from, int to) {

    /** Whether nothing else stands in the passage. */
    boolean isAlone() {
      return from == 0 && to >= passage.text().length();
    }
  }

  private final List<Label> labels = new ArrayList<>();
  private final Map<Passage, Label> alone = new HashMap<>();

  Labels(List<Passage> passages, List<FieldRule> rules) {
    for (Passage passage : passages) {
      if (passage.isEmpty()) {
        continue;
      }
      Optional<Label> whole = whole(passage, rules);
      if (whole.isPresent()) {
        labels.add(whole.get());
        alone.put(passage, whole.get());
      } else {
        inside(passage, rules);
      }
    }
  }

  List<Label> all() {
    return labels;
  }

  /** Whether a passage is nothing but a label. */
  boolean isLabel(Passage passage) {
    return alone.containsKey(passage);
  }

  /** The label that begins next in a passage at or behind a character. */
  int nextStart(Passage passage, int from) {
    return labels.stream()
        .filter(label -> label.passage() == passage && label.from() >= from)
        .mapToInt(Label::from)
        .min()
        .orElse(passage.text().length());
  }

  private static Optional<Label> whole(Passage passage, List<FieldRule> rules) {
    String read = Characters.withoutEchoes(Characters.letters(passage.text()));
    if (read.length() > 16) {
      return Optional.empty();
    }
    return best(read, rules)
        .map(fit -> new Label(passage, fit.rule, fit.rank, fit.slips, 0, passage.text().length()));
  }

  private record Fit(FieldRule rule, int rank, int slips, int length) {
    boolean isBetterThan(Fit other) {
      return slips != other.slips ? slips < other.slips : length > other.length;
    }
  }

  private static Optional<Fit> best(String read, List<FieldRule> rules) {
    Fit best = null;
    for (FieldRule rule : rules) {
      for (int rank = 0; rank < rule.printed().size(); rank++) {
        String printed = rule.printed().get(rank);
        if (Math.abs(printed.length() - read.length()) > 2) {
          continue;
        }
        int slips = Slips.between(read, printed);
        Fit fit = new Fit(rule, rank, slips, printed.length());
        if (slips <= tolerance(printed) && (best == null || fit.isBetterThan(best))) {
          best = fit;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static int tolerance(String printed) {
    return printed.length() <= 2 ? 0 : printed.length() <= 7 ? 1 : 2;
  }

  /** Labels before a colon, and a label without colon at the beginning. */
  private void inside(Passage passage, List<FieldRule> rules) {
    String text = passage.text();
    int behindLast = 0;
    for (int i = 1; i < text.length(); i++) {
      if (COLONS.indexOf(text.charAt(i)) >= 0) {
        Label label = beforeColon(passage, behindLast, i, rules);
        if (label != null) {
          labels.add(label);
          behindLast = i + 1;
        }
      }
    }
    if (behindLast == 0) {
      Label best = null;
      for (FieldRule rule : rules) {
        for (int rank = 0; rank < rule.printed().size(); rank++) {
          String printed = rule.printed().get(rank);
          if (text.startsWith(printed)
              && printed.length() >= 2
              && (best == null || printed.length() > best.to())) {
            best = new Label(passage, rule, rank, 0, 0, printed.length());
          }
        }
      }
      if (best != null) {
        labels.add(best);
      }
    }
  }

  private static @Nullable Label beforeColon(
      Passage passage, int earliest, int colon, List<FieldRule> rules) {
    Label best = null;
    for (FieldRule rule : rules) {
      for (int rank = 0; rank < rule.printed().size(); rank++) {
        String printed = rule.printed().get(rank);
        // The engine may have echoed a character: one more is looked at.
        for (int from = colon - printed.length() - 1; from <= colon - printed.length(); from++) {
          if (from < earliest) {
            continue;
          }
          String read = Characters.withoutEchoes(passage.text().substring(from, colon));
          int slips = Slips.between(read, printed);
          if (slips > tolerance(printed)) {
            continue;
          }
          if (best == null || slips < best.slips() || slips == best.slips() && from < best.from()) {
            best = new Label(passage, rule, rank, slips, from, colon + 1);
          }
        }
      }
    }
    return best;
  }
}
