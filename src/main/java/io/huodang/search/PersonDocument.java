package io.huodang.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.huodang.access.Terms;
import io.huodang.catalog.Identifier.Kind;
import io.huodang.catalog.Name;
import io.huodang.catalog.Person;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.PersonName;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The keys under which a person is found; what is shown of a person comes from the registry. */
record PersonDocument(
    boolean removed,
    String key,
    Set<String> rights,
    List<UUID> category,
    List<String> names,
    List<String> writtenNames,
    List<String> formerNames,
    @JsonUnwrapped NameFields keys,
    List<String> citizenIds,
    Set<String> idParts,
    List<String> insuredNumbers,
    List<String> otherNumbers,
    List<String> employers,
    List<String> employerNumbers,
    String sex,
    Set<String> birth,
    String standing) {

  static PersonDocument of(Person person) {
    List<String> ids = Numbers.forms(person.values(Kind.CITIZEN_ID));
    return new PersonDocument(
        false,
        DocumentKey.of(person.id()),
        RightsKeys.covering(person.terms()),
        person.terms().stream().map(Terms::category).filter(Objects::nonNull).distinct().toList(),
        folded(person, Name.Kind.CURRENT),
        person.name().stream().toList(),
        folded(person, Name.Kind.FORMER),
        NameFields.of(person.names().stream().map(Name::value).toList()),
        ids,
        parts(ids, person.values(Kind.INSURED_NUMBER)),
        person.values(Kind.INSURED_NUMBER).stream().map(Numbers::key).toList(),
        person.identifiers().stream()
            .filter(
                number -> number.kind() != Kind.CITIZEN_ID && number.kind() != Kind.INSURED_NUMBER)
            .flatMap(number -> Numbers.keys(number.value()).stream())
            .distinct()
            .toList(),
        person.employers().stream().map(TextFolding::fold).toList(),
        person.employerNumbers().stream().map(Numbers::key).toList(),
        Track.word(person.sex()),
        birth(person),
        Standing.of(person));
  }

  private static Set<String> parts(List<String> ids, List<String> insuredNumbers) {
    Set<String> parts = new TreeSet<>(Numbers.parts(ids));
    ids.stream()
        .filter(id -> id.length() > Numbers.SHORTEST_PART)
        .map(Numbers::hiddenBefore)
        .forEach(parts::add);
    parts.addAll(Numbers.parts(insuredNumbers.stream().map(Numbers::key).toList()));
    return parts;
  }

  /** Dates of birth as people give them: the year, the month, the day, and that without century. */
  private static Set<String> birth(Person person) {
    Set<LocalDate> dates = new TreeSet<>();
    if (person.birthDate() != null) {
      dates.add(person.birthDate());
    }
    person.values(Kind.CITIZEN_ID).stream()
        .flatMap(id -> CitizenId.parse(id).stream())
        .forEach(id -> dates.add(id.birthDate()));
    Set<String> birth = new TreeSet<>();
    for (LocalDate date : dates) {
      String day = date.format(DateTimeFormatter.BASIC_ISO_DATE);
      birth.addAll(List.of(day, day.substring(0, 6), day.substring(0, 4), day.substring(2)));
    }
    return birth;
  }

  private static List<String> folded(Person person, Name.Kind kind) {
    return person.names().stream()
        .filter(name -> name.kind() == kind)
        .map(name -> PersonName.fold(name.value()))
        .collect(Collectors.toSet())
        .stream()
        .toList();
  }
}
