package io.huodang.catalog;

import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Someone else changed the item since it was looked at; nothing was set. */
public final class ChangedMeanwhile extends Refusal {
  private static final long serialVersionUID = 1L;

  private final UUID itemId;
  private final long revision;
  private final transient List<ToldChange> changes;

  ChangedMeanwhile(UUID itemId, long revision, List<ToldChange> changes) {
    super(
        "changed-meanwhile",
        "The item was changed since you looked at it; look at what changed, and send yours again"
            + " with the present revision.");
    this.itemId = itemId;
    this.revision = revision;
    this.changes = List.copyOf(changes);
  }

  /** Its present revision. */
  public long revision() {
    return revision;
  }

  /** What persons changed since, newest first; empty when it was the program alone. */
  public List<ToldChange> changes() {
    return changes;
  }

  /** Whether one of them was about this field. */
  public boolean concerns(FieldKey field) {
    return changes.stream()
        .flatMap(change -> change.edits().stream())
        .anyMatch(edit -> edit.key().equals(field.toString()));
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("itemId", itemId, "currentRevision", revision, "changes", changes);
  }
}
