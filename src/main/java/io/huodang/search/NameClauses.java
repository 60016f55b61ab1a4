package io.huodang.search;

import static io.huodang.search.Clauses.all;
import static io.huodang.search.Clauses.fits;
import static io.huodang.search.Clauses.is;
import static io.huodang.search.Clauses.isOneOf;
import static io.huodang.search.Clauses.nearly;
import static io.huodang.search.Clauses.startsWith;
import static io.huodang.search.Clauses.tier;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.huodang.search.Asked.Han;
import io.huodang.search.Asked.Latin;
import io.huodang.search.Asked.NamePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How a name is asked for: the same for persons and for names that stand on items. */
final class NameClauses {
  private static final int SHORTEST_NEAR = 3;
  private static final int LONGEST_NEAR = 4;
  private static final int SHORTEST_PREFIX = 3;
  private static final int SHORTEST_NEAR_SOUND = 6;
  private static final double PART = 500;
  private static final double PATTERN = 550;
  private static final double PINYIN_BEGINNING = 350;
  private static final double SAME_SOUND = 140;
  private static final double OTHER_SURNAME = 90;

  private NameClauses() {}

  static List<Query> of(Han asked) {
    String name = asked.name();
    String variant = Variants.fold(name);
    List<Query> clauses = new ArrayList<>();
    clauses.add(tier(Why.NAME, is("names", name)));
    clauses.add(tier(Why.NAME_VARIANT, is("variantNames", variant)));
    clauses.add(
        tier(
            Why.NAME,
            PART,
            all(NameKeys.requiredGrams(variant).stream().map(g -> is("nameGrams", g)).toList())));
    near(asked.length(), name, variant, clauses);
    return clauses;
  }

  private static void near(int length, String name, String variant, List<Query> clauses) {
    if (length > LONGEST_NEAR) {
      clauses.add(tier(Why.NEAR_MISS, nearly("variantNames", variant)));
      return;
    }
    Set<String> near = new TreeSet<>(NameKeys.near(variant));
    if (near.isEmpty()) {
      return;
    }
    clauses.add(
        tier(
            Why.NEAR_MISS,
            SAME_SOUND,
            all(List.of(isOneOf("nearNames", near), isOneOf("pinyin", Pinyin.full(name))))));
    if (length < SHORTEST_NEAR) {
      return; // every second person shares one of two characters
    }
    clauses.add(tier(Why.NEAR_MISS, OTHER_SURNAME, isOneOf("nearNames", near)));
    near.removeIf(key -> key.startsWith("_"));
    clauses.add(tier(Why.NEAR_MISS, isOneOf("nearNames", near)));
  }

  static List<Query> of(NamePattern asked) {
    return List.of(tier(Why.NAME, PATTERN, fits("names", asked.pattern())));
  }

  static List<Query> of(Latin asked) {
    String typed = asked.typed();
    List<Query> clauses = new ArrayList<>();
    clauses.add(tier(Why.NAME, is("names", asked.name())));
    clauses.add(tier(Why.PINYIN, is("pinyin", typed)));
    clauses.add(tier(Why.INITIALS, is("initials", typed)));
    if (typed.length() >= SHORTEST_PREFIX) {
      clauses.add(tier(Why.PINYIN, PINYIN_BEGINNING, startsWith("pinyin", typed)));
    }
    if (typed.length() >= SHORTEST_NEAR_SOUND) {
      clauses.add(tier(Why.NEAR_MISS, nearly("pinyin", typed)));
    }
    return clauses;
  }
}
