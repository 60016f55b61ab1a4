package io.huodang.identity;

import io.huodang.roster.RosterFile;
import io.huodang.roster.RosterRow;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.InsuredNumber;
import io.huodang.vocabulary.PersonName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The people of a roster in memory, found by the rules by which a server finds them. Thread-safe
 * after it was made.
 */
public final class KnownPeople implements Acquaintances {
  private final List<Person> people = new ArrayList<>();
  private final Map<String, List<Known>> byNumber = new HashMap<>();
  private final Map<String, List<Known>> byName = new HashMap<>();
  private final Map<String, List<Known>> byBirthDate = new HashMap<>();

  /**
   * A person of the roster.
   *
   * @param citizenId as the roster has it, null when it has none
   */
  public record Person(String name, @Nullable String citizenId, List<String> insuredNumbers) {
    public Person {
      insuredNumbers = List.copyOf(insuredNumbers);
    }

    /** Which of the numbers was read: the same or the nearest one; empty when there is none. */
    public Optional<String> insuredNumber(String read) {
      return insuredNumbers.stream()
          .min(Comparator.comparingInt(number -> Slips.between(read, number)));
    }

    @Override
    public String toString() {
      return "a person of a roster";
    }
  }

  private KnownPeople() {}

  /** Everyone on a roster. */
  public static KnownPeople of(RosterFile roster) throws IOException {
    List<RosterRow> rows = new ArrayList<>();
    roster.read(
        line -> {
          if (line instanceof RosterRow row) {
            rows.add(row);
          }
        });
    return of(rows);
  }

  /** Everyone whom these rows name; rows of one person become one. */
  public static KnownPeople of(Collection<RosterRow> rows) {
    Map<String, List<RosterRow>> groups = new LinkedHashMap<>();
    rows.forEach(row -> groups.computeIfAbsent(row.key(), _ -> new ArrayList<>()).add(row));
    KnownPeople known = new KnownPeople();
    groups.values().forEach(known::add);
    return known;
  }

  /** How sure an answer is. */
  public enum Certainty {
    SURE,
    PROPOSED,
    NONE
  }

  /** Who a claimant is: one person surely, or some of whom a person has to choose, best first. */
  public record Answer(Certainty certainty, List<Person> people) {
    public Answer {
      people = List.copyOf(people);
    }
  }

  /** Looks for a claimant on the roster. */
  public Answer answer(Claimant claimant) {
    return switch (Matching.decide(claimant, near(claimant))) {
      case Matching.Outcome.Sure sure ->
          new Answer(Certainty.SURE, List.of(person(sure.who().known())));
      case Matching.Outcome.Possible possible ->
          new Answer(
              Certainty.PROPOSED, possible.who().stream().map(one -> person(one.known())).toList());
      case Matching.Outcome.Nobody _ -> new Answer(Certainty.NONE, List.of());
    };
  }

  private Person person(Known known) {
    return people.get((int) known.id().getLeastSignificantBits());
  }

  @Override
  public List<Known> near(Claimant claimant) {
    Set<Known> near = new LinkedHashSet<>();
    for (String number : Nearby.numbers(claimant)) {
      near.addAll(byNumber.getOrDefault(number, List.of()));
    }
    Stream.concat(claimant.names().stream(), claimant.otherNames().stream())
        .flatMap(name -> byName.getOrDefault(name.folded(), List.of()).stream())
        .filter(one -> sharesMore(claimant, one))
        .forEach(near::add);
    String birthDate = claimant.birthDate();
    if (birthDate != null) {
      byBirthDate.getOrDefault(birthDate, List.of()).stream()
          .filter(one -> Nearby.isAlmostNamesake(claimant, one))
          .forEach(near::add);
    }
    return List.copyOf(near);
  }

  private static boolean sharesMore(Claimant claimant, Known one) {
    return Comparing.compare(claimant, one).clues().stream()
        .anyMatch(clue -> clue.bits() > 0 && !clue.field().equals("name"));
  }

  private void add(List<RosterRow> rows) {
    RosterRow last = rows.getLast();
    List<String> insured =
        rows.stream().flatMap(row -> row.insuredNumbers().stream()).distinct().toList();
    String id = last.citizenId().map(CitizenId::value).orElse(last.printedId());
    Known one =
        new Known(
            new UUID(0, people.size()),
            Stream.concat(Stream.of(last.name()), last.formerNames().stream())
                .map(PersonName::folded)
                .toList(),
            id == null ? List.of() : List.of(id),
            insured,
            List.of(),
            rows.stream()
                .flatMap(row -> Stream.ofNullable(row.employer()))
                .map(PersonName::fold)
                .distinct()
                .toList(),
            last.birthDate(),
            true);
    people.add(new Person(last.name().value(), id, insured));
    one.citizenIds().forEach(number -> index(byNumber, number, one));
    one.insuredNumbers().stream()
        .flatMap(number -> InsuredNumber.parse(number).stream())
        .forEach(number -> index(byNumber, number.value(), one));
    one.names().forEach(name -> index(byName, name, one));
    if (last.birthDate() != null) {
      index(byBirthDate, last.birthDate().toString(), one);
    }
  }

  private static void index(Map<String, List<Known>> map, String key, Known one) {
    map.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(one);
  }
}
