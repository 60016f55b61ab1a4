package io.huodang.access;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which things someone may see at all; every search filters by it. */
public sealed interface Rights {

  /** Whether a thing with those terms may be seen. */
  boolean cover(Terms thing);

  /**
   * The batches that may be seen, as far as grants name them one by one; empty when other grants
   * cover batches as well and each has to be asked about. For speed, never instead of {@link
   * #cover}.
   */
  Optional<Set<UUID>> batchesByName();

  /** All archives of the agency. */
  record Everything() implements Rights {
    @Override
    public boolean cover(Terms thing) {
      return true;
    }

    @Override
    public Optional<Set<UUID>> batchesByName() {
      return Optional.empty();
    }
  }

  /** Only what one of the grants covers; nothing when there is none. */
  record Granted(List<Terms> grants) implements Rights {
    public Granted {
      grants = List.copyOf(grants);
    }

    @Override
    public boolean cover(Terms thing) {
      return grants.stream().anyMatch(grant -> grant.covers(thing));
    }

    @Override
    public Optional<Set<UUID>> batchesByName() {
      Set<UUID> named = new HashSet<>();
      for (Terms grant : grants) {
        if (grant.batch() == null) {
          return Optional.empty();
        }
        named.add(grant.batch());
      }
      return Optional.of(named);
    }
  }
}
