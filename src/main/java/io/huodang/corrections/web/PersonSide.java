package io.huodang.corrections.web;

import io.huodang.catalog.Identifier;
import io.huodang.catalog.Name;
import io.huodang.catalog.Person;
import io.huodang.viewing.Masked;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of two persons who may be the same, with what tells one person from another.
 *
 * @param otherNames all but the current one
 */
record PersonSide(
    UUID id,
    @Nullable String name,
    List<String> otherNames,
    List<String> citizenIdsMasked,
    List<String> insuredNumbers,
    String sex,
    @Nullable LocalDate birthDate,
    List<String> employers,
    int itemCount,
    int pageCount,
    @Nullable UUID firstPageId,
    long revision) {

  static PersonSide of(Person person) {
    return new PersonSide(
        person.id(),
        person.name().orElse(null),
        person.names().stream()
            .filter(name -> name.kind() != Name.Kind.CURRENT)
            .map(Name::value)
            .distinct()
            .toList(),
        person.values(Identifier.Kind.CITIZEN_ID).stream().map(Masked::citizenId).toList(),
        person.values(Identifier.Kind.INSURED_NUMBER),
        person.sex().name().toLowerCase(Locale.ROOT),
        person.birthDate(),
        person.employers().stream().distinct().toList(),
        person.itemCount(),
        person.pageCount(),
        person.firstPageId(),
        person.revision());
  }
}
