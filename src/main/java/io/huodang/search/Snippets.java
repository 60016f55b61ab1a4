package io.huodang.search;

import io.huodang.recognition.Box;
import io.huodang.recognition.PageText;
import io.huodang.recognition.TextLine;
import io.huodang.recognition.Word;
import io.huodang.search.Asked.CitizenNumber;
import io.huodang.search.Asked.Date;
import io.huodang.search.Asked.Groups;
import io.huodang.search.Asked.Han;
import io.huodang.search.Asked.Latin;
import io.huodang.search.Asked.MaskedNumber;
import io.huodang.search.Asked.Mixed;
import io.huodang.search.Asked.NamePattern;
import io.huodang.search.Asked.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a page says around the words that were asked for, and where these stand. */
final class Snippets {
  private static final int BEFORE = 24;
  private static final int LONGEST = 80;
  private static final int MOST_BOXES = 50;

  private final StringBuilder text = new StringBuilder();

  /** The letters and digits of the text, folded, and where each stands in it. */
  private final List<Integer> letters = new ArrayList<>();

  private final List<Integer> places = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();

  private Snippets(PageText page) {
    for (TextLine line : page.lines()) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      line.words().forEach(this::add);
    }
  }

  /** A page's part of an answer. */
  record Snippet(String html, List<List<Integer>> boxes) {
    static final Snippet NOTHING = new Snippet("", List.of());
  }

  /** HTML: escaped, hits in {@code <em>}, numbers of the form of an ID masked. */
  static Snippet of(PageText page, Question question) {
    return new Snippets(page).around(question);
  }

  private void add(Word word) {
    for (int i = 0; i < word.text().length(); ) {
      int c = word.text().codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.add(TextFolding.fold(c));
        places.add(text.length());
        words.add(word);
      }
      text.appendCodePoint(c);
      i += Character.charCount(c);
    }
  }

  private Snippet around(Question question) {
    BitSet hit = new BitSet();
    Set<Box> boxes = new LinkedHashSet<>();
    for (Asked part : question.parts()) {
      boolean whole = !(part instanceof MaskedNumber);
      for (String needle : needles(part)) {
        mark(needle, whole, hit, boxes);
      }
    }
    int from = Math.max(0, hit.nextSetBit(0) - BEFORE);
    return new Snippet(
        html(from, Math.min(text.length(), from + LONGEST), hit),
        boxes.stream()
            .limit(MOST_BOXES)
            .map(box -> List.of(box.x(), box.y(), box.width(), box.height()))
            .toList());
  }

  private static List<String> needles(Asked part) {
    return switch (part) {
      case CitizenNumber asked -> asked.forms();
      case MaskedNumber asked -> List.of(asked.pattern().replaceAll("[?*].*", ""));
      case Asked.Number asked -> List.of(asked.key());
      case Groups asked -> {
        List<String> all = new ArrayList<>(List.of(asked.joined()));
        asked.keys().forEach(key -> all.addAll(needles(key)));
        yield all;
      }
      case Date asked -> List.of(asked.text(), asked.digits());
      case Han asked -> List.of(asked.text());
      case Mixed asked -> List.of(asked.text());
      case NamePattern asked -> List.of();
      case Latin asked -> List.of(asked.name());
      case Asked.Sex _ -> List.of();
      case Asked.Paper asked -> List.of(asked.text());
      case Words asked -> List.of(asked.text());
    };
  }

  private void mark(String asked, boolean whole, BitSet hit, Set<Box> boxes) {
    int[] needle =
        TextFolding.fold(asked).codePoints().filter(Character::isLetterOrDigit).toArray();
    for (int start = 0; needle.length > 0 && start + needle.length <= letters.size(); start++) {
      int last = start + needle.length - 1;
      if (standsAt(needle, start) && !(whole && isPartOfNumber(start, last))) {
        hit.set(
            places.get(start),
            places.get(last) + Character.charCount(text.codePointAt(places.get(last))));
        words.subList(start, last + 1).forEach(word -> boxes.add(word.box()));
      }
    }
  }

  private boolean standsAt(int[] needle, int start) {
    for (int i = 0; i < needle.length; i++) {
      if (letters.get(start + i) != needle[i]) {
        return false;
      }
    }
    return true;
  }

  /** A year within an ID is no hit. */
  private boolean isPartOfNumber(int start, int last) {
    return areOneNumber(start - 1, start) || areOneNumber(last, last + 1);
  }

  private boolean areOneNumber(int one, int next) {
    return one >= 0
        && next < letters.size()
        && Character.isDigit(letters.get(one))
        && Character.isDigit(letters.get(next))
        && places.get(next) == places.get(one) + 1;
  }

  private String html(int from, int to, BitSet hit) {
    String masked = Masking.mask(text.toString()); // before it is cut: half a number is one too
    int begin = inside(from) ? from + 1 : from;
    StringBuilder out = new StringBuilder(begin > 0 ? "…" : "");
    boolean open = false;
    for (int i = begin; i < to || i < masked.length() && inside(i); i++) {
      if (hit.get(i) != open) {
        out.append(open ? "</em>" : "<em>");
        open = !open;
      }
      escape(masked.charAt(i), out);
    }
    out.append(open ? "</em>" : "");
    return out.append(to < masked.length() ? "…" : "").toString();
  }

  /** Between the two halves of a character outside the BMP. */
  private boolean inside(int i) {
    return i > 0 && i < text.length() && Character.isLowSurrogate(text.charAt(i));
  }

  private static void escape(char c, StringBuilder out) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '\n' -> out.append(' ');
      default -> out.append(c);
    }
  }
}
