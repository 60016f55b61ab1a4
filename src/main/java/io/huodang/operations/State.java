package io.huodang.operations;

import io.huodang.ingest.Queue;
import io.huodang.preservation.Verification;
import io.huodang.search.IndexComparison;
import io.huodang.workers.WorkersStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How everything was at one moment.
 *
 * @param verified the last proof that nothing is lost or changed, null before the first
 * @param compared the last comparison of the index with the registry, null before the first
 * @param backedUp when the last backup came to its end, null when there never was any
 * @param backupOverdue whether that is longer ago than it should be
 * @param changesNotDescribed changes of the registry that the vault does not know yet
 * @param pagesRead in the ten minutes before
 * @param diskFree bytes that may still be written where the home is
 * @param diskTotal bytes of that disk
 */
public record State(
    Instant at,
    List<Part> parts,
    WorkersStatus workers,
    List<Queue.StepState> steps,
    List<Queue.Stuck> stuck,
    @Nullable Verification verified,
    @Nullable IndexComparison compared,
    @Nullable Instant backedUp,
    boolean backupOverdue,
    long changesNotDescribed,
    long pagesRead,
    long diskFree,
    long diskTotal) {}
