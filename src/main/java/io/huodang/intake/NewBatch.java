package io.huodang.intake;

import org.jspecify.annotations.Nullable;

/**
 * A batch to be opened.
 *
 * @param title for people; a date is taken when it is empty
 * @param source where it comes from
 * @param arrangement only {@code file-is-item} so far
 * @param caseNumber 业务受理号, null when it belongs to no case
 */
public record NewBatch(
    String title, Batch.Source source, String arrangement, @Nullable String caseNumber) {}
