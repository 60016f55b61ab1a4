package io.huodang.audit;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A filter as a condition on the table {@code audit}. */
final class AuditQuery {
  /**
   * A picture is fetched ahead of being shown, and a list fetches small ones; what stood on the
   * screen is recorded apart as {@code see-page}.
   */
  private static final String FETCHED = "view-page-image";

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  private AuditQuery() {}

  static AuditQuery of(AuditFilter filter, long before) {
    AuditQuery query = new AuditQuery();
    query.and("seq < :before", "before", before);
    if (filter.actor() != null) {
      query.and("actor_id = :actor", "actor", filter.actor());
    }
    if (filter.action() != null) {
      query.and("action = :action", "action", filter.action());
    }
    if (!filter.subjects().isEmpty()) {
      // Each has its index: audit_subject, audit_shown.
      query.and(
          """
          (subject_id = any(:subjects)
           or string_to_array(detail ->> 'shown', ' ') && cast(:subjects as text[]))
          """,
          "subjects",
          filter.subjects().toArray(UUID[]::new));
    }
    if (filter.from() != null) {
      query.and("at >= :from", "from", filter.from().atOffset(ZoneOffset.UTC));
    }
    if (filter.until() != null) {
      query.and("at < :until", "until", filter.until().atOffset(ZoneOffset.UTC));
    }
    if (filter.outcome() != null) {
      query.and("outcome = :outcome", "outcome", filter.outcome().name().toLowerCase(Locale.ROOT));
    }
    if (filter.purpose() != null) {
      query.and(
          "purpose is not null and strpos(lower(purpose), lower(:purpose)) > 0",
          "purpose",
          filter.purpose());
    }
    if (!filter.fetched() && filter.action() == null) {
      query.and("action <> :fetch", "fetch", FETCHED);
    }
    return query;
  }

  String where() {
    return String.join(" and ", conditions);
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private void and(String condition, String parameter, Object value) {
    conditions.add(condition);
    parameters.put(parameter, value);
  }
}
