package io.huodang.roster;

import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who is in this roster and not in the one before, or the other way round.
 *
 * @param id its own, in the order of the list
 * @param personId whom the registry knows as this one; null when only compared
 * @param citizenId as the roster has it, null when it has none; shown masked
 */
public record RosterDifference(
    UUID id,
    @Nullable UUID personId,
    String name,
    @Nullable String citizenId,
    List<String> insuredNumbers,
    List<String> employers) {

  public RosterDifference {
    insuredNumbers = List.copyOf(insuredNumbers);
    employers = List.copyOf(employers);
  }

  /** In what someone differs. */
  public enum Kind {
    /** In this roster for the first time. */
    ADDED,
    /** In the one before, and not in this one. */
    MISSING,
    /** Had been missing, and is there again. */
    RETURNED;

    /** The word on the wire and in the registry. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of that word.
     *
     * @throws Refusal {@code bad-request}
     */
    public static Kind of(String word) {
      for (Kind kind : values()) {
        if (kind.word().equals(word)) {
          return kind;
        }
      }
      throw new Refusal("bad-request", "Someone is added, missing or returned.");
    }
  }

  /** With as much of a citizen ID as may be shown in lists. */
  public RosterDifference masked() {
    return new RosterDifference(
        id, personId, name, RosterChange.masked(citizenId), insuredNumbers, employers);
  }

  /** Names and numbers are personal: never in a log by accident. */
  @Override
  public String toString() {
    return "someone of a roster";
  }
}
