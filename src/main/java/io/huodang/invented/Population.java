package io.huodang.invented;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** People and their employers; the same seed gives the same ones, and more of the same. */
public record Population(List<Person> people, List<Employer> employers) {

  /**
   * As many people as asked, no two with one number; namesakes occur.
   *
   * @param seed the first people are the same whatever the size
   */
  public static Population of(long seed, int size) {
    Draw draw = new Draw(seed);
    List<Employer> employers = Employer.all(24, draw.apart());
    List<Person> people = new ArrayList<>();
    Set<String> numbers = new HashSet<>();
    while (people.size() < size) {
      Draw own = draw.apart();
      Person person = Person.from(own, own.oneOfRanked(employers));
      if (numbers.add(person.citizenId()) && numbers.add(person.insuredNumber())) {
        people.add(person);
      }
    }
    return new Population(List.copyOf(people), employers);
  }
}
