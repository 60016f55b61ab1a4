package io.huodang.preservation.web;

import io.huodang.preservation.Verification;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A verification on the wire. */
record VerificationDocument(
    UUID id,
    String kind,
    String state,
    String stage,
    Map<String, Long> checked,
    Map<String, Long> expected,
    long bytes,
    long wrong,
    long remarks,
    Instant startedAt,
    @Nullable Instant finishedAt) {

  static VerificationDocument of(Verification verification) {
    return new VerificationDocument(
        verification.id(),
        verification.kind().name().toLowerCase(Locale.ROOT),
        verification.state().name().toLowerCase(Locale.ROOT),
        verification.stage().word(),
        verification.checked(),
        verification.expected(),
        verification.bytes(),
        verification.wrong(),
        verification.remarks(),
        verification.startedAt(),
        verification.finishedAt());
  }
}
