package io.huodang.search;

import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.Han;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What was typed into the one box, taken apart: all parts must be met together (王建国 1960).
 *
 * @param understood how it was taken
 * @param parts at least one
 */
record Question(Understood understood, List<Asked> parts) {
  private static final int MOST_PARTS = 8;

  Question {
    parts = List.copyOf(parts);
  }

  static Question of(String query) {
    String tidy = QueryText.tidy(query);
    List<String> keys = keys(tidy);
    List<Asked> parts =
        keys.size() > MOST_PARTS
            ? List.of(new Asked.Words(TextFolding.fold(tidy)))
            : keys.stream().map(Reading::of).toList();
    String kind = parts.size() == 1 ? parts.getFirst().kind() : "several";
    return new Question(new Understood(kind, Masking.mask(tidy)), parts);
  }

  /** Neighbours that belong together: a spaced name, spelt syllables, groups of one number. */
  private static List<String> keys(String tidy) {
    String compact = CitizenId.compact(tidy).toUpperCase(Locale.ROOT);
    if (Reading.isCitizenNumber(compact)) {
      return List.of(compact);
    }
    List<String> keys = new ArrayList<>();
    Form before = Form.OTHER;
    for (String token : tidy.split(" ")) {
      Form form = Form.of(token);
      if (!keys.isEmpty() && form == before && form.joins(keys.getLast(), token)) {
        keys.set(keys.size() - 1, keys.getLast() + " " + token);
      } else {
        keys.add(token);
      }
      before = form;
    }
    return keys;
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
            token.codePointCount(0, token.length()) == 1
                || before.codePointCount(0, before.length()) == 1
                || before.contains(" ");
      };
    }
  }
}
