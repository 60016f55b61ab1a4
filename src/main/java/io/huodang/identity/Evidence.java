package io.huodang.identity;

import io.huodang.catalog.ListRow;
import io.huodang.catalog.Reading;
import io.huodang.vocabulary.CitizenId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the pages of an item say of the people on it.
 *
 * @param rows of the lists among its pages
 * @param subjectIds every valid ID that its subject has on one of its pages
 */
record Evidence(
    Claimant subject, List<Row> rows, List<CitizenId> subjectIds, Optional<LocalDate> date) {

  /**
   * A row of a list form.
   *
   * @param pageId on which page
   * @param number from 1
   * @param box x, y, width, height in the master's pixels
   */
  record Row(UUID pageId, int number, List<Integer> box, Claimant claimant) {
    ListRow place() {
      return new ListRow(pageId, number);
    }

    int[] corners() {
      return box.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  private record Place(UUID pageId, int row) {}

  static Evidence of(List<Reading> readings) {
    List<Reading> ofForm = readings.stream().filter(r -> r.row() == null).toList();
    Claimant subject = claimant(ofForm);
    Map<Place, List<Reading>> ofRows =
        readings.stream()
            .filter(reading -> reading.row() != null)
            .collect(
                Collectors.groupingBy(Evidence::place, LinkedHashMap::new, Collectors.toList()));
    return new Evidence(
        subject,
        ofRows.entrySet().stream()
            .map(
                row ->
                    new Row(
                        row.getKey().pageId(),
                        row.getKey().row(),
                        row.getValue().getFirst().box(),
                        claimant(row.getValue()).employedBy(subject)))
            .toList(),
        ofForm.stream()
            .filter(reading -> reading.field().equals("citizenId"))
            .map(reading -> CitizenId.parse(reading.value()))
            .flatMap(Optional::stream)
            .collect(Collectors.toMap(CitizenId::value, id -> id, (a, b) -> a.hadCheck() ? a : b))
            .values()
            .stream()
            .toList(),
        ofForm.stream()
            .filter(reading -> reading.field().equals("documentDate"))
            .sorted(Comparator.comparingDouble(Reading::confidence).reversed())
            .map(reading -> date(reading.value()))
            .flatMap(Optional::stream)
            .findFirst());
  }

  private static Claimant claimant(List<Reading> readings) {
    return Claimant.of(
        readings.stream()
            .map(
                reading ->
                    new ReadValue(
                        reading.field(),
                        reading.value(),
                        reading.confidence(),
                        reading.alternatives()))
            .toList());
  }

  private static Place place(Reading reading) {
    Integer row = reading.row();
    return new Place(reading.pageId(), row == null ? 0 : row);
  }

  private static Optional<LocalDate> date(String value) {
    try {
      return Optional.of(LocalDate.parse(value));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
