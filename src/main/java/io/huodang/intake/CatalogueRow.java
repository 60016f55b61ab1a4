package io.huodang.intake;

import io.huodang.catalog.Item.PaperState;
import io.huodang.catalog.Location;
import io.huodang.extraction.PrintedDate;
import io.huodang.tables.Headings;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.InsuredNumber;
import io.huodang.vocabulary.PersonName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a catalogue. What is odd is kept as it stands and told, never put right.
 *
 * @param fileNumber 档号, empty when the row has none
 * @param values by field name, as extraction names them; without the file number
 * @param pages how many it promises, 0 when it does not say
 * @param paper where the paper is, null when it does not say
 * @param location where it stands, null when it does not say
 * @param odd codes of what someone should look at
 */
record CatalogueRow(
    String fileNumber,
    Map<String, String> values,
    int pages,
    @Nullable PaperState paper,
    @Nullable Location location,
    List<String> odd) {

  /** What catalogues call the states of a paper. */
  private static final Map<String, PaperState> PAPERS =
      Map.ofEntries(
          Map.entry("在库", PaperState.IN_STORE),
          Map.entry("在架", PaperState.IN_STORE),
          Map.entry("in-store", PaperState.IN_STORE),
          Map.entry("借出", PaperState.OUT),
          Map.entry("外借", PaperState.OUT),
          Map.entry("出库", PaperState.OUT),
          Map.entry("外送", PaperState.OUT),
          Map.entry("外送数字化", PaperState.OUT),
          Map.entry("out", PaperState.OUT),
          Map.entry("缺失", PaperState.MISSING),
          Map.entry("丢失", PaperState.MISSING),
          Map.entry("遗失", PaperState.MISSING),
          Map.entry("missing", PaperState.MISSING),
          Map.entry("无", PaperState.NONE),
          Map.entry("无实体", PaperState.NONE),
          Map.entry("已销毁", PaperState.NONE),
          Map.entry("none", PaperState.NONE),
          Map.entry("未登记", PaperState.UNKNOWN),
          Map.entry("不详", PaperState.UNKNOWN),
          Map.entry("unknown", PaperState.UNKNOWN));

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
    String place = headings.value(CatalogueField.LOCATION, cells);
    Location location = Location.parse(place).orElse(null);
    if (!place.isEmpty() && location == null) {
      odd.add("bad-location");
    }
    String state = headings.value(CatalogueField.PAPER, cells);
    PaperState paper = PAPERS.get(state.toLowerCase(Locale.ROOT));
    if (!state.isEmpty() && paper == null) {
      odd.add("bad-paper-state");
    }
    if (paper == null && location != null) {
      paper = PaperState.IN_STORE; // what has a place stands there until someone says otherwise
    }
    return new CatalogueRow(
        headings.value(CatalogueField.FILE_NUMBER, cells),
        values,
        pages(headings.value(CatalogueField.PAGES, cells)),
        paper,
        location,
        odd);
  }

  private static void put(Map<String, String> values, String field, Optional<String> value) {
    value.filter(text -> !text.isEmpty()).ifPresent(text -> values.put(field, text));
  }

  private static int pages(String cell) {
    return cell.matches("[0-9]{1,5}") ? Integer.parseInt(cell) : 0;
  }
}
