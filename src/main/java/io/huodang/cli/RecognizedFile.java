package io.huodang.cli;

import io.huodang.extraction.FieldReading;
import io.huodang.extraction.PageOutcome;
import io.huodang.recognition.Box;
import io.huodang.recognition.FileKind;
import io.huodang.recognition.FileOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was read in one file, in the form of API.md. */
record RecognizedFile(
    String file,
    String state,
    @Nullable String reason,
    @Nullable String documentType,
    @Nullable String title,
    List<Page> pages,
    List<Field> fields,
    List<Person> people) {

  record Page(
      int page,
      int width,
      int height,
      int dpi,
      int rotation,
      double skew,
      boolean blank,
      String text,
      double seconds) {}

  record Field(
      String name,
      String value,
      double confidence,
      int page,
      int[] box,
      String source,
      List<String> alternatives) {}

  record Person(
      int page,
      int row,
      @Nullable String personName,
      @Nullable String citizenId,
      @Nullable String insuredNumber) {}

  static RecognizedFile of(
      String file, FileOutcome outcome, List<PageOutcome> outcomes, KnownPersons known) {
    if (outcome instanceof FileOutcome.Refused refused) {
      return withoutPages(file, "quarantined", refused.code());
    }
    if (outcome instanceof FileOutcome.WithoutPages) {
      return FileKind.isPagesBy(file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
          ? withoutPages(file, "quarantined", "not-as-named")
          : withoutPages(file, "flagged", "no-pages");
    }
    Collected collected = new Collected();
    for (int i = 0; i < outcomes.size(); i++) {
      switch (outcomes.get(i)) {
        case PageOutcome.Read page -> collected.add(i + 1, page);
        case PageOutcome.Refused refused -> collected.reason(refused.code());
      }
    }
    String state =
        collected.pages.isEmpty() ? "quarantined" : collected.reason == null ? "ok" : "flagged";
    return new RecognizedFile(
        file,
        state,
        collected.reason,
        collected.documentType,
        collected.title,
        collected.pages,
        known.settle(List.copyOf(collected.fields.values())),
        collected.people.stream().map(known::settle).toList());
  }

  /** What was read on one page, in the order of the form. */
  static List<Field> fieldsOf(int page, PageOutcome.Read read) {
    return read.fields().stream().map(reading -> Collected.field(page, reading)).toList();
  }

  /** The rows of one page of a list. */
  static List<Person> peopleOf(int page, PageOutcome.Read read) {
    return read.people().stream()
        .map(
            row ->
                new Person(page, row.row(), row.personName(), row.citizenId(), row.insuredNumber()))
        .toList();
  }

  private static RecognizedFile withoutPages(String file, String state, String reason) {
    return new RecognizedFile(file, state, reason, null, null, List.of(), List.of(), List.of());
  }

  /** The pages of a file put together: the first title, the surest reading of each field. */
  private static final class Collected {
    private final List<Page> pages = new ArrayList<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<Person> people = new ArrayList<>();
    private @Nullable String reason;
    private @Nullable String documentType;
    private @Nullable String title;

    void add(int number, PageOutcome.Read page) {
      pages.add(
          new Page(
              number,
              page.width(),
              page.height(),
              page.dpi(),
              page.rotation(),
              page.skew(),
              page.blank(),
              page.text().text(),
              page.seconds()));
      documentType = documentType == null ? page.documentType() : documentType;
      title = title == null ? page.title() : title;
      for (Field field : fieldsOf(number, page)) {
        fields.merge(
            field.name, field, (old, more) -> more.confidence > old.confidence ? more : old);
      }
      people.addAll(peopleOf(number, page));
      reason(page.flag());
    }

    void reason(@Nullable String code) {
      reason = reason == null ? code : reason;
    }

    private static Field field(int page, FieldReading reading) {
      Box box = reading.box();
      return new Field(
          reading.name(),
          reading.value(),
          reading.confidence(),
          page,
          new int[] {box.x(), box.y(), box.width(), box.height()},
          reading.source(),
          reading.alternatives());
    }
  }
}
