package io.huodang.intake;

import org.jspecify.annotations.Nullable;

/**
 * A batch to be opened.
 *
 * @param title for people; a date is taken when it is empty
 * @param source where it comes from
 * @param arrangement how its files become items
 * @param caseNumber 业务受理号, null when it belongs to no case
 */
public record NewBatch(
    String title, Batch.Source source, Arrangement arrangement, @Nullable String caseNumber) {}
