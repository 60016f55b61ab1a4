package io.huodang.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Which characters a folded name may have at each of its places, from the first.
 *
 * @param places an empty set for any character
 * @param whole whether the name ends behind them
 */
record Places(List<Set<String>> places, boolean whole) {
  private static final Set<String> ANY = Set.of();

  Places {
    places = List.copyOf(places);
  }

  /** Those characters, or what is written for them. */
  static Places of(String folded, boolean whole) {
    return new Places(
        folded
            .codePoints()
            .mapToObj(Character::toString)
            .map(one -> one.equals("?") ? ANY : Set.copyOf(Variants.spellings(one)))
            .toList(),
        whole);
  }

  /** The same so many places further back. */
  Places behind(int characters) {
    List<Set<String>> further = new ArrayList<>();
    IntStream.range(0, characters).forEach(_ -> further.add(ANY));
    further.addAll(places);
    return new Places(further, whole);
  }

  /** These, and others behind them. */
  Places and(Places others) {
    List<Set<String>> both = new ArrayList<>(places);
    both.addAll(others.places);
    return new Places(both, others.whole);
  }

  /** The same, with others beside each character. */
  Places with(Function<String, Set<String>> others) {
    return new Places(
        places.stream()
            .map(
                known -> {
                  Set<String> more = new LinkedHashSet<>(known);
                  known.forEach(one -> more.addAll(others.apply(one)));
                  return (Set<String>) more;
                })
            .toList(),
        whole);
  }

  /** The same, and the name ends behind them or may go on. */
  Places ending(boolean there) {
    return new Places(places, there);
  }

  /** As a condition on {@code folded}; the first three places by name_characters. */
  String sql() {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < places.size(); i++) {
      if (!places.get(i).isEmpty()) {
        // A subselect, lest the planner weigh hundreds of characters one by one.
        sql.append(
            "substr(folded, %1$d, 1) collate \"C\" = any(array(select unnest(cast(:place%1$d as text[])))) and "
                .formatted(i + 1));
      }
    }
    return sql.append("char_length(folded) ")
        .append(whole ? "= " : ">= ")
        .append(places.size())
        .toString();
  }

  /** What {@link #sql} names. */
  Map<String, Object> params() {
    Map<String, Object> params = new HashMap<>();
    for (int i = 0; i < places.size(); i++) {
      params.put("place" + (i + 1), places.get(i).toArray(String[]::new));
    }
    return params;
  }
}
