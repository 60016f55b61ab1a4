package io.huodang.ingest;

import io.huodang.vocabulary.Lane;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger, leased to this node.
 *
 * @param id of the row
 * @param step to take
 * @param kind of the subject: batch, file, page, item or person
 * @param subject its id
 * @param batch null for work that belongs to none
 * @param lane how urgent
 * @param revision of the subject that was claimed
 * @param faults how often the subject's own worker has failed before
 */
record Claim(
    UUID id,
    Step step,
    String kind,
    UUID subject,
    @Nullable UUID batch,
    Lane lane,
    long revision,
    int faults) {}
