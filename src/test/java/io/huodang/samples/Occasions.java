package io.huodang.samples;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.invented.Population;
import io.huodang.samples.forms.FormKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Draws occasions for the people of a population. */
final class Occasions {
  private static final int LATEST = 2025;

  private final Population population;
  private final Draw draw;

  private Occasions(Population population, Draw draw) {
    this.population = population;
    this.draw = draw;
  }

  static Occasions of(Population population, Draw draw) {
    return new Occasions(population, draw);
  }

  /** Somebody at an age and in a year in which such a form is filled in. */
  Occasion of(FormKind kind) {
    return switch (kind) {
      case RECRUITMENT -> {
        Person person = anyone(someone -> someone.workStart().getYear() <= 1995);
        yield about(person, person.workStart().getYear());
      }
      case WAGE_ADJUSTMENT -> {
        Person person = anyone(someone -> someone.workStart().getYear() <= 1990);
        yield about(person, person.workStart().getYear() + draw.between(3, 8));
      }
      case RETIREMENT, DEEMED_YEARS -> {
        Person person = anyone(someone -> someone.birth().getYear() <= 1965);
        yield about(person, person.birth().getYear() + draw.between(55, 60));
      }
      case ROSTER -> list(anyone(_ -> true), draw.between(20, 40), LATEST - draw.between(0, 2));
      case PAIRED_ROSTER ->
          list(anyone(_ -> true), draw.between(24, 60), LATEST - draw.between(0, 12));
      default -> about(anyone(someone -> someone.workStart().getYear() < LATEST - 3));
    };
  }

  private Person anyone(Predicate<Person> who) {
    return draw.one(population.people().stream().filter(who).toList());
  }

  /** A person, in one of the years of the agency. */
  Occasion about(Person person) {
    return about(person, draw.between(Math.max(2004, person.workStart().getYear() + 1), LATEST));
  }

  /** A person, in a year. */
  Occasion about(Person person, int year) {
    return new Occasion(person, others(person, 8), date(year), draw.apart());
  }

  /**
   * A list of an employer's people.
   *
   * @param rows with the first person's
   */
  Occasion list(Person first, int rows, int year) {
    return new Occasion(first, others(first, rows - 1), date(year), draw.apart());
  }

  private LocalDate date(int year) {
    return LocalDate.of(year, draw.between(1, 12), draw.between(1, 28));
  }

  private List<Person> others(Person but, int count) {
    List<Person> others = new ArrayList<>();
    List<Person> all = population.people();
    int start = draw.between(0, all.size() - 1);
    for (int i = 0; others.size() < count; i++) {
      Person person = all.get((start + i * 7) % all.size());
      if (person != but && !others.contains(person)) {
        others.add(person);
      } else if (i > 20 * all.size()) {
        throw new IllegalArgumentException("The population is too small for " + count + " others");
      }
    }
    Collections.sort(others, (a, b) -> a.citizenId().compareTo(b.citizenId()));
    return others;
  }
}
