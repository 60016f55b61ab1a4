package io.huodang.roster;

import io.huodang.extraction.PrintedDate;
import io.huodang.tables.Headings;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.InsuredNumber;
import io.huodang.vocabulary.PersonName;
import io.huodang.vocabulary.Sex;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one line. What is odd is kept as printed and told, never put right. */
final class RowReading {
  private static final Pattern SEPARATORS = Pattern.compile("[、,，;；/|\\s]+");
  private static final Pattern NAME_WITH_FORMER =
      Pattern.compile("(.+?)[(（](?:曾用名|原名)?[:：]?(.+?)[)）]");
  private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](\\.[0-9]+)?[Ee]\\+?[0-9]{1,2}");
  private static final Pattern NUMERIC_ID = Pattern.compile("[0-9]{12,}[0-9X]*");

  private final Headings<RosterField> headings;
  private final List<String> cells;
  private final List<String> findings = new ArrayList<>();

  private RowReading(Headings<RosterField> headings, List<String> cells) {
    this.headings = headings;
    this.cells = cells;
  }

  static RosterLine read(Headings<RosterField> headings, long line, List<String> cells) {
    return new RowReading(headings, cells).read(line);
  }

  private RosterLine read(long line) {
    String written = headings.value(RosterField.PERSON_NAME, cells);
    if (written.isEmpty()) {
      return new RosterLine.Refused(line, "no-name");
    }
    List<PersonName> former = names(headings.values(RosterField.FORMER_NAME, cells));
    Matcher both = NAME_WITH_FORMER.matcher(written);
    if (both.matches()) {
      PersonName.parse(both.group(2)).ifPresent(former::add);
      written = both.group(1);
    }
    Optional<PersonName> name = PersonName.parse(written);
    if (name.isEmpty()) {
      return new RosterLine.Refused(line, "bad-name");
    }
    String printed = CitizenId.compact(headings.value(RosterField.CITIZEN_ID, cells));
    RosterRow.IdKind kind = idKind(printed);
    Optional<CitizenId> id =
        kind == RosterRow.IdKind.CITIZEN_ID ? CitizenId.parse(printed) : Optional.empty();
    if (kind == RosterRow.IdKind.CITIZEN_ID && !printed.isEmpty() && id.isEmpty()) {
      findings.add(
          SCIENTIFIC.matcher(printed).matches() ? "scientific-number" : "invalid-citizen-id");
    }
    List<String> insured = insuredNumbers();
    if (printed.isEmpty() && insured.isEmpty()) {
      return new RosterLine.Refused(line, "no-number");
    }
    return new RosterRow(
        line,
        name.get(),
        id,
        printed.isEmpty() ? null : printed,
        kind,
        insured,
        numbers(RosterField.SOCIAL_CARD).distinct().toList(),
        former.stream().filter(old -> !old.folded().equals(name.get().folded())).toList(),
        sex(id),
        birthDate(id),
        text(RosterField.EMPLOYER_NAME),
        text(RosterField.EMPLOYER_NUMBER),
        findings);
  }

  private List<PersonName> names(List<String> written) {
    List<PersonName> names = new ArrayList<>();
    for (String cell : written) {
      SEPARATORS
          .splitAsStream(cell)
          .map(PersonName::parse)
          .flatMap(Optional::stream)
          .forEach(names::add);
    }
    return names;
  }

  private RosterRow.IdKind idKind(String printed) {
    String stated = headings.value(RosterField.ID_KIND, cells);
    if (stated.contains("护照") || stated.toLowerCase(Locale.ROOT).contains("passport")) {
      return RosterRow.IdKind.PASSPORT;
    }
    boolean citizen =
        stated.isEmpty()
            || stated.matches("0?[12]")
            || stated.contains("身份证") && !stated.contains("港");
    boolean looksSo =
        printed.isEmpty()
            || CitizenId.parse(printed).isPresent()
            || NUMERIC_ID.matcher(printed).matches()
            || SCIENTIFIC.matcher(printed).matches();
    if (citizen && !stated.isEmpty() || looksSo && stated.isEmpty()) {
      return RosterRow.IdKind.CITIZEN_ID;
    }
    if (stated.isEmpty()) {
      findings.add("other-id");
    }
    return RosterRow.IdKind.OTHER_ID;
  }

  private List<String> insuredNumbers() {
    List<String> numbers = numbers(RosterField.INSURED_NUMBER).distinct().toList();
    if (numbers.stream().anyMatch(number -> InsuredNumber.parse(number).isEmpty())) {
      findings.add("invalid-insured-number");
    }
    return numbers;
  }

  private Stream<String> numbers(RosterField field) {
    return headings.values(field, cells).stream()
        .flatMap(SEPARATORS::splitAsStream)
        .map(number -> CitizenId.compact(number).toUpperCase(Locale.ROOT))
        .filter(number -> !number.isEmpty());
  }

  private Sex sex(Optional<CitizenId> id) {
    String stated = CitizenId.compact(headings.value(RosterField.SEX, cells));
    Sex sex =
        switch (stated.toLowerCase(Locale.ROOT)) {
          case "男", "男性", "1", "m", "male" -> Sex.MALE;
          case "女", "女性", "2", "f", "female" -> Sex.FEMALE;
          default -> Sex.UNSTATED;
        };
    if (sex == Sex.UNSTATED) {
      return id.map(CitizenId::sex).orElse(Sex.UNSTATED);
    }
    if (id.isPresent() && id.get().sex() != sex) {
      findings.add("sex-differs");
    }
    return sex;
  }

  private @Nullable LocalDate birthDate(Optional<CitizenId> id) {
    String stated = headings.value(RosterField.BIRTH_DATE, cells);
    Optional<LocalDate> date = PrintedDate.iso(stated).flatMap(RowReading::day);
    if (date.isEmpty()) {
      if (!stated.isEmpty() && PrintedDate.iso(stated).isEmpty()) {
        findings.add("invalid-birth-date");
      }
      return id.map(CitizenId::birthDate).orElse(null);
    }
    if (id.isPresent() && !id.get().birthDate().equals(date.get())) {
      findings.add("birth-differs");
    }
    return date.get();
  }

  private static Optional<LocalDate> day(String iso) {
    try {
      return Optional.of(LocalDate.parse(iso));
    } catch (DateTimeException _) {
      return Optional.empty(); // a month or a year
    }
  }

  private @Nullable String text(RosterField field) {
    String text = headings.value(field, cells);
    return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), 200));
  }
}
