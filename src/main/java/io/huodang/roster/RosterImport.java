package io.huodang.roster;

import io.huodang.vocabulary.Reason;
import io.huodang.vocabulary.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import of a roster, as it is kept.
 *
 * @param dryRun only the differences were asked for
 * @param fileName as it was delivered
 * @param startedBy display name of who imported it
 * @param lines below the headings
 * @param persons whom those lines name
 * @param applied how many of the added, changed and returned are in the registry
 * @param returned had been missing, and are there again
 * @param missing were in the last roster, and are not in this one; nobody is removed for that
 * @param refused lines that name nobody
 * @param fields how the values of each field differ
 * @param remarks how many lines or persons someone should look at, by code
 * @param unknownHeadings columns that were left alone
 * @param reason why it was refused or interrupted, else null
 */
public record RosterImport(
    UUID id,
    State state,
    boolean dryRun,
    String fileName,
    Sha256 sha256,
    long size,
    String startedBy,
    Instant startedAt,
    @Nullable Instant finishedAt,
    int lines,
    int persons,
    int added,
    int changed,
    int returned,
    int missing,
    int unchanged,
    int refused,
    int applied,
    List<FieldDifference> fields,
    Map<String, Integer> remarks,
    List<String> unknownHeadings,
    @Nullable Reason reason) {

  public RosterImport {
    fields = List.copyOf(fields);
    remarks = Map.copyOf(remarks);
    unknownHeadings = List.copyOf(unknownHeadings);
  }

  /** Where an import is. */
  public enum State {
    READING,
    COMPARING,
    APPLYING,
    /** The registry knows everyone. */
    DONE,
    /** The differences are known; nothing was changed, as was asked. */
    COMPARED,
    /** It is no roster; nothing was changed. */
    REFUSED,
    /** It ended in the middle; importing the same file again does the rest. */
    INTERRUPTED;

    public boolean isUnderWay() {
      return this == READING || this == COMPARING || this == APPLYING;
    }
  }

  /**
   * How one field differs.
   *
   * @param before persons of the last roster who had a value
   * @param after persons of this roster who have one
   * @param changed persons of both whose value differs
   */
  public record FieldDifference(String field, int before, int after, int changed) {}

  /** Whether the registry is the same after it as before. */
  public boolean changesNothing() {
    return added + changed + returned + missing == 0;
  }
}
