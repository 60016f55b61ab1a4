package io.huodang.search;

import io.huodang.catalog.Identifier;
import io.huodang.catalog.Name;
import io.huodang.catalog.Person;
import io.huodang.vocabulary.CitizenId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who was found.
 *
 * @param name the current name, null when only numbers are known
 * @param citizenIdMasked for example {@code 371081********123X}, null when unknown
 * @param sex {@code male}, {@code female} or {@code unstated}
 * @param itemCount items of the person's file
 * @param pageCount pages of the person's file
 * @param firstPageId of the newest item, null when the file is empty
 * @param why what the query hit
 * @param keys how each key was met, in the order in which they were typed; empty where one was
 *     typed, without those that say nothing alone, and while the registry answers
 * @param differs how a near miss differs from what was typed; null for all else
 * @param score higher is better; only the order means anything
 */
public record PersonHit(
    UUID id,
    @Nullable String name,
    List<String> formerNames,
    @Nullable String citizenIdMasked,
    List<String> insuredNumbers,
    String sex,
    @Nullable LocalDate birthDate,
    List<String> employers,
    int itemCount,
    int pageCount,
    @Nullable UUID firstPageId,
    Why why,
    List<Key> keys,
    @Nullable Difference differs,
    double score) {

  /**
   * How a key was met.
   *
   * @param key as it was typed; a citizen ID masked
   */
  public record Key(String key, Why why) {}

  static PersonHit of(Person person, Found found, Question question) {
    return new PersonHit(
        person.id(),
        person.name().orElse(null),
        person.names().stream()
            .filter(name -> name.kind() == Name.Kind.FORMER)
            .map(Name::value)
            .toList(),
        person.values(Identifier.Kind.CITIZEN_ID).stream()
            .findFirst()
            .map(PersonHit::masked)
            .orElse(null),
        // Some schemes gave the citizen ID as the insured number.
        person.values(Identifier.Kind.INSURED_NUMBER).stream()
            .map(number -> CitizenId.parse(number).map(CitizenId::masked).orElse(number))
            .toList(),
        Track.word(person.sex()),
        person.birthDate(),
        person.employers(),
        person.itemCount(),
        person.pageCount(),
        person.firstPageId(),
        found.why(),
        question.keys().size() == 1
            ? List.of()
            : found.keys().stream()
                .map(met -> new Key(question.keys().get(met.key()), met.why()))
                .toList(),
        found.why() == Why.NEAR_MISS ? NearMiss.of(question, found, person).orElse(null) : null,
        found.score());
  }

  /** The same person with the part of the file that the viewer may see. */
  PersonHit holding(int items, int pages, @Nullable UUID first) {
    return new PersonHit(
        id,
        name,
        formerNames,
        citizenIdMasked,
        insuredNumbers,
        sex,
        birthDate,
        employers,
        items,
        pages,
        first,
        why,
        keys,
        differs,
        score);
  }

  private static String masked(String citizenId) {
    return CitizenId.parse(citizenId)
        .map(CitizenId::masked)
        .orElseGet(() -> Masking.mask(citizenId));
  }
}
