package io.huodang.search;

import com.github.houbb.nlp.hanzi.similar.api.IChaiziData;
import com.github.houbb.nlp.hanzi.similar.support.data.ChaiziDatas;
import io.huodang.vocabulary.PersonName;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What characters are made of (杰 of 木 and 灬): whoever cannot type one types a part of it or one
 * that has the same part, and half of one is all that is read of it at times.
 */
final class Parts {
  /** What more characters are made with (氵, 木) makes none of them like another one. */
  private static final int MOST_WITH_A_TELLING_PART = 30;

  private static final int LONGEST = 4;
  private static final Map<String, Set<String>> PARTS = new HashMap<>();
  private static final Map<String, Set<String>> WHOLES = new HashMap<>();
  private static final Map<String, Set<String>> TOGETHER = new HashMap<>();

  static {
    IChaiziData known = ChaiziDatas.defaults();
    RareCharacters.common().forEach(c -> put(c, known));
    for (String line : Tables.lines("parts.txt")) {
      String[] words = line.split(" ");
      if (words.length == 1) {
        line.codePoints().mapToObj(Character::toString).forEach(c -> put(c, known));
      } else {
        put(words[0], words[1]);
      }
    }
    Variants.beyond()
        .forEach(
            (simplified, traditional) ->
                parts(traditional, known)
                    .map(PersonName::fold)
                    .forEach(parts -> put(simplified, parts)));
  }

  private Parts() {}

  private static Stream<String> parts(String character, IChaiziData known) {
    return Stream.ofNullable(known.getSplitList(character)).flatMap(List::stream);
  }

  private static void put(String whole, IChaiziData known) {
    parts(whole, known).forEach(parts -> put(whole, parts));
  }

  private static void put(String whole, String parts) {
    put(TOGETHER, parts, whole);
    parts
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(
            part -> {
              put(PARTS, whole, part);
              put(WHOLES, part, whole);
            });
  }

  private static void put(Map<String, Set<String>> to, String key, String character) {
    to.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(character);
  }

  /** Names in which neighbours are put together that are the parts of one character (丛龙天: 丛䶮). */
  static Set<String> together(String folded) {
    int[] c = folded.codePoints().toArray();
    Set<String> names = new LinkedHashSet<>();
    for (int from = 0; from < c.length; from++) {
      for (int length = 2; length <= LONGEST && from + length <= c.length; length++) {
        String before = new String(c, 0, from);
        String behind = new String(c, from + length, c.length - from - length);
        for (String whole : TOGETHER.getOrDefault(new String(c, from, length), Set.of())) {
          names.add(before + whole + behind);
        }
      }
    }
    return names;
  }

  /** The characters of which one is made, and those that are made with it. */
  static Set<String> ofOrWith(String character) {
    Set<String> all = new LinkedHashSet<>(PARTS.getOrDefault(character, Set.of()));
    all.addAll(WHOLES.getOrDefault(character, Set.of()));
    return all;
  }

  /** The characters beyond the BMP that the table knows. */
  static Set<Integer> beyond() {
    return PARTS.keySet().stream()
        .map(whole -> whole.codePointAt(0))
        .filter(Character::isSupplementaryCodePoint)
        .collect(Collectors.toSet());
  }

  /** The characters that have a part in common with one, and few others have it; itself not. */
  static Set<String> sharing(String character) {
    Set<String> all = new LinkedHashSet<>();
    for (String part : PARTS.getOrDefault(character, Set.of())) {
      Set<String> wholes = WHOLES.getOrDefault(part, Set.of());
      if (wholes.size() <= MOST_WITH_A_TELLING_PART) {
        all.addAll(wholes);
      }
    }
    all.remove(character);
    return all;
  }
}
