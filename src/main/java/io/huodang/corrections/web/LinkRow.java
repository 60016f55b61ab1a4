package io.huodang.corrections.web;

import io.huodang.catalog.Identifier;
import io.huodang.catalog.Link;
import io.huodang.catalog.Person;
import io.huodang.catalog.Words;
import io.huodang.viewing.Masked;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone whom an item may be about, with what tells one person from another.
 *
 * @param evidence words for what spoke for it
 * @param percent how far ahead of the next candidate
 * @param decision of a person, null when the program alone spoke
 */
record LinkRow(
    UUID id,
    UUID personId,
    @Nullable String name,
    List<String> citizenIdsMasked,
    List<String> insuredNumbers,
    @Nullable LocalDate birthDate,
    String role,
    String state,
    @Nullable Integer row,
    List<String> evidence,
    long percent,
    Link.@Nullable Decision decision,
    long revision) {

  static LinkRow of(Link link, @Nullable Person person, List<String> evidence) {
    return new LinkRow(
        link.id(),
        link.personId(),
        person == null ? null : person.name().orElse(null),
        person == null
            ? List.of()
            : person.values(Identifier.Kind.CITIZEN_ID).stream().map(Masked::citizenId).toList(),
        person == null ? List.of() : person.values(Identifier.Kind.INSURED_NUMBER),
        person == null ? null : person.birthDate(),
        Words.of(link.role()),
        Words.of(link.state()),
        link.row(),
        evidence,
        Math.round(link.margin() * 100),
        link.decision(),
        link.revision());
  }
}
