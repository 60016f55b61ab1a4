package io.huodang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.invented.Draw;
import io.huodang.invented.Misreading;
import io.huodang.invented.Person;
import io.huodang.invented.Townspeople;
import io.huodang.roster.RosterRow;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.PersonName;
import io.huodang.vocabulary.Sex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thousands of damaged readings against a town of people who are hard to tell apart. */
class DamagedReadingsTest {
  private static final int PEOPLE = 4_000;
  private static final int READINGS = 6_000;

  private static final Townspeople TOWN = Townspeople.of(20261124, PEOPLE);
  private static final KnownPeople KNOWN =
      KnownPeople.of(TOWN.registered().stream().map(DamagedReadingsTest::row).toList());

  @ParameterizedTest
  @CsvSource({"0.005, 0.85", "0.02, 0.75", "0.05, 0.55"})
  void nobodyIsSurelyTakenForSomeoneElse(double damage, double leastRight) {
    Draw draw = new Draw(Math.round(damage * 1000));
    Misreading misreading = new Misreading(draw.apart(), damage);
    List<String> wrong = new ArrayList<>();
    int right = 0;
    for (int i = 0; i < READINGS; i++) {
      boolean registered = draw.chance(0.9);
      Person subject = draw.one(registered ? TOWN.registered() : TOWN.strangers());
      Map<String, List<String>> read = misreading.of(subject);
      KnownPeople.Answer answer = KNOWN.answer(claimant(read));
      if (answer.certainty() == KnownPeople.Certainty.SURE) {
        if (answer.people().getFirst().equals(personOf(subject))) {
          right++;
        } else {
          wrong.add(
              "%s of %s was taken for %s"
                  .formatted(read, described(subject), described(answer.people().getFirst())));
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(right / (READINGS * 0.9)).isGreaterThan(leastRight);
  }

  @Test
  void theTownIsHardToTellApart() {
    assertThat(TOWN.registered().stream().map(Person::name).distinct().count())
        .isLessThan(TOWN.registered().size() * 7 / 10);
    assertThat(TOWN.registered().stream().map(Person::citizenId).distinct().count())
        .isLessThan(TOWN.registered().size());
  }

  static Claimant claimant(Map<String, List<String>> read) {
    return Claimant.of(
        read.entrySet().stream()
            .map(
                field ->
                    new ReadValue(
                        field.getKey(),
                        field.getValue().getFirst(),
                        0.9,
                        field.getValue().subList(1, field.getValue().size())))
            .toList());
  }

  private static KnownPeople.Person personOf(Person person) {
    return new KnownPeople.Person(
        person.name(), person.citizenId(), List.of(person.insuredNumber()));
  }

  private static String described(Person person) {
    return person.name() + " " + person.citizenId() + " " + person.insuredNumber();
  }

  private static String described(KnownPeople.Person person) {
    return person.name() + " " + person.citizenId() + " " + person.insuredNumbers();
  }

  static RosterRow row(Person person) {
    return new RosterRow(
        1,
        PersonName.parse(person.name()).orElseThrow(),
        CitizenId.parse(person.citizenId()),
        person.citizenId(),
        RosterRow.IdKind.CITIZEN_ID,
        List.of(person.insuredNumber()),
        List.of(),
        List.of(),
        person.sex().equals("女") ? Sex.FEMALE : Sex.MALE,
        person.birth(),
        person.employer().name(),
        null,
        List.of());
  }
}
