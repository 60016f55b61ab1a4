package io.huodang.intake;

import io.huodang.vocabulary.Sha256;
import io.huodang.vocabulary.SheetCorners;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in.
 *
 * @param batchId the open batch
 * @param key chosen by the sender, {@code [A-Za-z0-9._-]{1,128}}
 * @param path as delivered, for people
 * @param declared the digest that the sender states, null when it states none
 * @param corners where the sheet lies that is to be its page, null when its pages are all of it
 * @param content read once to its end; closed by the caller
 * @param user who delivers
 */
public record Delivery(
    UUID batchId,
    String key,
    String path,
    @Nullable Sha256 declared,
    @Nullable SheetCorners corners,
    InputStream content,
    UUID user) {}
