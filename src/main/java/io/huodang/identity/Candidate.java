package io.huodang.identity;

import java.util.EnumSet;
import java.util.Set;

/**
 * Someone who is known, compared with a claimant.
 *
 * @param clues what comparing each field showed; a field that one side lacks shows nothing
 * @param name how the names compare
 */
record Candidate(Known known, Set<Clue> clues, Likeness name) {

  Candidate {
    clues = Set.copyOf(clues);
  }

  /** How much all clues together weigh. */
  int bits() {
    return clues.stream().mapToInt(Clue::bits).sum();
  }

  boolean has(Clue clue) {
    return clues.contains(clue);
  }

  boolean hasAny(Clue first, Clue... more) {
    return clues.stream().anyMatch(EnumSet.of(first, more)::contains);
  }
}
