package io.huodang.samples;

import io.huodang.invented.Draw;
import io.huodang.invented.Employer;
import io.huodang.invented.Person;
import java.time.LocalDate;
import java.util.List;

/**
 * Why a form was filled in: about whom, with whom beside, and when.
 *
 * @param others relatives, colleagues, or the further rows of a list
 */
public record Occasion(Person person, List<Person> others, LocalDate date, Draw draw) {

  public Employer employer() {
    return person.employer();
  }

  /** Some other person: who handled it, a witness. */
  public Person another(int which) {
    return others.get(which % others.size());
  }
}
