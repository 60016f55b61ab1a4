package io.huodang.extraction;

import io.huodang.recognition.Barcodes;
import io.huodang.recognition.ReadPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a page says, as its document type knows it.
 *
 * @param documentType code, null when none fits
 * @param title printed heading, or the name of a type that has none; null when none was found
 * @param labels that announce the fields, as they were found
 */
record Extraction(
    @Nullable String documentType,
    @Nullable String title,
    List<Labels.Label> labels,
    List<FieldReading> fields,
    List<PersonRow> people) {

  /** Fields that a list form states in its rows. */
  private static final Set<String> ONE_PERSONS =
      Set.of("personName", "citizenId", "insuredNumber", "sex", "birthDate", "formerName");

  private static final Set<String> NUMBERS = Set.of("citizenId", "insuredNumber");
  private static final Set<String> KEYS = Set.of("personName", "citizenId", "insuredNumber");

  /**
   * Looks for all that the page's type knows.
   *
   * @param codes the page's barcodes; asked for only where a field may be stated by one
   */
  static Extraction of(
      ReadPage page,
      DocumentTypes types,
      SecondLook secondLook,
      Supplier<List<Barcodes.Code>> codes) {
    String title = Title.of(page).orElse(null);
    DocumentType fitting = title == null ? null : types.fitting(title).orElse(null);
    if (fitting == null) {
      fitting = types.markedIn(page.text().text()).orElse(null);
      title = fitting == null ? title : fitting.name().get("zh");
    }
    DocumentType type = fitting == null ? types.general() : fitting;
    List<Passage> passages = Passage.of(page);
    FieldFinder finder = new FieldFinder(passages, Passage.letter(page), type);
    Columns columns = new Columns(passages, finder.labels());
    boolean list = type.list() || fitting == null && columns.hasIdColumn(Columns.FEWEST_OF_UNKNOWN);
    List<PersonRow> people =
        list ? new Rows(columns, type.rules(), page, secondLook).people() : List.of();
    List<FieldReading> fields = new ArrayList<>();
    boolean byHand = false;
    for (FieldRule rule : type.rules()) {
      if (!list || !ONE_PERSONS.contains(rule.name())) {
        Optional<FieldFinder.Found> found = finder.find(rule);
        byHand |=
            NUMBERS.contains(rule.name())
                && found.filter(it -> it.slot().isWritten(page)).isPresent();
        Optional<FieldReading> printed = found.map(it -> secondLook.settle(page, it));
        Optional<FieldReading> coded =
            rule.barcode() ? coded(rule, codes.get(), printed) : Optional.empty();
        coded.or(() -> printed).ifPresent(fields::add);
      }
    }
    if (byHand) {
      fields.replaceAll(field -> KEYS.contains(field.name()) ? field.byHand() : field);
    }
    return new Extraction(
        fitting == null ? null : fitting.code(), title, finder.labels().all(), fields, people);
  }

  /** What the only code on the page states; what is printed beside it is then an alternative. */
  private static Optional<FieldReading> coded(
      FieldRule rule, List<Barcodes.Code> codes, Optional<FieldReading> printed) {
    if (codes.stream().map(Barcodes.Code::text).distinct().count() != 1) {
      return Optional.empty();
    }
    Barcodes.Code code = codes.getFirst();
    return rule.kind()
        .normalise(code.text())
        .map(
            value ->
                new FieldReading(
                    rule.name(),
                    value,
                    1,
                    code.box(),
                    "barcode",
                    printed.map(FieldReading::value).filter(read -> !read.equals(value)).stream()
                        .toList()));
  }
}
