package io.huodang.desk;

import io.huodang.access.Access;
import io.huodang.access.Rights;
import io.huodang.access.Viewer;
import io.huodang.intake.Batch;
import io.huodang.intake.Batches;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What waits for someone, no more than they may see and do. Thread-safe. */
@Service
public class Piles {
  private static final int MOST_BATCHES = 10_000;

  private final Access access;
  private final Batches batches;
  private final PileRows rows;

  Piles(Access access, Batches batches, PileRows rows) {
    this.access = access;
    this.batches = batches;
    this.rows = rows;
  }

  /** How many things wait, for each pile that is the viewer's to work on; empty ones too. */
  public Map<Pile, Long> counts(Viewer viewer) {
    Map<Pile, Long> counts = new EnumMap<>(Pile.class);
    Set<UUID> permitted = permitted(viewer);
    Arrays.stream(Pile.values())
        .filter(pile -> access.may(viewer, pile.action()))
        .forEach(pile -> counts.put(pile, rows.count(pile, permitted)));
    return counts;
  }

  /**
   * What waits, longest first.
   *
   * @param after only what came after this one; null from the first
   * @throws io.huodang.access.NotAllowed when the pile is not the viewer's to work on
   */
  public List<Waiting> list(Viewer viewer, Pile pile, @Nullable UUID after, int limit) {
    access.requireMay(viewer, pile.action());
    return rows.list(pile, permitted(viewer), after, limit);
  }

  /** The batches that grants cover; null when all of the agency's archives are open. */
  private @Nullable Set<UUID> permitted(Viewer viewer) {
    return switch (viewer.rights()) {
      case Rights.Everything everything -> null;
      case Rights.Granted granted ->
          batches.newest(granted, null, MOST_BATCHES).stream()
              .map(Batch::id)
              .collect(Collectors.toSet());
    };
  }
}
