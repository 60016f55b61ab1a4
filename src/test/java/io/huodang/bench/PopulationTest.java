package io.huodang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.vocabulary.InsuredNumber;
import io.huodang.vocabulary.PersonName;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PopulationTest {
  private static final int SIZE = 20_000;
  private final Population population = Population.of(7, SIZE);

  @Test
  void theSameSeedInventsTheSamePeople() {
    assertThat(Population.of(7, SIZE)).isEqualTo(population);
    assertThat(Population.of(8, 50).people())
        .doesNotContainSequence(population.people().getFirst());
  }

  @Test
  void everybodyHasNumbersOfTheirOwnThatNobodyElseCanHave() {
    assertThat(population.people()).extracting(Invented::citizenId).doesNotHaveDuplicates();
    assertThat(population.people()).extracting(Invented::insuredNumber).doesNotHaveDuplicates();
    assertThat(population.people())
        .allSatisfy(
            person -> {
              assertThat(person.citizenId().value()).startsWith("3718");
              assertThat(person.citizenId().sex()).isEqualTo(person.sex());
              assertThat(InsuredNumber.parse(person.insuredNumber())).isPresent();
              assertThat(PersonName.parse(person.name())).isPresent();
              assertThat(person.employer()).isBetween(0, population.employers().size() - 1);
            });
  }

  @Test
  void namesAreSpreadAsInLife() {
    Map<Integer, Long> lengths = counted(person -> lengthOf(person.name()));
    assertThat(part(lengths, 3)).isBetween(0.65, 0.9);
    assertThat(part(lengths, 2)).isBetween(0.1, 0.3);
    assertThat(part(lengths, 4)).isBetween(0.0005, 0.01);

    Map<String, Long> names = counted(Invented::name);
    long namesakes = names.values().stream().filter(bearers -> bearers > 1).count();
    assertThat(namesakes).isGreaterThan(1_000);
    assertThat(names.size()).isGreaterThan(SIZE / 3);

    Map<String, Long> surnames = counted(person -> person.name().substring(0, 1));
    assertThat(surnames.getOrDefault("王", 0L) / (double) SIZE).isBetween(0.08, 0.2);
    assertThat(names.keySet()).anyMatch(name -> name.contains("·"));
    assertThat(names.keySet()).anyMatch(name -> name.codePoints().anyMatch(c -> c > 0xFFFF));
  }

  @Test
  void someHadOtherNamesBefore() {
    List<Invented> renamed =
        population.people().stream().filter(person -> person.formerName() != null).toList();
    assertThat(renamed.size() / (double) SIZE).isBetween(0.02, 0.06);
  }

  private <T> Map<T, Long> counted(Function<Invented, T> of) {
    return population.people().stream().collect(Collectors.groupingBy(of, Collectors.counting()));
  }

  private static double part(Map<Integer, Long> counts, int of) {
    return counts.getOrDefault(of, 0L) / (double) SIZE;
  }

  private static int lengthOf(String name) {
    return name.codePointCount(0, name.length());
  }
}
