package io.huodang.search;

import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.Han;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the one box, taken apart: all parts must be met together (王建国 1960).
 *
 * @param understood how it was taken
 * @param keys the text of each part; numbers of the form of a citizen ID masked
 * @param parts at least one
 * @param whole all of it as one key, where that may be meant too; null else
 */
record Question(
    Understood understood, List<String> keys, List<Asked> parts, @Nullable Asked whole) {
  private static final int MOST_PARTS = 8;
  private static final int LONGEST_WHOLE = 40;

  /** A year of birth, the century perhaps left out. */
  private static final Pattern YEAR = Pattern.compile("(?:18|19|20)?[0-9]{2}");

  Question {
    keys = List.copyOf(keys);
    parts = List.copyOf(parts);
  }

  static Question of(String query) {
    String tidy = QueryText.tidy(query);
    List<String> keys = keys(tidy);
    List<Asked> parts =
        keys.size() > MOST_PARTS
            ? List.of(new Asked.Words(TextFolding.fold(tidy)))
            : keys.stream().map(key -> labelled(key, keys, QueryText.words(tidy))).toList();
    String kind = parts.size() == 1 ? parts.getFirst().kind() : "several";
    return new Question(
        new Understood(kind, Masking.mask(tidy)),
        (parts.size() == 1 ? List.of(tidy) : keys).stream().map(Masking::mask).toList(),
        parts,
        whole(tidy, keys));
  }

  /** Every way in which it can be met: all parts together, or the one key that it is. */
  <T> List<T> ways(Function<List<Asked>, T> parts, Function<Asked, T> whole) {
    List<T> ways = new ArrayList<>(List.of(parts.apply(this.parts)));
    if (this.whole != null) {
      ways.add(whole.apply(this.whole));
    }
    return ways;
  }

  /** A number with gaps or words in it, or a word that was taken for two. */
  private static @Nullable Asked whole(String tidy, List<String> keys) {
    if (keys.size() == 1 || tidy.codePointCount(0, tidy.length()) > LONGEST_WHOLE) {
      return null;
    }
    if (Reading.isNumber(Numbers.key(tidy))) {
      return new Asked.Number(Numbers.key(tidy));
    }
    if (tidy.codePoints().anyMatch(Character::isDigit)) {
      return new Asked.Words(TextFolding.fold(tidy));
    }
    return tidy.codePoints().allMatch(Han::isHan) ? Reading.of(tidy) : null;
  }

  private static Asked labelled(String key, List<String> keys, List<String> words) {
    Asked asked = keys.size() == 1 ? Reading.of(key) : beside(key, keys);
    return asked instanceof Asked.Han name && BesideKeys.isFormerName(key, words)
        ? name.asFormer()
        : asked;
  }

  /** What a key says beside others that it would not say alone. */
  private static Asked beside(String key, List<String> keys) {
    if (YEAR.matcher(key).matches()) {
      return new Asked.Date(Reading.year(key), key);
    }
    if (BesideKeys.isAboutPapers(key) && !keys.stream().allMatch(BesideKeys::isAboutPapers)) {
      return new Asked.Paper(TextFolding.fold(key));
    }
    return Asked.Sex.of(key).map(Asked.class::cast).orElseGet(() -> Reading.of(key));
  }

  /** Neighbours that belong together: a spaced name, spelt syllables, groups of one number. */
  private static List<String> keys(String tidy) {
    String compact = CitizenId.compact(tidy).toUpperCase(Locale.ROOT);
    if (Reading.isCitizenNumber(compact)) {
      return List.of(compact);
    }
    List<String> keys = new ArrayList<>();
    Form before = Form.OTHER;
    for (String token : BesideKeys.of(QueryText.words(tidy))) {
      Form form = Form.of(token);
      if (!keys.isEmpty() && form == before && form.joins(keys.getLast(), token)) {
        keys.set(keys.size() - 1, keys.getLast() + " " + token);
      } else if (!keys.isEmpty()
          && isOneCharacter(keys.getLast())
          && (form == Form.OTHER || Reading.isTonedSyllable(token))) {
        keys.set(keys.size() - 1, keys.getLast() + token); // 王 jianguo, 丛 yan3
      } else {
        keys.add(token);
      }
      before = form;
    }
    // 「1、王伟」: a number of a line
    return keys.size() > 1 ? keys.stream().filter(key -> !key.matches("[0-9]")).toList() : keys;
  }

  private static boolean isOneCharacter(String key) {
    return key.codePointCount(0, key.length()) == 1 && Han.isHan(key.codePointAt(0));
  }

  /** What a word looks like, before anything is made of it. */
  private enum Form {
    DIGITS,
    NUMBER,
    DATE,
    HAN,
    OTHER;

    private static final Pattern ONLY_DIGITS = Pattern.compile("[0-9]+[Xx]?");

    static Form of(String token) {
      if (Reading.isToned(token)) {
        return OTHER;
      }
      if (ONLY_DIGITS.matcher(token).matches()) {
        return DIGITS;
      }
      if (Reading.isDate(token)) {
        return DATE;
      }
      if (Reading.isNumber(token)) {
        return NUMBER;
      }
      return token.codePoints().anyMatch(c -> Han.isHan(c) || c == '?') ? HAN : OTHER;
    }

    /** 王 建国 is one name; 王建国 第二毛纺厂, and each part of 买买提 吐尔逊, stand for themselves. */
    boolean joins(String before, String token) {
      return switch (this) {
        case DIGITS, OTHER -> true;
        case NUMBER, DATE -> false;
        case HAN ->
            Asked.Sex.of(token).isEmpty()
                && Asked.Sex.of(before).isEmpty()
                && (token.codePointCount(0, token.length()) == 1
                    || before.codePointCount(0, before.length()) == 1
                    || before.contains(" "));
      };
    }
  }
}
