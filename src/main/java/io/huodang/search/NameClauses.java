package io.huodang.search;

import static io.huodang.search.Clauses.all;
import static io.huodang.search.Clauses.fits;
import static io.huodang.search.Clauses.is;
import static io.huodang.search.Clauses.isOneOf;
import static io.huodang.search.Clauses.nearly;
import static io.huodang.search.Clauses.startsWith;
import static io.huodang.search.Clauses.tier;
import static io.huodang.search.Shades.EXCHANGED;
import static io.huodang.search.Shades.INITIALS_BEGINNING;
import static io.huodang.search.Shades.LOOK_ALIKE;
import static io.huodang.search.Shades.MIXED;
import static io.huodang.search.Shades.MIXED_INITIALS;
import static io.huodang.search.Shades.NAME_BEGINNING;
import static io.huodang.search.Shades.NAME_PART;
import static io.huodang.search.Shades.ONE_MISHEARD;
import static io.huodang.search.Shades.ONE_SAME_SOUND;
import static io.huodang.search.Shades.ONE_SIMILAR_SOUND;
import static io.huodang.search.Shades.PARTLY_SPELT;
import static io.huodang.search.Shades.PATTERN;
import static io.huodang.search.Shades.PINYIN_BEGINNING;
import static io.huodang.search.Shades.RARE_MIXED;
import static io.huodang.search.Shades.RARE_PATTERN;
import static io.huodang.search.Shades.SAME_SOUND;
import static io.huodang.search.Shades.SOUNDS_LIKE;
import static io.huodang.search.Shades.VARIANT_PATTERN;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.huodang.search.Asked.Han;
import io.huodang.search.Asked.Latin;
import io.huodang.search.Asked.Mixed;
import io.huodang.search.Asked.NamePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How a name is asked for: the same for persons and for names that stand on items. */
final class NameClauses {
  private static final int SHORTEST_NEAR = 5;
  private static final int SHORTEST_NEAR_SOUND = 6;

  private NameClauses() {}

  static List<Query> of(Han asked) {
    String name = asked.name();
    String variant = Variants.fold(name);
    List<Query> clauses = new ArrayList<>();
    clauses.add(tier(Why.NAME, is("names", name)));
    clauses.add(tier(Why.NAME_VARIANT, is("variantNames", variant)));
    clauses.add(tier(Why.NAME, NAME_BEGINNING, startsWith("variantNames", variant)));
    clauses.add(
        tier(
            Why.NAME,
            NAME_PART,
            all(NameKeys.requiredGrams(variant).stream().map(g -> is("nameGrams", g)).toList())));
    if (asked.length() > 1) {
      clauses.addAll(near(asked, variant));
    }
    return clauses;
  }

  /**
   * Who may have been meant: the name with one character taken for one that looks like it or sounds
   * like it, or all that sounds the same. Names are short, so that any other character mostly makes
   * another person's name ({@link SimilarNames}); only of long ones one character may be any other,
   * missing or too many.
   */
  private static List<Query> near(Han asked, String variant) {
    List<Query> clauses = new ArrayList<>();
    Set<String> sounds = Pinyin.full(asked.name());
    Set<String> open = NameKeys.near(variant);
    if (!open.isEmpty() && !sounds.isEmpty()) {
      clauses.add(
          tier(
              Why.NEAR_MISS,
              ONE_SAME_SOUND,
              all(List.of(isOneOf("nearNames", open), isOneOf("pinyin", sounds)))));
    }
    if (!open.isEmpty() && !sounds.isEmpty()) {
      clauses.add(
          tier(
              Why.NEAR_MISS,
              ONE_SIMILAR_SOUND,
              all(List.of(isOneOf("nearNames", open), isOneOf("heard", Pinyin.heard(sounds))))));
    }
    Set<String> exchanged = NameKeys.exchanged(variant);
    if (!exchanged.isEmpty()) {
      clauses.add(tier(Why.NEAR_MISS, EXCHANGED, isOneOf("variantNames", exchanged)));
    }
    Set<String> alike = new TreeSet<>();
    LookAlikes.of(asked.name()).forEach(name -> alike.add(Variants.fold(name)));
    Parts.together(asked.name()).forEach(name -> alike.add(Variants.fold(name)));
    if (asked.length() >= NameKeys.SHORTEST_UNREAD) {
      alike.addAll(open); // who is registered as 王〇国
    }
    alike.remove(variant);
    if (!alike.isEmpty()) {
      clauses.add(tier(Why.NEAR_MISS, LOOK_ALIKE, isOneOf("variantNames", alike)));
    }
    if (asked.length() >= NameKeys.SHORTEST_SAME_SOUND && !sounds.isEmpty()) {
      clauses.add(tier(Why.NEAR_MISS, SAME_SOUND, isOneOf("pinyin", sounds)));
    }
    if (asked.length() >= SHORTEST_NEAR) {
      clauses.add(tier(Why.NEAR_MISS, nearly("variantNames", variant)));
    }
    return clauses;
  }

  /** The characters stand in the name, and all of it sounds or begins as the letters say. */
  static List<Query> of(Mixed asked) {
    List<Query> clauses = new ArrayList<>();
    clauses.add(tier(Why.NAME, is("names", asked.name())));
    List<Query> known =
        Spelling.characters(asked.name()).stream()
            .map(Variants::fold)
            .flatMap(run -> NameKeys.requiredGrams(run).stream())
            .map(gram -> is("nameGrams", gram))
            .toList();
    Set<String> full = Spelling.full(asked.name());
    clauses.add(tier(Why.PINYIN, MIXED, all(with(known, isOneOf("pinyin", full)))));
    if (asked.mayStandForRareOne()) {
      clauses.add(
          tier(
              Why.PINYIN,
              RARE_MIXED,
              all(with(with(known, isOneOf("pinyin", full)), is("nameGrams", NameKeys.RARE)))));
    }
    clauses.add(
        tier(
            Why.INITIALS,
            MIXED_INITIALS,
            all(with(known, isOneOf("initials", Spelling.initials(asked.name()))))));
    Set<String> inFull = Spelling.inFull(asked.name());
    if (!inFull.isEmpty()) {
      clauses.add(tier(Why.INITIALS, MIXED_INITIALS, all(with(known, isOneOf("pinyin", inFull)))));
    }
    for (String beginning : full) {
      clauses.add(
          tier(Why.PINYIN, PINYIN_BEGINNING, all(with(known, startsWith("pinyin", beginning)))));
    }
    return clauses;
  }

  private static List<Query> with(List<Query> clauses, Query one) {
    List<Query> all = new ArrayList<>(clauses);
    all.add(one);
    return all;
  }

  static List<Query> of(NamePattern asked) {
    List<Query> clauses = new ArrayList<>();
    Query fits = fits("names", asked.pattern());
    clauses.add(tier(Why.NAME, PATTERN, fits));
    if (asked.mayStandForRareOne()) {
      clauses.add(tier(Why.NAME, RARE_PATTERN, all(List.of(is("nameGrams", NameKeys.RARE), fits))));
    }
    clauses.add(
        tier(
            Why.NAME_VARIANT,
            VARIANT_PATTERN,
            fits("variantNames", Variants.fold(asked.pattern()))));
    return clauses;
  }

  static List<Query> of(Latin asked) {
    String typed = asked.typed();
    List<Query> clauses = new ArrayList<>();
    clauses.add(tier(Why.NAME, is("names", asked.name())));
    clauses.add(tier(Why.PINYIN, is("pinyin", typed)));
    clauses.add(tier(Why.INITIALS, is("initials", typed)));
    if (typed.length() >= NameKeys.SHORTEST_BEGUN) {
      clauses.add(tier(Why.INITIALS, INITIALS_BEGINNING, startsWith("initials", typed)));
      clauses.add(tier(Why.PINYIN, PINYIN_BEGINNING, startsWith("pinyin", typed)));
    }
    Set<String> inFull = Spelling.inFull(typed);
    if (!inFull.isEmpty()) {
      clauses.add(tier(Why.INITIALS, PARTLY_SPELT, isOneOf("pinyin", inFull)));
    }
    if (typed.length() >= NameKeys.SHORTEST_HEARD) {
      clauses.add(tier(Why.NEAR_MISS, ONE_MISHEARD, isOneOf("pinyin", Pinyin.misheard(typed))));
      clauses.add(tier(Why.NEAR_MISS, SOUNDS_LIKE, is("heard", Pinyin.heard(typed))));
    }
    if (typed.length() >= SHORTEST_NEAR_SOUND) {
      clauses.add(tier(Why.NEAR_MISS, nearly("pinyin", typed)));
    }
    return clauses;
  }
}
