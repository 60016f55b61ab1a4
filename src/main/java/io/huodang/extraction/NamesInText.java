package io.huodang.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a person's name begins and ends in running text: official prose names somebody behind
 * a few fixed words (兹证明, 本人, 职工 …) or before 同志, and goes on with a comma, a bracket, a sex or an
 * ID number.
 */
final class NamesInText {
  private static final Pattern LEAD =
      Pattern.compile("兹证明|兹有|证明|本人|职工|员工|工人|参保人员?|人员|劳动者|申请人|委托人|被保险人|死者|离退休干部");

  /** Other things follow these as well: only what begins with a surname is a name. */
  private static final Set<String> WEAK = Set.of("证明", "人员");

  private static final Pattern TITLE = Pattern.compile("同志|女士|先生");

  /** What ends a name though it is written in characters as well. */
  private static final Pattern END =
      Pattern.compile("同志|女士|先生|性别|[男女](?![\\p{IsHan}])|[男女]族|身份证|公民身份|居民身份|社会保|个人|系我|系本");

  private static final String SENTENCE_END = "。．.；;，,";
  private static final int LONGEST = 4;
  private static final int LONGEST_WITH_DOTS = 25;

  /** A wider gap than this between two characters ends a name of two or more. */
  private static final double WIDE = 1.2;

  private NamesInText() {}

  /** Every place where somebody is named, surest first. */
  static List<Slot> in(Passage passage) {
    List<Slot> names = new ArrayList<>();
    Matcher lead = LEAD.matcher(passage.text());
    while (lead.find()) {
      boolean weak = WEAK.contains(lead.group());
      at(passage, lead.end(), passage.text().length())
          .filter(name -> !weak || sound(passage, name.from(), name.to()).isPresent())
          .ifPresent(names::add);
    }
    Matcher title = TITLE.matcher(passage.text());
    while (title.find()) {
      before(passage, title.start()).ifPresent(names::add);
    }
    return names;
  }

  /**
   * The name that begins at a character or, behind spaces and colons, soon after; empty where none
   * does.
   *
   * @param limit where it ends at the latest
   */
  static Optional<Slot> at(Passage passage, int from, int limit) {
    String text = passage.text();
    int begin = from;
    while (begin < limit && !Character.isIdeographic(text.charAt(begin))) {
      if (Character.isLetterOrDigit(text.charAt(begin))
          || SENTENCE_END.indexOf(text.charAt(begin)) >= 0) {
        return Optional.empty();
      }
      begin++;
    }
    int end = begin;
    boolean dotted = false;
    while (end < limit && (isHan(text.charAt(end)) || isDot(text.charAt(end)))) {
      if (end > begin
          && (startsEnd(text, end) || end - begin >= 2 && passage.gapBefore(end) > WIDE)) {
        break;
      }
      dotted |= isDot(text.charAt(end));
      end++;
    }
    if (end - begin > (dotted ? LONGEST_WITH_DOTS : LONGEST)) {
      // It runs on into a sentence: without a surname it is none.
      return sound(passage, begin, begin + likeliestLength(text.substring(begin, begin + LONGEST)));
    }
    return name(passage, begin, end);
  }

  /** The name that ends before a character, as before 同志. */
  private static Optional<Slot> before(Passage passage, int end) {
    int begin = end;
    while (begin > 0 && end - begin < LONGEST && isHan(passage.text().charAt(begin - 1))) {
      begin--;
    }
    Slot best = null;
    for (int from = begin; from <= end - 2; from++) {
      Optional<Slot> name = sound(passage, from, end);
      boolean likelier =
          name.isPresent()
              && (best == null
                  || NameLikelihood.of(name.get().text()) > NameLikelihood.of(best.text()));
      best = likelier ? name.get() : best;
    }
    boolean alone = begin == 0 || !isHan(passage.text().charAt(begin - 1));
    return best == null && alone ? name(passage, begin, end) : Optional.ofNullable(best);
  }

  /** Between clear ends: a surname that was misread is left to a second look. */
  private static Optional<Slot> name(Passage passage, int from, int to) {
    Slot slot = new Slot(passage, from, to);
    return FieldKind.PERSON_NAME.normalise(slot.text()).map(_ -> slot);
  }

  private static Optional<Slot> sound(Passage passage, int from, int to) {
    Slot slot = new Slot(passage, from, to);
    return FieldKind.PERSON_NAME
        .normalise(slot.text())
        .filter(FieldKind.PERSON_NAME::isSound)
        .map(_ -> slot);
  }

  /** Most names have three characters; 欧阳 and its like have four. */
  private static int likeliestLength(String four) {
    return Surnames.beginsCompound(four) ? 4 : 3;
  }

  private static boolean startsEnd(String text, int at) {
    return END.matcher(text).region(at, text.length()).lookingAt();
  }

  private static boolean isHan(char c) {
    return Character.isIdeographic(c);
  }

  private static boolean isDot(char c) {
    return c == '·' || c == '•' || c == '‧' || c == '・';
  }
}
