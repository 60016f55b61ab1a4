package io.huodang.catalog;

import io.huodang.access.Terms;
import io.huodang.vocabulary.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone whom items are about (参保人).
 *
 * @param id its own
 * @param sex as the ID or the roster states it
 * @param birthDate null when unknown
 * @param mergedInto the person that this one turned out to be, else null
 * @param revision raised by every change
 * @param names current first
 * @param identifiers in the order in which they were learnt
 * @param employers names of present and past employers
 * @param employerNumbers numbers and codes of those employers
 * @param itemCount items of the person's file: linked as subject or list row and not rejected
 * @param pageCount pages of those items
 * @param firstPageId of the newest item, null when the file is empty
 * @param newest date of the newest item, null when none has one
 * @param terms the rights terms of all those items, each once
 */
public record Person(
    UUID id,
    Sex sex,
    @Nullable LocalDate birthDate,
    @Nullable UUID mergedInto,
    long revision,
    List<Name> names,
    List<Identifier> identifiers,
    List<String> employers,
    List<String> employerNumbers,
    int itemCount,
    int pageCount,
    @Nullable UUID firstPageId,
    @Nullable LocalDate newest,
    List<Terms> terms) {

  public Person {
    names = List.copyOf(names);
    identifiers = List.copyOf(identifiers);
    employers = List.copyOf(employers);
    employerNumbers = List.copyOf(employerNumbers);
    terms = List.copyOf(terms);
  }

  /** The current name, or empty when only numbers are known. */
  public Optional<String> name() {
    return names.stream()
        .filter(name -> name.kind() == Name.Kind.CURRENT)
        .map(Name::value)
        .findFirst();
  }

  /** Every value of one kind of identifier. */
  public List<String> values(Identifier.Kind kind) {
    return identifiers.stream()
        .filter(identifier -> identifier.kind() == kind)
        .map(Identifier::value)
        .distinct()
        .toList();
  }
}
