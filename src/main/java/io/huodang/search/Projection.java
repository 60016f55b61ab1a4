package io.huodang.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Writes what the registry and the vault hold into the index. Repeatable; thread-safe. */
public interface Projection {

  /**
   * Brings the documents of these subjects up to date; what is done can be found when this returns.
   *
   * @return which are done, and why the others are not
   * @throws IOException when the index or the vault is away; trying again is safe
   */
  Projected project(List<Subject> subjects) throws IOException;

  /**
   * What came of it.
   *
   * @param done ids of subjects whose documents stand in the index
   * @param failed ids of subjects that the index refuses, with its reason
   */
  record Projected(Set<UUID> done, Map<UUID, String> failed) {
    public Projected {
      done = Set.copyOf(done);
      failed = Map.copyOf(failed);
    }
  }
}
