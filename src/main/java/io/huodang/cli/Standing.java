package io.huodang.cli;

import io.huodang.identity.Claimant;
import io.huodang.identity.ReadValue;
import io.huodang.invented.Person;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.PersonName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where someone stands on a page, as its subject or in a row of its list: what is printed there,
 * what was read, and whom the registry says it is.
 *
 * @param place file and row
 * @param group the page's class, or that it was filled in by hand
 * @param damage what happened to the page
 * @param who stands there; null where nobody does
 * @param registered whether the roster has this person
 * @param printed keys by field
 * @param read of whatever field, surest first
 * @param links confirmed and proposed ones, best first
 */
record Standing(
    String place,
    String group,
    String damage,
    @Nullable Person who,
    boolean registered,
    Map<String, String> printed,
    List<ReadValue> read,
    List<Linked> links) {

  /**
   * A person who was linked to it.
   *
   * @param names folded
   * @param listed a roster vouches for them, not only a form
   * @param confirmed or else proposed
   * @param evidence as the registry keeps it
   */
  record Linked(
      List<String> names,
      List<String> citizenIds,
      List<String> insuredNumbers,
      boolean listed,
      boolean confirmed,
      String evidence) {

    /** Two may have one ID: the roster then tells them apart by their names. */
    boolean is(Person person, boolean registered) {
      return listed == registered
          && citizenIds.contains(person.citizenId())
          && (!listed || names.contains(PersonName.fold(person.name())));
    }
  }

  /** What became of it. */
  enum Verdict {
    RIGHT,
    /** Confirmed to someone else. */
    WRONG,
    /** Confirmed to a person whom a misread number made, or a second time. */
    MADE_UP,
    /** Left to people, the right one before all others. */
    FIRST,
    AMONG,
    OTHERS,
    NOBODY
  }

  Verdict verdict() {
    for (Linked link : links) {
      if (link.confirmed && !isRight(link)) {
        boolean made = who != null && !link.listed && link.evidence.contains("\"new\"");
        return made ? Verdict.MADE_UP : Verdict.WRONG;
      }
    }
    if (links.stream().anyMatch(Linked::confirmed)) {
      return Verdict.RIGHT;
    }
    if (links.isEmpty()) {
      return Verdict.NOBODY;
    }
    return isRight(links.getFirst())
        ? Verdict.FIRST
        : links.stream().anyMatch(this::isRight) ? Verdict.AMONG : Verdict.OTHERS;
  }

  private boolean isRight(Linked link) {
    return who != null && link.is(who, registered);
  }

  Claimant claimant() {
    return Claimant.of(read);
  }

  /** How many of the keys that are printed were read to the letter. */
  int legibleKeys() {
    return (int) printed.keySet().stream().filter(key -> howRead(key).equals("right")).count();
  }

  /** How each key was read: {@code right, misread, unread}, and {@code –} where none is printed. */
  String howRead() {
    return String.join(" · ", Reading.KEYS.stream().map(this::howRead).toList());
  }

  private String howRead(String key) {
    String there = printed.get(key);
    String value =
        read.stream()
            .filter(one -> one.field().equals(key))
            .map(ReadValue::value)
            .findFirst()
            .orElse(null);
    if (there == null) {
      return value == null ? "–" : "invented";
    }
    return value == null
        ? "unread"
        : comparable(key, there).equals(comparable(key, value)) ? "right" : "misread";
  }

  private static String comparable(String key, String value) {
    return key.equals("personName") ? PersonName.fold(value) : CitizenId.compact(value);
  }
}
