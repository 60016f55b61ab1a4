package io.huodang.preservation.web;

import io.huodang.preservation.Finding;
import io.huodang.vocabulary.Sha256;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A finding on the wire: ids and hashes, nothing of a person. */
record FindingDocument(
    UUID id,
    String code,
    boolean wrong,
    boolean mended,
    @Nullable String holding,
    @Nullable String sha256,
    @Nullable UUID scanFileId,
    @Nullable UUID batchId,
    @Nullable UUID pageId,
    @Nullable String subjectKind,
    @Nullable UUID subjectId,
    @Nullable String detail,
    String text) {

  static FindingDocument of(Finding finding) {
    return new FindingDocument(
        finding.id(),
        finding.flaw().code(),
        finding.flaw().isWrong(),
        finding.mended(),
        finding.holding(),
        Optional.ofNullable(finding.sha256()).map(Sha256::hex).orElse(null),
        finding.scanFileId(),
        finding.batchId(),
        finding.pageId(),
        finding.subjectKind(),
        finding.subjectId(),
        finding.detail(),
        finding.flaw().text());
  }
}
