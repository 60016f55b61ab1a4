package io.huodang.search;

import io.huodang.catalog.Person;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who comes first of people who were found equally well, the higher first: who has more papers,
 * then who has the newest, then who is older. The index of people stands in its order.
 */
final class Standing {
  private static final LocalDate FIRST_DAY = LocalDate.of(1800, 1, 1);
  private static final int BITS_OF_DAYS = 18; // 717 years
  private static final long LAST_DAY = (1L << BITS_OF_DAYS) - 1;
  private static final long MOST_PAPERS = (1L << 20) - 1;

  private Standing() {}

  /** Fourteen hexadecimal digits. */
  static String of(Person person) {
    long papers = Math.min(person.itemCount(), MOST_PAPERS);
    LocalDate born = person.birthDate();
    long age = born == null ? 0 : LAST_DAY - day(born);
    return "%014x"
        .formatted((papers << 2 * BITS_OF_DAYS) | (day(person.newest()) << BITS_OF_DAYS) | age);
  }

  private static long day(@Nullable LocalDate date) {
    return date == null
        ? 0
        : Math.clamp(date.toEpochDay() - FIRST_DAY.toEpochDay() + 1, 1, LAST_DAY - 1);
  }
}
