package io.huodang.corrections.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.huodang.catalog.Link;
import io.huodang.catalog.Words;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link on the wire.
 *
 * @param role {@code subject}, {@code relative}, {@code list-row} or {@code handler}
 * @param state {@code proposed}, {@code confirmed} or {@code rejected}
 * @param margin 0 to 1: how far ahead of the next candidate
 * @param evidence what spoke for it
 * @param decidedBy null: the program
 * @param revision the value of {@code If-Match}
 */
record LinkDocument(
    UUID id,
    UUID itemId,
    UUID personId,
    String role,
    @Nullable UUID pageId,
    @Nullable Integer row,
    String state,
    double margin,
    @JsonRawValue String evidence,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String reason,
    long revision) {

  static LinkDocument of(Link link) {
    Link.Decision decision = link.decision();
    return new LinkDocument(
        link.id(),
        link.itemId(),
        link.personId(),
        Words.of(link.role()),
        link.pageId(),
        link.row(),
        Words.of(link.state()),
        link.margin(),
        link.evidence(),
        decision == null ? null : decision.name(),
        decision == null ? null : decision.at(),
        decision == null ? null : decision.reason(),
        link.revision());
  }
}
