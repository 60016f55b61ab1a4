package io.huodang.preservation;

import io.huodang.search.Subject;
import io.huodang.vocabulary.Sha256;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it should be; ids and hashes only, nothing of a person.
 *
 * @param holding what kind of bytes, null when it is about no bytes
 * @param detail what more there is to say
 * @param mended whether it was put right
 */
public record Finding(
    UUID id,
    Flaw flaw,
    @Nullable String holding,
    @Nullable Sha256 sha256,
    @Nullable UUID scanFileId,
    @Nullable UUID batchId,
    @Nullable UUID pageId,
    @Nullable String subjectKind,
    @Nullable UUID subjectId,
    @Nullable String detail,
    boolean mended) {
  private static final UUID NONE = new UUID(0, 0);

  static Finding of(Flaw flaw, Kept kept, boolean mended) {
    return new Finding(
        NONE,
        flaw,
        kept.holding().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        kept.sha256(),
        kept.scanFileId(),
        kept.batchId(),
        kept.pageId(),
        null,
        null,
        null,
        mended);
  }

  static Finding of(Flaw flaw, Subject.Kind kind, UUID subject) {
    return new Finding(
        NONE,
        flaw,
        null,
        null,
        null,
        null,
        null,
        kind.name().toLowerCase(Locale.ROOT),
        subject,
        null,
        true);
  }

  static Finding of(Flaw flaw, String detail) {
    return new Finding(NONE, flaw, null, null, null, null, null, null, null, detail, false);
  }
}
