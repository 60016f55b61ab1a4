package io.huodang.invented;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.InsuredNumber;
import io.huodang.vocabulary.PersonName;
import io.huodang.vocabulary.Sex;
import org.junit.jupiter.api.Test;

class PopulationTest {
  private final Population population = Population.of(7, 500);

  @Test
  void everyoneHasNumbersThatFitTheirBirthAndSex() {
    assertThat(population.people())
        .allSatisfy(
            person -> {
              CitizenId id = CitizenId.parse(person.citizenId()).orElseThrow();
              assertThat(id.birthDate()).isEqualTo(person.birth());
              assertThat(id.sex()).isEqualTo(person.sex().equals("女") ? Sex.FEMALE : Sex.MALE);
              assertThat(CitizenId.parse(person.oldCitizenId()).orElseThrow().value())
                  .isEqualTo(id.value());
              assertThat(InsuredNumber.parse(person.insuredNumber())).isPresent();
              assertThat(PersonName.parse(person.name())).isPresent();
            });
  }

  @Test
  void noTwoShareANumberButNamesakesOccur() {
    assertThat(population.people()).extracting(Person::citizenId).doesNotHaveDuplicates();
    assertThat(population.people()).extracting(Person::insuredNumber).doesNotHaveDuplicates();
    assertThat(population.people().stream().map(Person::name).distinct().count()).isLessThan(500);
  }

  @Test
  void theSameSeedGivesTheSamePeopleHoweverManyMoreThereAre() {
    assertThat(Population.of(7, 20).people()).isEqualTo(population.people().subList(0, 20));
  }
}
