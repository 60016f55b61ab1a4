package io.huodang.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first letters of a name as a regular expression over its characters, for where there are no
 * keys of its sound.
 */
final class InitialPattern {
  private static final Pattern LETTERS = Pattern.compile("[a-z]{2,4}");
  private static final int FIRST = 0x4E00;
  private static final int LAST = 0x9FFF;

  /** The characters that begin with a letter, as a class of a regular expression; made once. */
  private static volatile @Nullable Map<String, String> classes;

  private InitialPattern() {}

  /**
   * A pattern that matches the beginning of a folded name; empty for what is no initials of a name.
   *
   * @param typed two to four letters, {@code wjg}
   */
  static Optional<String> of(String typed) {
    if (!LETTERS.matcher(typed).matches()) {
      return Optional.empty();
    }
    Map<String, String> known = classes();
    StringBuilder pattern = new StringBuilder("^");
    for (String letter : typed.split("")) {
      String characters = known.get(letter);
      if (characters == null) { // nothing sounds so: i, u, v
        return Optional.empty();
      }
      pattern.append('[').append(characters).append(']');
    }
    return Optional.of(pattern.toString());
  }

  private static Map<String, String> classes() {
    Map<String, String> known = classes;
    if (known == null) {
      Map<String, StringBuilder> characters = new HashMap<>();
      for (int c = FIRST; c <= LAST; c++) {
        String character = Character.toString(c);
        Pinyin.readings(character).stream()
            .map(Pinyin.Reading::initials)
            .distinct()
            .forEach(
                letter ->
                    characters.computeIfAbsent(letter, _ -> new StringBuilder()).append(character));
      }
      known = new HashMap<>();
      for (Map.Entry<String, StringBuilder> one : characters.entrySet()) {
        known.put(one.getKey(), one.getValue().toString());
      }
      classes = known;
    }
    return known;
  }
}
