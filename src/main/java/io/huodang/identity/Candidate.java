package io.huodang.identity;

import io.huodang.catalog.Link;
import java.util.UUID;

/**
 * A person who may be the one on the form.
 *
 * @param personId who
 * @param state whether what speaks for it is enough
 * @param margin 0 to 1: how far ahead of the next candidate
 * @param key which number led to the person: {@code citizen-id}, {@code possible-citizen-id},
 *     {@code insured-number}, {@code new}
 * @param name how the names compare
 */
record Candidate(UUID personId, Link.State state, double margin, String key, Likeness name) {

  /** What spoke for it, as JSON; no number and no name stands in it. */
  String evidence() {
    return "{\"key\":\"%s\",\"name\":\"%s\"}".formatted(key, name.word());
  }
}
