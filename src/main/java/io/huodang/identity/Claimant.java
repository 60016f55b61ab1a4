package io.huodang.identity;

import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.InsuredNumber;
import io.huodang.vocabulary.PersonName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Someone who stands on a form, its subject or one row of a list: what was read of them, surest
 * first. Relatives and handlers are no claimants.
 *
 * @param citizenId when a valid one was read
 * @param printedId that number as printed, null without a valid one
 * @param ids every reading of the ID, valid or not, half-width; then the alternatives
 * @param names every reading of the name
 * @param otherNames alternatives of those
 * @param formerName as read
 * @param insuredNumbers every reading of the insured number
 * @param otherNumbers alternatives of those
 * @param employer folded name of the employer, null when none was read
 * @param birthDate ISO 8601: a day, a month or a year; null when none was read
 */
public record Claimant(
    Optional<CitizenId> citizenId,
    @Nullable String printedId,
    List<String> ids,
    List<PersonName> names,
    List<PersonName> otherNames,
    Optional<PersonName> formerName,
    List<InsuredNumber> insuredNumbers,
    List<InsuredNumber> otherNumbers,
    @Nullable String employerName,
    @Nullable String employer,
    @Nullable String birthDate) {

  private static final int SHORTEST_ID = 12;

  public Claimant {
    ids = List.copyOf(ids);
    names = List.copyOf(names);
    otherNames = List.copyOf(otherNames);
    insuredNumbers = List.copyOf(insuredNumbers);
    otherNumbers = List.copyOf(otherNumbers);
  }

  /** The claimant of whom these values were read. */
  public static Claimant of(Collection<ReadValue> values) {
    List<String> printed = values(values, "citizenId").map(CitizenId::compact).toList();
    Optional<String> valid =
        printed.stream().filter(text -> CitizenId.parse(text).isPresent()).findFirst();
    List<PersonName> names = parsed(values(values, "personName"), PersonName::parse);
    List<InsuredNumber> numbers = parsed(values(values, "insuredNumber"), InsuredNumber::parse);
    Optional<String> employer = values(values, "employerName").findFirst();
    return new Claimant(
        valid.flatMap(CitizenId::parse),
        valid.orElse(null),
        Stream.concat(printed.stream(), alternatives(values, "citizenId").map(CitizenId::compact))
            .filter(text -> text.length() >= SHORTEST_ID)
            .distinct()
            .toList(),
        names,
        without(names, parsed(alternatives(values, "personName"), PersonName::parse)),
        parsed(values(values, "formerName"), PersonName::parse).stream().findFirst(),
        numbers,
        without(numbers, parsed(alternatives(values, "insuredNumber"), InsuredNumber::parse)),
        employer.orElse(null),
        employer.map(PersonName::fold).filter(folded -> folded.length() >= 4).orElse(null),
        values(values, "birthDate").findFirst().orElse(null));
  }

  /** The same, employed where the list in which it stands says. */
  Claimant employedBy(Claimant form) {
    return employer != null || form.employer == null
        ? this
        : new Claimant(
            citizenId,
            printedId,
            ids,
            names,
            otherNames,
            formerName,
            insuredNumbers,
            otherNumbers,
            form.employerName,
            form.employer,
            birthDate);
  }

  /** The surest reading of the name. */
  Optional<PersonName> name() {
    return names.stream().findFirst();
  }

  /** The surest reading of the insured number. */
  Optional<InsuredNumber> insuredNumber() {
    return insuredNumbers.stream().findFirst();
  }

  /** A number was read as an ID, and it is no valid one. */
  boolean hasDamagedId() {
    return citizenId.isEmpty() && !ids.isEmpty();
  }

  private static Stream<String> values(Collection<ReadValue> values, String field) {
    return values.stream()
        .filter(value -> value.field().equals(field))
        .sorted(Comparator.comparingDouble(ReadValue::confidence).reversed())
        .map(ReadValue::value);
  }

  private static Stream<String> alternatives(Collection<ReadValue> values, String field) {
    return values.stream()
        .filter(value -> value.field().equals(field))
        .flatMap(value -> value.alternatives().stream());
  }

  private static <T> List<T> parsed(Stream<String> texts, Function<String, Optional<T>> parse) {
    return texts.map(parse).flatMap(Optional::stream).distinct().toList();
  }

  private static <T> List<T> without(List<T> known, List<T> more) {
    List<T> rest = new ArrayList<>(more);
    rest.removeAll(known);
    return rest;
  }

  /** No number and no name, in case someone logs it. */
  @Override
  public String toString() {
    return "someone on a form";
  }
}
