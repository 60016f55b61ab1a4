package io.huodang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.huodang.cli.Standing.Linked;
import io.huodang.cli.Standing.Verdict;
import io.huodang.identity.ReadValue;
import io.huodang.invented.Person;
import io.huodang.invented.Population;
import io.huodang.vocabulary.PersonName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchLinkingTest {
  private static final List<Person> PEOPLE = Population.of(7, 3).people();
  private static final Person WHO = PEOPLE.getFirst();
  private static final Person OTHER = PEOPLE.getLast();

  @Test
  void tellsARightLinkFromAWrongOne() {
    assertThat(verdict(true, link(WHO, true, true))).isEqualTo(Verdict.RIGHT);
    assertThat(verdict(true, link(OTHER, true, true))).isEqualTo(Verdict.WRONG);
    assertThat(verdict(true, link(WHO, true, true), link(OTHER, true, true)))
        .isEqualTo(Verdict.WRONG);
    assertThat(verdict(true)).isEqualTo(Verdict.NOBODY);
  }

  @Test
  void tellsWhereTheRightOneStandsAmongSuggestions() {
    Linked right = link(WHO, true, false);
    Linked wrong = link(OTHER, true, false);

    assertThat(verdict(true, right, wrong)).isEqualTo(Verdict.FIRST);
    assertThat(verdict(true, wrong, right)).isEqualTo(Verdict.AMONG);
    assertThat(verdict(true, wrong)).isEqualTo(Verdict.OTHERS);
  }

  @Test
  void whoIsNotOnTheRosterIsMadeKnownByTheirForms() {
    assertThat(verdict(false, link(WHO, false, true))).isEqualTo(Verdict.RIGHT);
    // A second person of a number that the roster has.
    assertThat(verdict(true, link(WHO, false, true))).isEqualTo(Verdict.MADE_UP);
    assertThat(verdict(true, link(OTHER, false, true))).isEqualTo(Verdict.MADE_UP);
  }

  @Test
  void whoSharesAnIdIsToldByTheName() {
    Linked namedOtherwise =
        new Linked(List.of("某某"), List.of(WHO.citizenId()), List.of(), true, true, "{}");

    assertThat(verdict(true, namedOtherwise)).isEqualTo(Verdict.WRONG);
  }

  @Test
  void countsKeysThatWereReadToTheLetter() {
    Standing standing =
        standing(
            true,
            List.of(
                new ReadValue("personName", WHO.name(), 0.9, List.of()),
                new ReadValue("citizenId", OTHER.citizenId(), 0.9, List.of(WHO.citizenId()))),
            List.of(link(WHO, true, true)));
    LinkingScore score = LinkingScore.of(List.of(standing), new ExactMatches(PEOPLE));

    assertThat(standing.howRead()).isEqualTo("right · misread · unread");
    assertThat(standing.legibleKeys()).isEqualTo(1);
    assertThat(score.legible()).isZero();
    assertThat(score.of(Verdict.RIGHT)).isOne();
    assertThat(score.byId()).isEqualTo(new LinkingScore.Baseline(0, 1));
    assertThat(score.exactly()).isEqualTo(new LinkingScore.Baseline(0, 0));
  }

  @Test
  void findsRowsThatWereReadInAnotherOrderOrNotAtAll() {
    List<Map<String, String>> printed =
        List.of(
            Map.of("personName", "王建国", "citizenId", "371881196001011234"),
            Map.of("personName", "李秀英", "citizenId", "371881197002022345"),
            Map.of("personName", "张伟", "citizenId", "371881198003033456"));
    List<Map<String, String>> read =
        List.of(
            Map.of("personName", "张伟", "citizenId", "37188119800303345"),
            Map.of("personName", "合计"),
            Map.of("personName", "王建团", "citizenId", "371881196001011234"));

    assertThat(RowMatch.of(printed, read)).isEqualTo(Map.of(0, 2, 2, 0));
  }

  @Test
  void boundsAShare() {
    assertThat(Confidence.atMost(0, 300_000)).isCloseTo(1e-5, within(1e-7));
    assertThat(Confidence.atMost(1, 1_000)).isBetween(0.004, 0.006);
    assertThat(Confidence.atMost(0, 0)).isEqualTo(1);
  }

  private static Verdict verdict(boolean registered, Linked... links) {
    return standing(registered, List.of(), List.of(links)).verdict();
  }

  private static Standing standing(boolean registered, List<ReadValue> read, List<Linked> links) {
    Map<String, String> printed =
        Map.of(
            "personName", WHO.name(),
            "citizenId", WHO.citizenId(),
            "insuredNumber", WHO.insuredNumber());
    return new Standing("p.jpg", "ruled", "clean", WHO, registered, printed, read, links);
  }

  private static Linked link(Person person, boolean listed, boolean confirmed) {
    return new Linked(
        List.of(PersonName.fold(person.name())),
        List.of(person.citizenId()),
        List.of(person.insuredNumber()),
        listed,
        confirmed,
        listed ? "{\"name\":\"same\"}" : "{\"person\":\"new\"}");
  }
}
