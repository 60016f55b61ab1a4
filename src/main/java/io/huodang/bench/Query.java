package io.huodang.bench;

import org.jspecify.annotations.Nullable;

/**
 * Something that a clerk types.
 *
 * @param meant whom; null where nobody in particular is meant
 */
record Query(Kind kind, String typed, @Nullable Invented meant) {

  /** What is typed next when too many are found: the year of birth, or the name; else the same. */
  Query withOneMoreKey() {
    Invented person = meant;
    if (person == null || kind == Kind.NAME_AND_YEAR) {
      return this;
    }
    String more =
        kind == Kind.ID_PART ? person.name() : person.citizenId().value().substring(6, 10);
    return new Query(kind, typed + " " + more, person);
  }
}
