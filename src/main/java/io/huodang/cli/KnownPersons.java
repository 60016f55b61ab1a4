package io.huodang.cli;

import io.huodang.identity.Claimant;
import io.huodang.identity.KnownPeople;
import io.huodang.identity.ReadValue;
import io.huodang.roster.RosterFile;
import io.huodang.vocabulary.CitizenId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Persons whom the agency knows (参保名册): they settle what the engine read doubtfully, by the rules
 * by which a server links papers. What was read stays as alternative.
 */
final class KnownPersons {
  private static final double SETTLED = 0.95;

  private final @Nullable KnownPeople people;

  private KnownPersons(@Nullable KnownPeople people) {
    this.people = people;
  }

  static KnownPersons none() {
    return new KnownPersons(null);
  }

  /**
   * Reads a roster.
   *
   * @throws io.huodang.vocabulary.Refusal {@code roster-…}
   */
  static KnownPersons read(Path file) throws IOException {
    return new KnownPersons(KnownPeople.of(RosterFile.open(file)));
  }

  /** The fields of one file, with name and numbers of the one person who is surely its subject. */
  List<RecognizedFile.Field> settle(List<RecognizedFile.Field> fields) {
    Optional<KnownPeople.Person> found =
        find(
            Claimant.of(
                fields.stream()
                    .map(
                        field ->
                            new ReadValue(
                                field.name(),
                                field.value(),
                                field.confidence(),
                                field.alternatives()))
                    .toList()));
    return found
        .map(person -> fields.stream().map(field -> settled(field, person)).toList())
        .orElse(fields);
  }

  /** One row of a list, with name and numbers of the one person who surely stands there. */
  RecognizedFile.Person settle(RecognizedFile.Person row) {
    List<ReadValue> read =
        Stream.of(
                value("personName", row.personName()),
                value("citizenId", row.citizenId()),
                value("insuredNumber", row.insuredNumber()))
            .flatMap(Optional::stream)
            .toList();
    return find(Claimant.of(read))
        .map(
            person ->
                new RecognizedFile.Person(
                    row.page(),
                    row.row(),
                    person.name(),
                    row.citizenId() == null ? null : id(row.citizenId(), person),
                    row.insuredNumber() == null ? null : number(row.insuredNumber(), person)))
        .orElse(row);
  }

  private Optional<KnownPeople.Person> find(Claimant claimant) {
    if (people == null) {
      return Optional.empty();
    }
    KnownPeople.Answer answer = people.answer(claimant);
    return answer.certainty() == KnownPeople.Certainty.SURE
        ? Optional.of(answer.people().getFirst())
        : Optional.empty();
  }

  private static Optional<ReadValue> value(String field, @Nullable String read) {
    return Optional.ofNullable(read).map(text -> new ReadValue(field, text, 1, List.of()));
  }

  private static RecognizedFile.Field settled(
      RecognizedFile.Field field, KnownPeople.Person person) {
    String known =
        switch (field.name()) {
          case "personName" -> person.name();
          case "citizenId" -> id(field.value(), person);
          case "insuredNumber" -> number(field.value(), person);
          default -> field.value();
        };
    if (known.equals(field.value())) {
      return field;
    }
    List<String> alternatives = new ArrayList<>(field.alternatives());
    alternatives.remove(known);
    alternatives.addFirst(field.value());
    return new RecognizedFile.Field(
        field.name(), known, SETTLED, field.page(), field.box(), "roster", alternatives);
  }

  /** The person's number; one of 15 digits that is the same stays as printed. */
  private static String id(String read, KnownPeople.Person person) {
    String known = person.citizenId();
    boolean same =
        known == null
            || CitizenId.parse(read)
                .map(CitizenId::value)
                .equals(CitizenId.parse(known).map(CitizenId::value));
    return same ? read : Objects.requireNonNull(known);
  }

  private static String number(String read, KnownPeople.Person person) {
    return person.insuredNumber(read).orElse(read);
  }
}
