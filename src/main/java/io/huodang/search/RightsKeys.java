package io.huodang.search;

import io.huodang.access.Terms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rights terms as single keys, so that a grant that names several terms covers only things to which
 * all of them apply together.
 */
final class RightsKeys {
  private RightsKeys() {}

  /** The key of a grant. */
  static String of(Terms grant) {
    return String.join(" ", parts(grant));
  }

  /** The keys of every grant that would cover one of these things. */
  static Set<String> covering(Collection<Terms> things) {
    Set<String> keys = new TreeSet<>();
    for (Terms thing : things) {
      List<String> parts = parts(thing);
      for (int chosen = 0; chosen < 1 << parts.size(); chosen++) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
          if ((chosen & 1 << i) != 0) {
            some.add(parts.get(i));
          }
        }
        keys.add(String.join(" ", some));
      }
    }
    return keys;
  }

  private static List<String> parts(Terms terms) {
    List<String> parts = new ArrayList<>();
    add(parts, "fonds", terms.fonds());
    add(parts, "category", terms.category());
    add(parts, "batch", terms.batch());
    add(parts, "case", terms.caseNumber());
    return parts;
  }

  private static void add(List<String> parts, String term, @Nullable Object value) {
    if (value != null) {
      parts.add(term + "=" + value);
    }
  }
}
