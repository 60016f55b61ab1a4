package io.huodang.identity;

import io.huodang.catalog.Employers;
import io.huodang.catalog.Identifier;
import io.huodang.catalog.Name;
import io.huodang.catalog.Persons;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.InsuredNumber;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a form that is surely someone's says of them beyond what was known. */
@Component
class Teaching {
  private static final String FORM = "form";

  private final Persons persons;
  private final Employers employers;

  Teaching(Persons persons, Employers employers) {
    this.persons = persons;
    this.employers = employers;
  }

  /** Learns what is new, but no slip: a number one slip from a known one is that one, misread. */
  void learn(Known known, Claimant claimant) {
    List<String> numbers =
        Stream.concat(known.insuredNumbers().stream(), known.hearsayNumbers().stream()).toList();
    claimant
        .insuredNumber()
        .map(InsuredNumber::value)
        .filter(read -> numbers.stream().noneMatch(number -> Slips.between(read, number) < 2))
        .ifPresent(read -> add(known.id(), Identifier.Kind.INSURED_NUMBER, read, read));
    boolean hasValidId =
        known.citizenIds().stream().anyMatch(id -> CitizenId.parse(id).isPresent());
    Optional<CitizenId> id = claimant.citizenId().filter(CitizenId::hadCheck);
    if (!hasValidId && id.isPresent()) {
      add(known.id(), Identifier.Kind.CITIZEN_ID, id.get().value(), id.get().value());
    }
    learnNames(known.id(), claimant);
  }

  /** Learns everything of someone who was just made known. */
  void learn(UUID person, Claimant claimant) {
    claimant
        .insuredNumber()
        .map(InsuredNumber::value)
        .ifPresent(read -> add(person, Identifier.Kind.INSURED_NUMBER, read, read));
    learnNames(person, claimant);
  }

  private void learnNames(UUID person, Claimant claimant) {
    claimant.formerName().ifPresent(name -> persons.add(person, Name.Kind.FORMER, name, FORM));
    String employer = claimant.employerName();
    if (employer != null) {
      employers.employ(person, employer, FORM);
    }
  }

  private void add(UUID person, Identifier.Kind kind, String value, String printed) {
    persons.add(person, new Identifier(kind, value, printed, FORM));
  }
}
