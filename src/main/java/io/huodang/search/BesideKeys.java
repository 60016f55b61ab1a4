package io.huodang.search;

import io.huodang.vocabulary.Han;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes what was typed or pasted with its labels and forms of address ({@code 姓名：王伟同志}) apart, and
 * leaves the keys.
 */
final class BesideKeys {
  private static final int SHORTEST_NAME = 2;
  private static final int LONGEST_NAME = 4;

  private static final Set<String> FORMER = list("former");
  private static final Set<String> RENAMED = list("renamed");
  private static final Set<String> BEFORE_NAMES = both(list("before"), both(RENAMED, FORMER));
  private static final Set<String> LABELS = both(list("label"), BEFORE_NAMES);
  private static final Set<String> UNKNOWN = list("unknown");
  private static final Set<String> PAPERS = list("paper");
  private static final Pattern LABEL_BEHIND = behind(LABELS, UNKNOWN);
  private static final Pattern TITLE_BEHIND = behind(list("title"), Set.of("的档案", "的材料", "的资料"));
  private static final Pattern LABEL_BEFORE = before(BEFORE_NAMES);

  /** Two names of one person in one word (张秀芹改名刘秀芹). */
  private static final Pattern TWO_NAMES =
      Pattern.compile(
          "(\\p{IsHan}{2,4}?)(%s)(\\p{IsHan}{2,4})".formatted(any(both(FORMER, RENAMED))));

  private static final Pattern ABOUT_PAPERS =
      Pattern.compile("(?:%s)\\p{IsHan}{0,6}".formatted(any(PAPERS)));

  /** A name, and what a paper is about, in one word (王伟退休审批表). */
  private static final Pattern NAME_AND_PAPER =
      Pattern.compile("(\\p{IsHan}{2,4}?)((?:%s)\\p{IsHan}{0,6})".formatted(any(PAPERS)));

  /** An employer, and a name behind it. */
  private static final Pattern EMPLOYER_AND_NAME =
      Pattern.compile(
          "(\\p{IsHan}{2,}(?:公司|集团|厂|局|医院|学校|中学|小学|中心|合作社|银行|管理处|林场|社))(\\p{IsHan}{2,4})");

  /** Characters, and the first of a number behind them; or the other way round. */
  private static final Pattern SEAM =
      Pattern.compile("(?<=\\p{IsHan})(?=[0-9])|(?:(?<=[0-9])|(?<=[0-9][Xx]))(?=\\p{IsHan})");

  private BesideKeys() {}

  /** The words of a tidied query that are keys, in their order; all words when none is one. */
  static List<String> of(List<String> words) {
    List<String> parted = new ArrayList<>();
    words.forEach(word -> parted.addAll(parted(word)));
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < parted.size(); i++) {
      String word = parted.get(i);
      if (UNKNOWN.contains(word)) {
        i++; // what follows it is nothing that anybody is found by
      } else if (!LABELS.contains(word)) {
        keys.add(word);
      }
    }
    return keys.isEmpty() ? words : keys;
  }

  /**
   * Whether a key is labelled as a name that someone bore before (曾用名：王芳), the label before it or
   * else behind it.
   *
   * @param words of the tidied query
   */
  static boolean isFormerName(String key, List<String> words) {
    List<String> parted = new ArrayList<>();
    words.forEach(word -> parted.addAll(parted(word)));
    int label = 0;
    while (label < parted.size() && !FORMER.contains(parted.get(label))) {
      label++;
    }
    return label < parted.size()
        && Stream.of(label + 1, label - 1)
            .filter(at -> at >= 0 && at < parted.size())
            .map(parted::get)
            .filter(BesideKeys::mayBeName)
            .limit(1)
            .anyMatch(name -> (key + " ").startsWith(name + " "));
  }

  private static boolean mayBeName(String word) {
    return word.codePoints().allMatch(Han::isHan)
        && !LABELS.contains(word)
        && Asked.Sex.of(word).isEmpty();
  }

  /** Whether a word tells what a paper is about. */
  static boolean isAboutPapers(String word) {
    return ABOUT_PAPERS.matcher(word).matches();
  }

  private static List<String> parted(String word) {
    if (LABELS.contains(word)
        || UNKNOWN.contains(word)
        || isAboutPapers(word)
        || Reading.isDate(word)) {
      return List.of(word);
    }
    if (word.codePoints().noneMatch(Han::isHan)) {
      return List.of(word);
    }
    List<String> runs = List.of(SEAM.split(word));
    if (runs.size() > 1) {
      boolean keys = runs.stream().allMatch(BesideKeys::mayStandAlone);
      return keys ? runs.stream().flatMap(run -> parted(run).stream()).toList() : List.of(word);
    }
    String bare = TITLE_BEHIND.matcher(word).replaceFirst("$1");
    Matcher before = LABEL_BEFORE.matcher(bare);
    if (before.matches()) {
      return Stream.concat(Stream.of(before.group(1)), parted(before.group(2)).stream()).toList();
    }
    Matcher label = LABEL_BEHIND.matcher(bare);
    if (label.matches()) {
      return List.of(label.group(1), label.group(2));
    }
    Matcher names = TWO_NAMES.matcher(bare);
    if (names.matches()) {
      return List.of(names.group(1), names.group(2), names.group(3));
    }
    Matcher employer = EMPLOYER_AND_NAME.matcher(bare);
    if (employer.matches()) {
      return List.of(employer.group(1), employer.group(2));
    }
    Matcher paper = NAME_AND_PAPER.matcher(bare);
    return paper.matches() ? List.of(paper.group(1), paper.group(2)) : List.of(bare);
  }

  /** A number, or characters that are a name or end with a label. */
  private static boolean mayStandAlone(String run) {
    return run.codePoints().noneMatch(Han::isHan)
        || LABELS.contains(run)
        || UNKNOWN.contains(run)
        || LABEL_BEHIND.matcher(run).matches()
        || Asked.Sex.of(run).isPresent()
        || run.codePointCount(0, run.length()) >= SHORTEST_NAME
            && run.codePointCount(0, run.length()) <= LONGEST_NAME
            && !run.endsWith("第")
            && !run.endsWith("字")
            && !run.startsWith("号")
            && !run.startsWith("年");
  }

  private static Set<String> list(String name) {
    return Tables.lines("beside-keys.txt").stream()
        .map(line -> line.split(" +"))
        .filter(line -> line[0].equals(name))
        .flatMap(line -> Arrays.stream(line).skip(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
  }

  /** Two characters and more, and one of the words behind them. */
  private static Pattern behind(Set<String> words, Set<String> more) {
    return Pattern.compile("^(\\p{IsHan}{2,}?)(%s|%s)$".formatted(any(words), any(more)));
  }

  private static Pattern before(Set<String> words) {
    return Pattern.compile("^(%s)(\\p{IsHan}{2,})$".formatted(any(words)));
  }

  /** The longest first. */
  private static String any(Set<String> words) {
    return words.stream()
        .filter(word -> word.codePointCount(0, word.length()) > 1)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .collect(Collectors.joining("|"));
  }
}
