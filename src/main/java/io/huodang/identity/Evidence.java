package io.huodang.identity;

import io.huodang.catalog.Reading;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.InsuredNumber;
import io.huodang.vocabulary.PersonName;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the pages of an item say of the people on it. */
record Evidence(
    Claimant subject, List<Claimant> rows, List<CitizenId> subjectIds, Optional<LocalDate> date) {

  static Evidence of(List<Reading> readings) {
    List<Reading> ofForm = readings.stream().filter(r -> r.row() == null).toList();
    Map<List<Object>, List<Reading>> ofRows =
        readings.stream()
            .filter(reading -> reading.row() != null)
            .collect(
                Collectors.groupingBy(
                    reading -> List.<Object>of(reading.pageId(), row(reading)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return new Evidence(
        claimant(ofForm, null),
        ofRows.values().stream().map(row -> claimant(row, rowOf(row.getFirst()))).toList(),
        ofForm.stream()
            .filter(reading -> reading.field().equals("citizenId"))
            .map(reading -> CitizenId.parse(reading.value()))
            .flatMap(Optional::stream)
            .collect(Collectors.toMap(CitizenId::value, id -> id, (a, b) -> a.hadCheck() ? a : b))
            .values()
            .stream()
            .toList(),
        best(ofForm, "documentDate", Evidence::date));
  }

  private static Claimant claimant(List<Reading> readings, Claimant.@Nullable Row row) {
    Optional<CitizenId> id = best(readings, "citizenId", CitizenId::parse);
    return new Claimant(
        id,
        id.isEmpty() ? null : best(readings, "citizenId", Evidence::printedIfValid).orElse(null),
        id.isPresent() ? List.of() : possibleIds(readings),
        best(readings, "personName", PersonName::parse),
        best(readings, "formerName", PersonName::parse),
        best(readings, "insuredNumber", InsuredNumber::parse),
        best(readings, "employerName", Optional::of),
        row);
  }

  /** The surest reading of a field that is a value of its kind at all. */
  private static <T> Optional<T> best(
      List<Reading> readings, String field, Function<String, Optional<T>> parse) {
    return readings.stream()
        .filter(reading -> reading.field().equals(field))
        .sorted(Comparator.comparingDouble(Reading::confidence).reversed())
        .map(reading -> parse.apply(reading.value()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> printedIfValid(String value) {
    return CitizenId.parse(value).map(id -> CitizenId.compact(value));
  }

  private static List<CitizenId> possibleIds(List<Reading> readings) {
    return readings.stream()
        .filter(reading -> reading.field().equals("citizenId"))
        .flatMap(reading -> reading.alternatives().stream())
        .map(CitizenId::parse)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private static Optional<LocalDate> date(String value) {
    try {
      return Optional.of(LocalDate.parse(value));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Claimant.Row rowOf(Reading reading) {
    UUID page = reading.pageId();
    return new Claimant.Row(page, row(reading), reading.box());
  }

  private static int row(Reading reading) {
    Integer row = reading.row();
    return row == null ? 0 : row;
  }
}
