package io.huodang.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.huodang.access.Terms;
import io.huodang.catalog.Identifier.Kind;
import io.huodang.catalog.Name;
import io.huodang.catalog.Person;
import io.huodang.vocabulary.PersonName;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys under which a person is found; what is shown of a person comes from the registry. */
record PersonDocument(
    boolean removed,
    String key,
    Set<String> rights,
    List<UUID> category,
    List<String> names,
    List<String> formerNames,
    @JsonUnwrapped NameFields keys,
    List<String> citizenIds,
    Set<String> idParts,
    List<String> insuredNumbers,
    List<String> otherNumbers,
    List<String> employers,
    @Nullable LocalDate birthDate,
    int itemCount) {

  static PersonDocument of(Person person) {
    List<String> ids = Numbers.forms(person.values(Kind.CITIZEN_ID));
    return new PersonDocument(
        false,
        DocumentKey.of(person.id()),
        RightsKeys.covering(person.terms()),
        person.terms().stream().map(Terms::category).filter(Objects::nonNull).distinct().toList(),
        folded(person, Name.Kind.CURRENT),
        folded(person, Name.Kind.FORMER),
        NameFields.of(person.names().stream().map(Name::value).toList()),
        ids,
        Numbers.parts(ids),
        person.values(Kind.INSURED_NUMBER).stream().map(Numbers::key).toList(),
        person.identifiers().stream()
            .filter(
                number -> number.kind() != Kind.CITIZEN_ID && number.kind() != Kind.INSURED_NUMBER)
            .map(number -> Numbers.key(number.value()))
            .distinct()
            .toList(),
        person.employers().stream().map(TextFolding::fold).toList(),
        person.birthDate(),
        person.itemCount());
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
