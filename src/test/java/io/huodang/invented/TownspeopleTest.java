package io.huodang.invented;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TownspeopleTest {
  @Test
  void whoStandsOnPapersIsHardToTellFromOthersAndNotAlwaysRegistered() {
    List<Person> people = Population.of(7, 1_200).people();
    List<Person> onPapers = people.subList(0, 400);
    Townspeople town = Townspeople.around(onPapers, people.subList(400, 1_200), new Draw(1));

    List<Person> missing = new ArrayList<>(onPapers);
    missing.removeAll(town.registered());
    assertThat(missing.size()).isBetween(20, 60);
    assertThat(town.strangers()).containsAll(missing);
    assertThat(town.registered()).containsAll(people.subList(400, 1_200));
    assertThat(onPapers.stream().map(town::mistakable))
        .filteredOn(why -> why != Townspeople.Mistakable.NONE)
        .hasSizeGreaterThan(300);
  }
}
