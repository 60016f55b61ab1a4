package io.huodang.samples;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A piece of text on a form.
 *
 * @param field whose value it is, as the API names it; null for any other text
 * @param truth the value as it should be written down, for example an ISO date
 */
public record Entry(String text, Kind kind, @Nullable String field, String truth) {

  /** Who put it there. */
  public enum Kind {
    /** The printer of the form. */
    PRINTED,
    /** Whoever filled it in. */
    FILLED,
    /** Whoever filled it in, above a printed line. */
    UNDERLINED
  }

  /** Printed by the maker of the form. */
  public static Entry label(String text) {
    return new Entry(text, Kind.PRINTED, null, text);
  }

  /** Filled in, but nothing that is looked for. */
  public static Entry filled(String text) {
    return new Entry(text, Kind.FILLED, null, text);
  }

  /** The value of a field. */
  public static Entry field(String field, String text) {
    return new Entry(text, Kind.FILLED, field, text);
  }

  /** A day, printed in one of the usual ways. */
  public static Entry day(String field, LocalDate day, Draw draw) {
    String text =
        draw.one(
            Person.inWords(day),
            Person.inWords(day),
            day.toString(),
            "%d.%d.%d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
    return new Entry(text, Kind.FILLED, field, day.toString());
  }

  /** A month, printed in one of the usual ways. */
  public static Entry month(String field, YearMonth month, Draw draw) {
    String text =
        draw.one(
            Person.inWords(month),
            "%d.%02d".formatted(month.getYear(), month.getMonthValue()),
            month.toString());
    return new Entry(text, Kind.FILLED, field, month.toString());
  }

  /** Above a printed line. */
  public Entry underlined() {
    return new Entry(text, Kind.UNDERLINED, field, truth);
  }
}
