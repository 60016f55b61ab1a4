package io.huodang.cli;

import io.huodang.invented.Person;
import io.huodang.invented.Population;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whom drawn pages are about: {@code bench samples} takes the first people of its seed, so that
 * everything is known of them that a roster has.
 *
 * @param onPapers who stands on a page with a number
 * @param others more people of that seed
 */
record Subjects(List<Person> onPapers, List<Person> others) {

  /**
   * The people of a seed as they stand on these pages, and others.
   *
   * @throws Refusal {@code other-seed} when a number on a page is nobody's
   */
  static Subjects of(long seed, int people, List<KnownPage> pages) {
    Map<String, Person> byNumber = new HashMap<>();
    List<Person> all = Population.of(seed, people).people();
    for (Person person : all) {
      byNumber.put(person.citizenId(), person);
      byNumber.put(person.insuredNumber(), person);
    }
    Set<Person> onPapers = new HashSet<>();
    for (KnownPage page : pages) {
      Stream.concat(Stream.of(page.fields()), page.rows().stream())
          .flatMap(keys -> number(keys).stream())
          .map(
              number ->
                  Objects.requireNonNullElseGet(
                      byNumber.get(number),
                      () -> {
                        throw new Refusal(
                            "other-seed",
                            "%s names someone who is not among the people of seed %d; draw the pages anew with bench samples"
                                .formatted(page.file(), seed));
                      }))
          .forEach(onPapers::add);
    }
    List<Person> drawn = new ArrayList<>(all);
    drawn.retainAll(onPapers);
    List<Person> others = new ArrayList<>(all);
    others.removeAll(onPapers);
    return new Subjects(drawn, others);
  }

  /** Who stands where these keys are printed; empty where they tell nobody. */
  Optional<Person> who(Map<String, String> printed) {
    Optional<String> number = number(printed);
    String name = printed.get("personName");
    List<Person> found =
        onPapers.stream()
            .filter(
                person ->
                    number.isPresent()
                        ? person.citizenId().equals(number.get())
                            || person.insuredNumber().equals(number.get())
                        : person.name().equals(name))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static Optional<String> number(Map<String, String> printed) {
    return Optional.ofNullable(printed.get("citizenId"))
        .flatMap(CitizenId::parse)
        .map(CitizenId::value)
        .or(() -> Optional.ofNullable(printed.get("insuredNumber")));
  }
}
