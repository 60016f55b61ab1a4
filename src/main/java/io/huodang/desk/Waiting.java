package io.huodang.desk;

import io.huodang.vocabulary.Reason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that waits.
 *
 * @param id its own: of the link, item, file or batch
 * @param opens the item or the batch where something can be done about it
 * @param title of what it opens, null when it has none
 * @param about the person who is meant, or the batch or folder it came with; null when there is
 *     none
 * @param reason why it waits; null when the pile says all
 * @param state of a batch, else null
 * @param rows of a list that are to be decided, 0 when it is no list
 * @param since when it came to wait
 */
public record Waiting(
    UUID id,
    UUID opens,
    @Nullable String title,
    @Nullable String about,
    @Nullable Reason reason,
    @Nullable String state,
    long rows,
    Instant since) {}
