package io.huodang.intake.web;

import io.huodang.intake.ScanFile;
import io.huodang.vocabulary.Reason;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivered file as the API tells it.
 *
 * @param corners where the sheet lies on a photograph, as eight shares; null when its pages are all
 *     of it
 */
record FileDocument(
    UUID id,
    String key,
    String path,
    String sha256,
    long size,
    String kind,
    @Nullable String mediaType,
    String state,
    @Nullable Reason reason,
    @Nullable UUID itemId,
    @Nullable Integer pages,
    @Nullable List<Double> corners) {

  static FileDocument of(ScanFile file, @Nullable UUID itemId) {
    return new FileDocument(
        file.id(),
        file.key(),
        file.path(),
        file.sha256().hex(),
        file.size(),
        file.kind().name().toLowerCase(Locale.ROOT),
        file.mediaType(),
        file.state().name().toLowerCase(Locale.ROOT),
        file.reason(),
        itemId,
        file.pages(),
        file.corners() == null ? null : file.corners().numbers());
  }
}
