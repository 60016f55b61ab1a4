package io.huodang.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What spoke for a link and against it, as it is kept: one property a field, for example {@code
 * {"citizen-id":"same","name":"near","read":"吉","known":"喆"}}. No number stands in it, and of a
 * name only the characters that differ.
 */
final class Reasons {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Reasons() {}

  static String of(Candidate candidate) {
    Map<String, Object> parts = new LinkedHashMap<>();
    candidate.clues().forEach(clue -> parts.put(clue.field(), clue.outcome()));
    String read = candidate.name().read();
    String known = candidate.name().known();
    if (candidate.has(Clue.NAME_NEAR) && read != null && known != null) {
      parts.put("read", read);
      parts.put("known", known);
    }
    return JSON.writeValueAsString(parts);
  }

  static String ofNew() {
    return "{\"person\":\"new\"}";
  }

  /** Whether that was the reason, as the registry gives it back. */
  static boolean isNew(String evidence) {
    return JSON.readTree(evidence).has("person");
  }
}
