package io.huodang.roster.web;

import io.huodang.roster.RosterImport;
import io.huodang.vocabulary.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import on the wire.
 *
 * @param state {@code reading comparing applying done compared refused interrupted}
 * @param fields how the values of each field differ from the last roster
 * @param remarks how many lines someone should look at, by code
 * @param applied how many of the differences are in the registry
 * @param notYetFindable persons on their way into the index; 0 unless the import is done
 */
public record ImportDocument(
    UUID id,
    String state,
    boolean dryRun,
    String fileName,
    String sha256,
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
    List<RosterImport.FieldDifference> fields,
    Map<String, Integer> remarks,
    List<String> unknownHeadings,
    int applied,
    int notYetFindable,
    @Nullable Reason reason) {

  static ImportDocument of(RosterImport roster, int notYetFindable) {
    return new ImportDocument(
        roster.id(),
        roster.state().name().toLowerCase(Locale.ROOT),
        roster.dryRun(),
        roster.fileName(),
        roster.sha256().hex(),
        roster.size(),
        roster.startedBy(),
        roster.startedAt(),
        roster.finishedAt(),
        roster.lines(),
        roster.persons(),
        roster.added(),
        roster.changed(),
        roster.returned(),
        roster.missing(),
        roster.unchanged(),
        roster.refused(),
        roster.fields(),
        roster.remarks(),
        roster.unknownHeadings(),
        roster.applied(),
        notYetFindable,
        roster.reason());
  }
}
