package io.huodang.search;

import io.huodang.vocabulary.Han;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A folded name of which some characters are spelt in letters (王jg), as keys of its sound. */
final class Spelling {
  private static final int MOST = 24;
  private static final int MOST_IN_FULL = 2_000;

  private Spelling() {}

  /** The runs of characters in it. */
  static List<String> characters(String mixed) {
    return runs(mixed).stream().filter(Spelling::isHan).toList();
  }

  /** Every way to type all of it in letters, the characters in full. */
  static Set<String> full(String mixed) {
    return spelt(mixed, Pinyin::full);
  }

  /** Every way to type all of it in letters, the characters by their first ones. */
  static Set<String> initials(String mixed) {
    return spelt(mixed, Pinyin::initials);
  }

  /**
   * Ways to type all of it in full whose letters are partly whole syllables, partly the first of
   * one (李xmei, 李x美mei); empty when all are whole, or too many would be spelt.
   */
  static Set<String> inFull(String mixed) {
    Set<String> all = Set.of("");
    boolean partly = false;
    if (isOfFirstLetters(mixed)) {
      return Set.of(); // keys of their own
    }
    for (String run : runs(mixed)) {
      Set<String> begun = isHan(run) ? Set.of() : PartlySpelt.inFull(Pinyin.typed(run));
      Set<String> spelt =
          isHan(run) ? Pinyin.full(run) : begun.isEmpty() ? Set.of(Pinyin.typed(run)) : begun;
      partly |= !begun.isEmpty();
      if (all.size() * spelt.size() > MOST_IN_FULL) {
        return Set.of();
      }
      all =
          all.stream()
              .flatMap(before -> spelt.stream().map(before::concat))
              .collect(Collectors.toCollection(LinkedHashSet::new));
    }
    return partly ? all : Set.of();
  }

  /** Whether none of its letters can be a whole syllable. */
  static boolean isOfFirstLetters(String mixed) {
    return mixed.codePoints().noneMatch(c -> "aeiouvü".indexOf(c) >= 0);
  }

  /** What its characters may be, the letters taken for whole syllables. */
  static List<Places> whole(String mixed) {
    return places(runs(mixed), Sounds::whole, true);
  }

  /** The same, the letters taken for syllables or for the first of each character. */
  static List<Places> begun(String mixed) {
    return places(
        runs(mixed),
        letters -> {
          List<Places> ways = new ArrayList<>(Sounds.whole(letters));
          ways.addAll(Sounds.initials(letters, true));
          ways.addAll(PartlySpelt.places(letters));
          return ways;
        },
        true);
  }

  /** The same of a name that goes on behind it. */
  static List<Places> beginning(String mixed) {
    List<String> runs = runs(mixed);
    List<Places> ways = new ArrayList<>();
    for (Places before : places(runs.subList(0, runs.size() - 1), Sounds::whole, false)) {
      places(runs.subList(runs.size() - 1, runs.size()), Sounds::beginning, false)
          .forEach(last -> ways.add(before.and(last)));
    }
    return ways;
  }

  private static List<Places> places(
      List<String> runs, Function<String, List<Places>> sound, boolean whole) {
    List<Places> all = List.of(new Places(List.of(), whole));
    for (String run : runs) {
      List<Places> longer = new ArrayList<>();
      for (Places before : all) {
        for (Places one : isHan(run) ? List.of(Places.of(run, whole)) : sound.apply(run)) {
          longer.add(before.and(one).ending(whole));
        }
      }
      all = longer;
    }
    return all;
  }

  private static Set<String> spelt(String mixed, Function<String, Set<String>> sound) {
    Set<String> all = Set.of("");
    for (String run : runs(mixed)) {
      Set<String> longer = new LinkedHashSet<>();
      for (String before : all) {
        for (String spelt : isHan(run) ? sound.apply(run) : Set.of(Pinyin.typed(run))) {
          if (longer.size() < MOST) {
            longer.add(before + spelt);
          }
        }
      }
      all = longer;
    }
    return all;
  }

  private static List<String> runs(String mixed) {
    List<String> runs = new ArrayList<>();
    boolean han = false;
    for (int c : mixed.codePoints().toArray()) {
      String one = Character.toString(c);
      if (!runs.isEmpty() && Han.isHan(c) == han) {
        runs.set(runs.size() - 1, runs.getLast() + one);
      } else {
        runs.add(one);
      }
      han = Han.isHan(c);
    }
    return runs;
  }

  private static boolean isHan(String run) {
    return Han.isHan(run.codePointAt(0));
  }
}
