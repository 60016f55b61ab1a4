package io.huodang.viewing.web;

import io.huodang.catalog.Identifier;
import io.huodang.catalog.Name;
import io.huodang.catalog.Person;
import io.huodang.viewing.Masked;
import io.huodang.viewing.PersonFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person on the wire.
 *
 * @param citizenIdMasked null when none is known
 * @param otherCitizenIdsMasked further numbers of a person who has more than one
 * @param sex {@code male}, {@code female} or {@code unstated}
 * @param itemCount of the items that the viewer may see
 * @param pageCount of the pages that the viewer may see
 * @param movedTo the id of the person who the one asked for turned out to be; null: that very one
 */
public record PersonDocument(
    UUID id,
    @Nullable String name,
    List<String> formerNames,
    @Nullable String citizenIdMasked,
    List<String> otherCitizenIdsMasked,
    List<String> insuredNumbers,
    String sex,
    @Nullable LocalDate birthDate,
    List<String> employers,
    int itemCount,
    int pageCount,
    @Nullable UUID firstPageId,
    @Nullable UUID movedTo,
    long revision) {

  static PersonDocument of(PersonFile file) {
    return of(file, file.person().id());
  }

  /** The same for someone who was asked for by an id, which may be one that leads on. */
  static PersonDocument of(PersonFile file, UUID asked) {
    Person person = file.person();
    List<String> citizenIds =
        person.values(Identifier.Kind.CITIZEN_ID).stream().map(Masked::citizenId).toList();
    return new PersonDocument(
        person.id(),
        person.name().orElse(null),
        person.names().stream()
            .filter(name -> name.kind() == Name.Kind.FORMER)
            .map(Name::value)
            .toList(),
        citizenIds.isEmpty() ? null : citizenIds.getFirst(),
        citizenIds.stream().skip(1).toList(),
        person.values(Identifier.Kind.INSURED_NUMBER),
        person.sex().name().toLowerCase(Locale.ROOT),
        person.birthDate(),
        person.employers(),
        file.items().size(),
        file.pageCount(),
        file.firstPageId().orElse(null),
        asked.equals(person.id()) ? null : person.id(),
        person.revision());
  }
}
