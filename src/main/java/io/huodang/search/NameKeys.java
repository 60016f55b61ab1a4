package io.huodang.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The keys under which a folded name is found, where the search engine has no grams of its own. */
final class NameKeys {
  /** Longer names are compared by edit distance instead. */
  static final int LONGEST_NEAR = 4;

  /** Of two characters, everybody of that surname may be meant who is registered as 王〇. */
  static final int SHORTEST_UNREAD = 3;

  /** Of which all characters may be others that sound the same. */
  static final int SHORTEST_SAME_SOUND = 3;

  /** Letters that the spelling of many a name begins with. */
  static final int SHORTEST_BEGUN = 3;

  /** Letters that may be how a name sounds to who typed them. */
  static final int SHORTEST_HEARD = 4;

  /** How registries keep a character that nobody could read or type (李〇明). */
  static final String UNREAD_MARK = "〇";

  /** Stands among the characters of a name of which one is rare. */
  static final String RARE = "※";

  private static final Pattern UNREAD = Pattern.compile("[" + UNREAD_MARK + "\\p{Co}]");

  private NameKeys() {}

  /** Every character and every pair of neighbours. */
  static Set<String> grams(String folded) {
    int[] c = folded.codePoints().toArray();
    Set<String> grams = new LinkedHashSet<>();
    for (int i = 0; i < c.length; i++) {
      grams.add(Character.toString(c[i]));
      if (i + 1 < c.length) {
        grams.add(new String(c, i, 2));
      }
    }
    return grams;
  }

  /** What a name that contains these characters in a row must have: its pairs, or the one. */
  static List<String> requiredGrams(String folded) {
    int[] c = folded.codePoints().toArray();
    if (c.length == 1) {
      return List.of(folded);
    }
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < c.length; i++) {
      pairs.add(new String(c, i, 2));
    }
    return pairs;
  }

  /**
   * The name with each two neighbours behind the first exchanged (王国建), and with its end put first:
   * the surname was typed behind (建国王).
   */
  static Set<String> exchanged(String folded) {
    int[] c = folded.codePoints().toArray();
    Set<String> exchanged = new LinkedHashSet<>();
    for (int i = 1; i + 1 < c.length; i++) {
      int[] other = c.clone();
      other[i] = c[i + 1];
      other[i + 1] = c[i];
      exchanged.add(new String(other, 0, other.length));
    }
    int longestSurname = c.length == LONGEST_NEAR ? 2 : 1;
    for (int surname = 1; surname <= longestSurname && c.length <= LONGEST_NEAR; surname++) {
      int given = c.length - surname;
      exchanged.add(new String(c, given, surname) + new String(c, 0, given));
    }
    exchanged.remove(folded);
    return exchanged;
  }

  /** The name with one more character left open in each place within it; nothing for long names. */
  static Set<String> longer(String folded) {
    int[] c = folded.codePoints().toArray();
    Set<String> longer = new LinkedHashSet<>();
    for (int i = 1; i < c.length && c.length < LONGEST_NEAR; i++) {
      longer.add(new String(c, 0, i) + '_' + new String(c, i, c.length - i));
    }
    return longer;
  }

  /** The name without each of its characters behind the first; nothing for short names. */
  static Set<String> shorter(String folded) {
    int[] c = folded.codePoints().toArray();
    Set<String> shorter = new LinkedHashSet<>();
    for (int i = 1; i < c.length && c.length > 2 && c.length <= LONGEST_NEAR; i++) {
      shorter.add(new String(c, 0, i) + new String(c, i + 1, c.length - i - 1));
    }
    return shorter;
  }

  /** The name as a key: what nobody could read or type, or has a code of its own, left open. */
  static String open(String folded) {
    return UNREAD.matcher(folded).replaceAll("_");
  }

  /** The name with each of its characters taken for another one in turn. */
  static Set<String> withOneOther(String folded, Function<String, Set<String>> others) {
    int[] c = folded.codePoints().toArray();
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < c.length; i++) {
      for (String other : others.apply(Character.toString(c[i]))) {
        int[] taken = c.clone();
        taken[i] = other.codePointAt(0);
        names.add(new String(taken, 0, taken.length));
      }
    }
    return names;
  }

  /** The name with each of its characters left open in turn; nothing for long names. */
  static Set<String> near(String folded) {
    int[] c = folded.codePoints().toArray();
    Set<String> near = new LinkedHashSet<>();
    if (c.length < 2 || c.length > LONGEST_NEAR) {
      return near;
    }
    for (int i = 0; i < c.length; i++) {
      int[] open = c.clone();
      open[i] = '_';
      near.add(new String(open, 0, open.length));
    }
    return near;
  }
}
