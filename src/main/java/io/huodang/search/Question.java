package io.huodang.search;

import io.huodang.search.Asked.CitizenNumber;
import io.huodang.search.Asked.Latin;
import io.huodang.search.Asked.MaskedNumber;
import io.huodang.search.Asked.NamePattern;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.Han;
import io.huodang.vocabulary.PersonName;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was typed into the one box, taken apart: all parts must be met together (王建国 1960).
 *
 * @param understood how it was taken
 * @param parts at least one
 */
record Question(Understood understood, List<Asked> parts) {
  private static final Pattern NUMBER = Pattern.compile("[0-9A-Z/._#-]*[0-9][0-9A-Z/._#-]*");
  private static final Pattern CITIZEN = Pattern.compile("[0-9]{15}|[0-9]{17}[0-9X]");
  private static final Pattern HIDDEN = Pattern.compile("[0-9]{2,14}[*?]+[0-9X]{0,6}");
  private static final int CITIZEN_LENGTH = 18;

  Question {
    parts = List.copyOf(parts);
  }

  static Question of(String query) {
    String tidy =
        Normalizer.normalize(query, Normalizer.Form.NFKC)
            .replace('×', 'X')
            .replaceAll("\\s+", " ")
            .strip();
    List<Asked> parts = new ArrayList<>();
    for (String part : together(tidy)) {
      parts.add(understand(part));
    }
    String kind = parts.size() == 1 ? parts.getFirst().kind() : "several";
    return new Question(new Understood(kind, Masking.mask(tidy)), parts);
  }

  /** Neighbours that belong together: a spaced name, spelt syllables, groups of one number. */
  private static List<String> together(String tidy) {
    List<String> parts = new ArrayList<>();
    String compact = CitizenId.compact(tidy).toUpperCase(Locale.ROOT);
    if (CITIZEN.matcher(compact).matches() || HIDDEN.matcher(compact).matches()) {
      return List.of(compact);
    }
    String before = "";
    for (String token : tidy.split(" ")) {
      String form = form(token);
      if (form.equals(before) && belongs(form, parts.getLast(), token)) {
        parts.set(parts.size() - 1, parts.getLast() + " " + token);
      } else {
        parts.add(token);
      }
      before = form;
    }
    return parts;
  }

  /** 王 建国 is one name; 王建国 第二毛纺厂, and each part of 买买提 吐尔逊, stand for themselves. */
  private static boolean belongs(String form, String before, String token) {
    return switch (form) {
      case "number" -> false;
      case "han" ->
          token.codePointCount(0, token.length()) == 1
              || before.codePointCount(0, before.length()) == 1
              || before.contains(" ");
      default -> true;
    };
  }

  private static String form(String token) {
    if (NUMBER.matcher(token.toUpperCase(Locale.ROOT)).matches()) {
      return "number";
    }
    return token.codePoints().anyMatch(Han::isHan) ? "han" : "other";
  }

  private static Asked understand(String part) {
    String upper = part.toUpperCase(Locale.ROOT);
    if (CITIZEN.matcher(upper).matches()) {
      Optional<CitizenId> id = CitizenId.parse(upper);
      return new CitizenNumber(upper, id.map(Numbers::forms).orElse(List.of(upper)));
    }
    if (HIDDEN.matcher(upper).matches()) {
      return new MaskedNumber(pattern(upper));
    }
    if (NUMBER.matcher(upper).matches()) {
      return new Asked.Number(Numbers.key(part));
    }
    boolean letters =
        part.codePoints().allMatch(c -> Character.isLetter(c) || " ·.'’-〇".indexOf(c) >= 0);
    boolean han = part.codePoints().anyMatch(Han::isHan);
    if (letters && han) {
      return new Asked.Han(PersonName.fold(part), TextFolding.fold(part));
    }
    if (han && part.codePoints().allMatch(c -> Han.isHan(c) || c == '?' || c == '*')) {
      return new NamePattern(PersonName.fold(part));
    }
    String typed = Pinyin.typed(part);
    if (letters && !typed.isEmpty()) {
      return new Latin(typed, PersonName.fold(part));
    }
    return new Asked.Words(TextFolding.fold(part));
  }

  /** As many hidden characters as asterisks, where that makes a whole number; else any number. */
  private static String pattern(String masked) {
    return masked.length() == CITIZEN_LENGTH
        ? masked.replace('*', '?')
        : masked.replaceAll("[*?]+", "*");
  }
}
