package io.huodang.audit;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that someone saw or changed; built with {@link #of} and the methods that add to it.
 *
 * <p>People stand in it as ids. What someone typed, a search or a purpose, is kept as it was typed,
 * citizen IDs masked: docs/decisions/051.
 *
 * @param action countable, lower-case words joined by hyphens, for example {@code view-page}
 * @param subjectKind what {@code subjectId} is, for example {@code page}
 * @param purpose why, in the words of the person who did it
 * @param caseNumber the case (业务受理号) it was done for
 * @param detail what else is worth keeping, small
 */
public record AuditEntry(
    Actor actor,
    String action,
    @Nullable String subjectKind,
    @Nullable UUID subjectId,
    @Nullable String purpose,
    @Nullable String caseNumber,
    SortedMap<String, String> detail,
    Outcome outcome) {

  private static final String SHOWN = "shown";

  /** How it ended. */
  public enum Outcome {
    DONE,
    REFUSED,
    FAILED
  }

  public AuditEntry {
    if (!action.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException(
          "An action is lower-case words joined by hyphens: " + action);
    }
    detail = new TreeMap<>(detail);
  }

  /** Something that was done, as yet about nothing in particular. */
  public static AuditEntry of(Actor actor, String action) {
    return new AuditEntry(actor, action, null, null, null, null, new TreeMap<>(), Outcome.DONE);
  }

  /** What it was done to. */
  public AuditEntry about(String kind, UUID id) {
    return new AuditEntry(actor, action, kind, id, purpose, caseNumber, detail, outcome);
  }

  /** Why it was done. */
  public AuditEntry because(@Nullable String why) {
    return new AuditEntry(actor, action, subjectKind, subjectId, why, caseNumber, detail, outcome);
  }

  /** For which case it was done. */
  public AuditEntry forCase(@Nullable String number) {
    return new AuditEntry(actor, action, subjectKind, subjectId, purpose, number, detail, outcome);
  }

  /** Ids of what a search showed, so that who looked for a person can be found. */
  public AuditEntry showing(Collection<UUID> ids) {
    return ids.isEmpty()
        ? this
        : with(SHOWN, ids.stream().map(UUID::toString).distinct().collect(Collectors.joining(" ")));
  }

  /** What {@link #showing} took. */
  public List<UUID> shown() {
    return Arrays.stream(detail.getOrDefault(SHOWN, "").split(" "))
        .filter(id -> !id.isEmpty())
        .map(UUID::fromString)
        .toList();
  }

  /** One more detail. */
  public AuditEntry with(String key, Object value) {
    SortedMap<String, String> more = new TreeMap<>(detail);
    more.putAll(Map.of(key, value.toString()));
    return new AuditEntry(
        actor, action, subjectKind, subjectId, purpose, caseNumber, more, outcome);
  }

  /** The same, but it was not allowed. */
  public AuditEntry refused() {
    return ending(Outcome.REFUSED);
  }

  /** The same, but it did not work. */
  public AuditEntry failed() {
    return ending(Outcome.FAILED);
  }

  private AuditEntry ending(Outcome how) {
    return new AuditEntry(actor, action, subjectKind, subjectId, purpose, caseNumber, detail, how);
  }
}
