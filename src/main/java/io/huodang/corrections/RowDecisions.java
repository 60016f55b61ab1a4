package io.huodang.corrections;

import io.huodang.access.Viewer;
import io.huodang.catalog.Aspect;
import io.huodang.catalog.Change;
import io.huodang.catalog.Changes;
import io.huodang.catalog.Edit;
import io.huodang.catalog.Item;
import io.huodang.catalog.Link;
import io.huodang.catalog.LinkValue;
import io.huodang.catalog.ListRow;
import io.huodang.catalog.NewChange;
import io.huodang.vocabulary.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says of several links of a list at once whether they hold, in one change. */
@Service
public class RowDecisions {
  private final CorrectableItems items;
  private final ListRows rows;
  private final Changes changes;

  RowDecisions(CorrectableItems items, ListRows rows, Changes changes) {
    this.items = items;
    this.rows = rows;
    this.changes = changes;
  }

  /**
   * Confirms rows that stand clearly out; all of them, or none when one does not any more.
   *
   * @param seen the revision of each link that the person saw
   * @param reason why they may be confirmed together
   * @return the change, or empty when no link is named
   * @throws Refusal {@code no-such-item}, {@code not-allowed}, {@code reason-needed}, {@code
   *     row-not-clear} when someone else is proposed too, or something speaks against it, or it was
   *     decided meanwhile
   */
  @Transactional
  public Optional<Change> confirmClear(
      Viewer viewer, UUID itemId, Map<UUID, Long> seen, @Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      throw new Refusal("reason-needed", "Say why these rows may be confirmed together.");
    }
    Item item = items.lock(viewer, itemId);
    Map<UUID, Link> clear =
        rows.of(item).stream()
            .filter(ListedRow::clear)
            .map(row -> row.candidates().getFirst())
            .collect(Collectors.toMap(Link::id, Function.identity()));
    for (Map.Entry<UUID, Long> link : seen.entrySet()) {
      Link found = clear.get(link.getKey());
      if (found == null || found.revision() != link.getValue()) {
        throw new Refusal(
            "row-not-clear",
            "A row does not stand clearly out, or not any more; look again, and decide it alone.");
      }
    }
    return make(viewer, "confirm-rows", seen.keySet(), Link.State.CONFIRMED, reason);
  }

  /**
   * Says that nobody who is proposed in a row is the person.
   *
   * @return the change, or empty when nobody is proposed
   * @throws Refusal {@code no-such-item}, {@code not-allowed}
   */
  @Transactional
  public Optional<Change> rejectAll(
      Viewer viewer, UUID itemId, ListRow place, @Nullable String reason) {
    Item item = items.lock(viewer, itemId);
    List<UUID> standing =
        ListRow.linksByRow(item.links()).getOrDefault(place, List.of()).stream()
            .filter(link -> link.state() != Link.State.REJECTED)
            .map(Link::id)
            .toList();
    return make(viewer, "decide-link", standing, Link.State.REJECTED, reason);
  }

  private Optional<Change> make(
      Viewer viewer,
      String kind,
      Collection<UUID> links,
      Link.State state,
      @Nullable String reason) {
    if (links.isEmpty()) {
      return Optional.empty();
    }
    LinkValue wanted = new LinkValue(state, Link.Role.LIST_ROW, viewer.userId(), reason);
    return changes.make(
        new NewChange(
            kind,
            viewer.actor(),
            viewer.userId(),
            reason,
            links.stream().map(link -> Edit.of(Aspect.LINK, link, "", wanted.written())).toList(),
            Map.of()));
  }
}
