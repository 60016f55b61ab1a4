package io.huodang.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the printed labels of a form, with some tolerance for slips of the engine. */
final class Labels {
  private static final String COLONS = ":：;；";

  /** 乙方（劳动者）： has a note between label and colon. */
  private static final Pattern NOTE_AT_END = Pattern.compile("[（(][^（()）]{1,10}[)）][:：;；]?$");

  private static final double GAP_IN_HEIGHTS = 0.6;
  private static final Pattern NUMBER =
      Pattern.compile("[:：为是]{0,2}[A-Za-z]{0,2}[0-9０-９|!\\[\\]]{6}");
  private static final Pattern MAN_OR_WOMAN = Pattern.compile("[男女]");
  private static final Pattern YEAR = Pattern.compile("[:：为是]?(19|20)[0-9]{2}");

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
    Optional<Label> label = whole(passage, passage.text(), rules);
    Matcher noted = NOTE_AT_END.matcher(passage.text());
    return label.isEmpty() && noted.find()
        ? whole(passage, passage.text().substring(0, noted.start()), rules)
        : label;
  }

  private static Optional<Label> whole(Passage passage, String text, List<FieldRule> rules) {
    String read = Characters.withoutEchoes(Characters.letters(text));
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

  /** Labels before a colon, and between them those without one. */
  private void inside(Passage passage, List<FieldRule> rules) {
    String text = passage.text();
    List<Label> found = new ArrayList<>();
    int behindLast = 0;
    for (int i = 1; i < text.length(); i++) {
      if (COLONS.indexOf(text.charAt(i)) >= 0) {
        Label label = beforeColon(passage, behindLast, i, rules);
        if (label != null) {
          found.add(label);
          behindLast = i + 1;
        }
      }
    }
    int at = 0;
    while (at < text.length()) {
      int here = at;
      Optional<Label> known =
          found.stream().filter(label -> label.from() <= here && here < label.to()).findFirst();
      Label label = known.isPresent() ? null : withoutColon(passage, at, rules);
      if (label != null && found.stream().noneMatch(other -> overlap(other, label))) {
        found.add(label);
        at = label.to();
      } else {
        at = known.map(Label::to).orElse(at + 1);
      }
    }
    found.sort(Comparator.comparingInt(Label::from));
    labels.addAll(found);
  }

  private static boolean overlap(Label a, Label b) {
    return a.from() < b.to() && b.from() < a.to();
  }

  /**
   * The longest label that begins at a character and needs no colon: it begins the line or follows
   * a gap, or what follows it can be nothing but its value.
   */
  private static @Nullable Label withoutColon(Passage passage, int at, List<FieldRule> rules) {
    String text = passage.text();
    Label best = null;
    for (FieldRule rule : rules) {
      for (int rank = 0; rank < rule.printed().size(); rank++) {
        String printed = rule.printed().get(rank);
        int end = at + printed.length();
        if (printed.length() >= 2
            && text.startsWith(printed, at)
            && (best == null || end > best.to())
            && (at == 0
                || passage.gapBefore(at) > GAP_IN_HEIGHTS
                || isFollowedByValue(text, end, rule.kind()))) {
          best = new Label(passage, rule, rank, 0, at, end);
        }
      }
    }
    return best;
  }

  private static boolean isFollowedByValue(String text, int from, FieldKind kind) {
    Pattern value =
        switch (kind) {
          case CITIZEN_ID, INSURED_NUMBER, CREDIT_CODE -> NUMBER;
          case SEX -> MAN_OR_WOMAN;
          case DATE -> YEAR;
          case PERSON_NAME, CODE, TEXT -> null;
        };
    return value != null && value.matcher(text).region(from, text.length()).lookingAt();
  }

  private static @Nullable Label beforeColon(
      Passage passage, int earliest, int colon, List<FieldRule> rules) {
    Label label = endingAt(passage, earliest, colon, colon, rules);
    Matcher noted = NOTE_AT_END.matcher(passage.text()).region(earliest, colon);
    return label == null && noted.find()
        ? endingAt(passage, earliest, noted.start(), colon, rules)
        : label;
  }

  private static @Nullable Label endingAt(
      Passage passage, int earliest, int end, int colon, List<FieldRule> rules) {
    Label best = null;
    for (FieldRule rule : rules) {
      for (int rank = 0; rank < rule.printed().size(); rank++) {
        String printed = rule.printed().get(rank);
        // The engine may have echoed a character: one more is looked at.
        for (int from = end - printed.length() - 1; from <= end - printed.length(); from++) {
          if (from < earliest) {
            continue;
          }
          String read = Characters.withoutEchoes(passage.text().substring(from, end));
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
