package io.huodang.identity;

import io.huodang.catalog.Identifier;
import io.huodang.catalog.Link;
import io.huodang.catalog.Person;
import io.huodang.catalog.Persons;
import io.huodang.vocabulary.CitizenId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds who a claimant may be. */
@Component
class Candidates {
  private final Persons persons;

  Candidates(Persons persons) {
    this.persons = persons;
  }

  /** The candidates, best first; makes the person when a valid citizen ID is nobody's yet. */
  List<Candidate> of(Claimant claimant) {
    Optional<CitizenId> id = claimant.citizenId();
    if (id.isPresent()) {
      persons.lockIdentifier(Identifier.Kind.CITIZEN_ID, id.get().value());
      List<Person> bearers = bearers(Identifier.Kind.CITIZEN_ID, id.get().value());
      return bearers.isEmpty()
          ? List.of(newPerson(claimant, id.get()))
          : byCitizenId(claimant, id.get(), bearers);
    }
    List<Candidate> byRepair =
        claimant.possibleIds().stream()
            .flatMap(possible -> bearers(Identifier.Kind.CITIZEN_ID, possible.value()).stream())
            .filter(person -> likeness(claimant, person) == Likeness.SAME)
            .map(person -> proposed(person, "possible-citizen-id", Likeness.SAME, 0.5))
            .toList();
    return byRepair.isEmpty() ? byInsuredNumber(claimant) : byRepair;
  }

  private List<Candidate> byCitizenId(Claimant claimant, CitizenId id, List<Person> bearers) {
    List<Person> compatible =
        bearers.stream().filter(person -> likeness(claimant, person).isCompatible()).toList();
    if (compatible.size() == 1) {
      Person person = compatible.getFirst();
      Likeness likeness = likeness(claimant, person);
      // Fifteen digits carry no check: they need the very name.
      boolean enough = id.hadCheck() || likeness == Likeness.SAME;
      return List.of(
          new Candidate(
              person.id(),
              enough ? Link.State.CONFIRMED : Link.State.PROPOSED,
              likeness == Likeness.SAME ? 1.0 : 0.8,
              "citizen-id",
              likeness));
    }
    return bearers.stream()
        .map(
            person ->
                proposed(
                    person, "citizen-id", likeness(claimant, person), 1.0 / (1 + bearers.size())))
        .toList();
  }

  private Candidate newPerson(Claimant claimant, CitizenId id) {
    String printed = claimant.printedId() == null ? id.value() : claimant.printedId();
    boolean enough = id.hadCheck() && claimant.name().isPresent();
    return new Candidate(
        persons.create(id, printed, claimant.name().orElse(null), "form"),
        enough ? Link.State.CONFIRMED : Link.State.PROPOSED,
        enough ? 1.0 : 0.5,
        "new",
        Likeness.of(claimant.name(), List.of()));
  }

  /** An insured number has no check digit: only the roster's word makes it enough by itself. */
  private List<Candidate> byInsuredNumber(Claimant claimant) {
    if (claimant.insuredNumber().isEmpty()) {
      return List.of();
    }
    List<Person> namesakes =
        bearers(Identifier.Kind.INSURED_NUMBER, claimant.insuredNumber().get().value()).stream()
            .filter(person -> likeness(claimant, person) == Likeness.SAME)
            .toList();
    boolean enough =
        namesakes.size() == 1
            && namesakes.getFirst().identifiers().stream()
                .anyMatch(
                    number ->
                        number.kind() == Identifier.Kind.INSURED_NUMBER
                            && number.source().equals("roster"));
    return namesakes.stream()
        .map(
            person ->
                enough
                    ? new Candidate(
                        person.id(), Link.State.CONFIRMED, 0.9, "insured-number", Likeness.SAME)
                    : proposed(
                        person, "insured-number", Likeness.SAME, 1.0 / (1 + namesakes.size())))
        .toList();
  }

  private List<Person> bearers(Identifier.Kind kind, String value) {
    return persons.findAll(persons.withIdentifier(kind, value));
  }

  private static Likeness likeness(Claimant claimant, Person person) {
    return Likeness.of(claimant.name(), person.names());
  }

  private static Candidate proposed(Person person, String key, Likeness likeness, double margin) {
    return new Candidate(person.id(), Link.State.PROPOSED, margin, key, likeness);
  }
}
