package io.huodang.corrections;

import io.huodang.catalog.Link;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which rows of a list may be confirmed together: the one place that says so.
 *
 * <p>One person alone is proposed and nobody else comes near, nothing that was compared differs,
 * the name agrees and so does a number, no person has said anything of the row, and the same person
 * stands in no other row.
 */
@Component
class ClearRows {
  /** What confirms a link by itself where more speaks for it. */
  private static final double AHEAD = 0.5;

  private static final Set<String> NAMES = Set.of("same", "near");
  private static final Set<String> IDS = Set.of("same", "same-old", "one-slip");
  private static final Set<String> AGAINST =
      Set.of("other", "unlike", "partly", "two-slips", "new");
  private static final TypeReference<Map<String, Object>> PARTS = new TypeReference<>() {};

  private final JsonMapper json;

  ClearRows(JsonMapper json) {
    this.json = json;
  }

  /**
   * Whether a row is clear.
   *
   * @param here the row's links
   * @param rowsOfPerson in how many rows each person stands
   */
  boolean isClear(List<Link> here, Map<UUID, Long> rowsOfPerson) {
    List<Link> standing =
        here.stream().filter(link -> link.state() != Link.State.REJECTED).toList();
    if (standing.size() != 1 || here.stream().anyMatch(link -> link.decision() != null)) {
      return false;
    }
    Link only = standing.getFirst();
    return only.state() == Link.State.PROPOSED
        && only.margin() >= AHEAD
        && rowsOfPerson.getOrDefault(only.personId(), 0L) == 1
        && agrees(json.readValue(only.evidence(), PARTS));
  }

  private static boolean agrees(Map<String, Object> evidence) {
    Collection<Object> outcomes = evidence.values();
    return NAMES.contains(evidence.getOrDefault("name", ""))
        && (IDS.contains(evidence.getOrDefault("citizen-id", ""))
            || "same".equals(evidence.get("insured-number")))
        && outcomes.stream().noneMatch(AGAINST::contains);
  }
}
