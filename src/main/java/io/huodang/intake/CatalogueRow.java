package io.huodang.intake;

import io.huodang.extraction.PrintedDate;
import io.huodang.tables.Headings;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.InsuredNumber;
import io.huodang.vocabulary.PersonName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a catalogue. What is odd is kept as it stands and told, never put right.
 *
 * @param fileNumber 档号, empty when the row has none
 * @param values by field name, as extraction names them; without the file number
 * @param pages how many it promises, 0 when it does not say
 * @param odd codes of what someone should look at
 */
record CatalogueRow(String fileNumber, Map<String, String> values, int pages, List<String> odd) {

  static CatalogueRow read(Headings<CatalogueField> headings, List<String> cells) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> odd = new ArrayList<>();
    put(values, "title", Optional.of(headings.value(CatalogueField.TITLE, cells)));
    String name = headings.value(CatalogueField.PERSON_NAME, cells);
    put(values, "personName", PersonName.parse(name).map(PersonName::value));
    if (!name.isEmpty() && !values.containsKey("personName")) {
      odd.add("bad-name");
    }
    String id = CitizenId.compact(headings.value(CatalogueField.CITIZEN_ID, cells));
    put(values, "citizenId", Optional.of(id));
    if (!id.isEmpty() && CitizenId.parse(id).isEmpty()) {
      odd.add("invalid-citizen-id");
    }
    String number = headings.value(CatalogueField.INSURED_NUMBER, cells);
    put(values, "insuredNumber", InsuredNumber.parse(number).map(InsuredNumber::value));
    if (!number.isEmpty() && !values.containsKey("insuredNumber")) {
      odd.add("invalid-insured-number");
    }
    String date = headings.value(CatalogueField.DATE, cells);
    put(values, "documentDate", PrintedDate.iso(date));
    if (!date.isEmpty() && !values.containsKey("documentDate")) {
      odd.add("bad-date");
    }
    return new CatalogueRow(
        headings.value(CatalogueField.FILE_NUMBER, cells),
        values,
        pages(headings.value(CatalogueField.PAGES, cells)),
        odd);
  }

  private static void put(Map<String, String> values, String field, Optional<String> value) {
    value.filter(text -> !text.isEmpty()).ifPresent(text -> values.put(field, text));
  }

  private static int pages(String cell) {
    return cell.matches("[0-9]{1,5}") ? Integer.parseInt(cell) : 0;
  }
}
