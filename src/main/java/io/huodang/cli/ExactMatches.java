package io.huodang.cli;

import io.huodang.identity.Claimant;
import io.huodang.identity.KnownPeople;
import io.huodang.identity.KnownPeople.Answer;
import io.huodang.invented.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The baselines of {@code bench matching}: programs that look up what was read, and no more. */
final class ExactMatches {
  private final Map<String, List<Person>> byNumber = new HashMap<>();

  ExactMatches(List<Person> registered) {
    for (Person person : registered) {
      byNumber.computeIfAbsent(person.citizenId(), _ -> new ArrayList<>(1)).add(person);
      byNumber.computeIfAbsent(person.insuredNumber(), _ -> new ArrayList<>(1)).add(person);
    }
  }

  /** By a valid ID, else by an insured number; the name must be the same to the letter. */
  Answer answer(Claimant claimant) {
    List<Person> found = of(claimant.citizenId().map(id -> id.value()));
    if (found.isEmpty()) {
      found = of(claimant.insuredNumbers().stream().findFirst().map(number -> number.value()));
    }
    List<Person> same =
        found.stream()
            .filter(
                one ->
                    claimant.names().stream()
                        .findFirst()
                        .filter(name -> name.value().equals(one.name()))
                        .isPresent())
            .toList();
    return same.size() == 1 ? sure(same.getFirst()) : nobody();
  }

  /** By a valid ID and nothing else. */
  Answer byIdAlone(Claimant claimant) {
    List<Person> found = of(claimant.citizenId().map(id -> id.value()));
    return found.isEmpty() ? nobody() : sure(found.getFirst());
  }

  static KnownPeople.Person known(Person person) {
    return new KnownPeople.Person(
        person.name(), person.citizenId(), List.of(person.insuredNumber()));
  }

  private List<Person> of(Optional<String> number) {
    return number.map(value -> byNumber.getOrDefault(value, List.of())).orElse(List.of());
  }

  private static Answer sure(Person person) {
    return new Answer(KnownPeople.Certainty.SURE, List.of(known(person)));
  }

  private static Answer nobody() {
    return new Answer(KnownPeople.Certainty.NONE, List.of());
  }
}
