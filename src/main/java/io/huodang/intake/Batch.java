package io.huodang.intake;

import io.huodang.access.Terms;
import io.huodang.vocabulary.Lane;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one source delivered at one time.
 *
 * @param id its own
 * @param fondsId whose archives
 * @param title for people
 * @param source where it came from
 * @param arrangement how its files become items
 * @param caseNumber 业务受理号, null when it belongs to no case
 * @param state a sealed batch takes no more files; it is done when nothing of it waits any more
 * @param createdBy the user
 * @param createdAt when it was opened
 * @param doneAt when its last step ended, null before
 * @param files how far its files are
 * @param pages how far its pages are
 * @param people persons whom its items are about
 */
public record Batch(
    UUID id,
    UUID fondsId,
    String title,
    Source source,
    Arrangement arrangement,
    @Nullable String caseNumber,
    State state,
    UUID createdBy,
    Instant createdAt,
    @Nullable Instant doneAt,
    FileCounts files,
    PageCounts pages,
    int people) {

  /** What decides who may see it, and the pages of it that stand in no item yet. */
  public Terms terms() {
    return new Terms(fondsId, null, id, caseNumber);
  }

  /** Where a batch came from, which decides its lane. */
  public enum Source {
    HALL(Lane.HALL),
    EMPLOYER(Lane.EMPLOYER),
    VENDOR(Lane.HISTORY);

    private final Lane lane;

    Source(Lane lane) {
      this.lane = lane;
    }

    /** Which lane its pages travel in. */
    public Lane lane() {
      return lane;
    }
  }

  /** Where a batch is in its life. */
  public enum State {
    OPEN,
    SEALED,
    DONE
  }

  /** How far the files are. */
  public record FileCounts(int received, int opened, int quarantined) {}

  /** How far the pages are. */
  public record PageCounts(
      int total, int recognised, int linked, int findable, int flagged, int quarantined) {}
}
