package io.huodang.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.catalog.Person;
import io.huodang.vocabulary.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final LocalDate FIFTIES = LocalDate.of(1955, 5, 5);
  private static final LocalDate SIXTIES = LocalDate.of(1966, 6, 6);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

  @Test
  void whoHasMorePapersComesFirst() {
    assertThat(standing(2, null, null)).isGreaterThan(standing(1, JUNE, FIFTIES));
    assertThat(standing(5_000_000, null, null)).isGreaterThan(standing(1_000_000, JUNE, FIFTIES));
  }

  @Test
  void thenWhoHasTheNewest() {
    assertThat(standing(1, JUNE, SIXTIES)).isGreaterThan(standing(1, MAY, FIFTIES));
    assertThat(standing(1, LocalDate.of(1, 1, 1), null)).isGreaterThan(standing(1, null, FIFTIES));
    assertThat(standing(1, LocalDate.of(9999, 1, 1), null)).isLessThan(standing(2, null, null));
  }

  @Test
  void thenWhoIsOlderAndWhoseAgeIsNotKnownLast() {
    assertThat(standing(1, MAY, FIFTIES)).isGreaterThan(standing(1, MAY, SIXTIES));
    assertThat(standing(1, MAY, LocalDate.of(9999, 1, 1))).isGreaterThan(standing(1, MAY, null));
  }

  private static String standing(int papers, @Nullable LocalDate newest, @Nullable LocalDate born) {
    return Standing.of(
        new Person(
            new UUID(0, 0),
            Sex.MALE,
            born,
            null,
            1,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            papers,
            papers,
            null,
            newest,
            List.of()));
  }
}
