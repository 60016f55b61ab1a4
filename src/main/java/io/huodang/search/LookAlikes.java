package io.huodang.search;

import io.huodang.vocabulary.Han;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Characters that readers, human or not, take for one another: 末 and 未, 国 and 围. */
final class LookAlikes {
  /** No name is as long; a longer text is none. */
  private static final int LONGEST = 16;

  private static final Map<Integer, String> TABLE = new HashMap<>();

  static {
    for (String line : Tables.lines("look-alikes.txt")) {
      int first = line.codePointAt(0);
      TABLE.put(first, line.substring(Character.charCount(first)).strip());
    }
  }

  private LookAlikes() {}

  /** Whether one may be taken for the other. */
  static boolean alike(int one, int other) {
    return TABLE.getOrDefault(one, "").indexOf(other) >= 0;
  }

  /** A folded name with one of its characters taken for another one, each way; itself not. */
  static Set<String> of(String folded) {
    int[] c = folded.codePoints().toArray();
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < c.length && c.length <= LONGEST; i++) {
      for (int other : TABLE.getOrDefault(c[i], "").codePoints().toArray()) {
        int[] taken = c.clone();
        taken[i] = Han.simplified(other);
        names.add(new String(taken, 0, taken.length));
        for (int j = 0; j < c.length; j++) {
          taken[j] = c[j] == c[i] ? taken[i] : c[j]; // 晴晴 is taken for 睛睛
        }
        names.add(new String(taken, 0, taken.length));
      }
    }
    names.remove(folded);
    return names;
  }
}
