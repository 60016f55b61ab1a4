package io.huodang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.vocabulary.CitizenId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Wrong links first: who must not be taken for whom; then who is found. */
class MatchingTest {
  private static final String FACTORY = "海东市第一棉纺织厂";
  private final List<Known> roster = new ArrayList<>();

  // Who must not be taken for whom.

  @Test
  void aNameAloneFindsNobody() {
    person("王建国", id("371881", "19600101", 123), "8476679613", FACTORY);

    assertNobody(read("personName", "王建国"));
    assertNobody(read("personName", "王建国"), read("employerName", FACTORY));
  }

  @Test
  void aNumberWithAnotherNameFindsNobodySurely() {
    Known wang = person("王建国", id("371881", "19600101", 123), "8476679613", FACTORY);

    assertProposed(
        wang, read("personName", "赵丽华"), read("citizenId", wang.citizenIds().getFirst()));
    assertNobody(read("personName", "赵丽华"), read("insuredNumber", "8476679613"));
  }

  @Test
  void aValidNumberIsItsBearersThoughNothingElseAgrees() {
    Known wang = person("王建国", id("371881", "19600101", 123), "8476679613", FACTORY);

    assertProposed(
        wang,
        read("personName", "赵丽华"),
        read("citizenId", wang.citizenIds().getFirst()),
        read("insuredNumber", "8411111111"),
        read("birthDate", "1971-07-02"),
        read("employerName", "石桥市造纸厂"));
  }

  @Test
  void fatherAndSonOfOneEmployerAreTwo() {
    Known father = person("王建国", id("371881", "19500101", 123), "8476679613", FACTORY);
    Known son = person("王建军", id("371881", "19750601", 35), "8476679621", FACTORY);

    // The son's number, his father's name.
    assertProposed(
        son,
        read("personName", "王建国"),
        read("citizenId", son.citizenIds().getFirst()),
        read("insuredNumber", father.insuredNumbers().getFirst()),
        read("employerName", FACTORY));
    // The father's name, the son's birth date.
    assertProposed(
        son,
        read("personName", "王建国"),
        read("employerName", FACTORY),
        read("birthDate", "1975-06-01"));
  }

  @Test
  void namesakesWithNumbersOneSlipApartAreNotToldApartByThem() {
    Known one = person("王伟", id("371881", "19700101", 123), "8476679613", FACTORY);
    person("王伟", id("371881", "19820507", 57), "8476679618", FACTORY);

    assertProposed(
        one,
        read("personName", "王伟"),
        read("insuredNumber", "8476679613"),
        read("employerName", FACTORY));
  }

  @Test
  void twinsAreNotToldApartByADamagedNumber() {
    String first = id("371881", "19700101", 121);
    String second = id("371881", "19700101", 123);
    Known one = person("王建国", first, "8476679613", FACTORY);
    Known other = person("王建军", second, "8476679621", FACTORY);
    // As if the sequence were the one's and the check the other's; the name fits neither.
    String between = first.substring(0, 17) + second.charAt(17);

    Matching.Outcome outcome =
        decide(
            read("personName", "王建囯"), read("citizenId", between), read("employerName", FACTORY));

    assertThat(outcome).isNotInstanceOf(Matching.Outcome.Sure.class);
    assertThat(List.of(one, other)).hasSize(2);
  }

  @Test
  void aValidNumberWithATwinsNameIsForAPerson() {
    Known one = person("王建国", id("371881", "19700101", 121), "8476679613", FACTORY);
    person("王建军", id("371881", "19700101", 123), "8476679621", FACTORY);

    assertProposed(one, read("personName", "王建军"), read("citizenId", one.citizenIds().getFirst()));
  }

  @Test
  void twoPeopleOfOneNumberAreToldApartByTheirNamesOnly() {
    String shared = id("371881", "19600101", 123);
    Known wang = person("王建国", shared, "8476679613", FACTORY);
    Known zhao = person("赵志强", shared, "8476679621", FACTORY);

    assertSure(zhao, read("personName", "赵志强"), read("citizenId", shared));
    assertThat(decide(read("personName", "孙丽华"), read("citizenId", shared)))
        .isInstanceOf(Matching.Outcome.Possible.class);
    assertThat(decide(read("citizenId", shared))).isInstanceOf(Matching.Outcome.Possible.class);
    assertThat(wang).isNotEqualTo(zhao);
  }

  @Test
  void aValidNumberOfSomeoneElseContradictsTheRest() {
    Known wang = person("王建国", id("371881", "19600101", 123), "8476679613", FACTORY);

    assertProposed(
        wang,
        read("personName", "王建国"),
        read("citizenId", id("371881", "19770909", 45)),
        read("insuredNumber", "8476679613"));
  }

  @Test
  void aDamagedNumberAndANameNeedOneThingMore() {
    Known wang = person("王建国", id("371881", "19600101", 123), "8476679613", FACTORY);

    assertProposed(wang, read("personName", "王建国"), read("citizenId", oneWrong(wang, 9)));
  }

  @Test
  void whatOnlyFormsSaidConfirmsNobody() {
    Known hearsay =
        new Known(
            new UUID(0, 1),
            List.of("王建国"),
            List.of(id("371881", "19600101", 123)),
            List.of(),
            List.of("8476679613"),
            List.of(),
            LocalDate.of(1960, 1, 1),
            false);
    roster.add(hearsay);

    assertProposed(hearsay, read("personName", "王建国"), read("insuredNumber", "8476679613"));
  }

  @Test
  void anotherBirthDateKeepsANumberFromConfirming() {
    Known wang = person("王建国", id("371881", "19600101", 123), "8476679613", FACTORY);

    assertProposed(
        wang,
        read("personName", "王建国"),
        read("insuredNumber", "8476679613"),
        read("birthDate", "1988-12-30"));
  }

  @Test
  void nameBirthDateAndEmployerWithoutANumberAreForAPerson() {
    Known wang = person("王建国", id("371881", "19600101", 123), "8476679613", FACTORY);
    person("王建国", id("371881", "19710101", 125), "8400000001", FACTORY);

    assertProposed(
        wang,
        read("personName", "王建国"),
        read("birthDate", "1960-01-01"),
        read("employerName", FACTORY));
  }

  @Test
  void aSlipAmongTheLastFourNeedsTheInsuredNumber() {
    // Who else was born that day at that place has the very first fourteen digits, and maybe the
    // name.
    Known wang = person("王建国", id("371881", "19600101", 123), "8476679613", FACTORY);
    String slipped = oneWrong(wang, 16);

    assertProposed(
        wang,
        read("personName", "王建国"),
        read("citizenId", slipped),
        read("birthDate", "1960-01-01"),
        read("employerName", FACTORY));
    assertSure(
        wang,
        read("personName", "王建国"),
        read("citizenId", slipped),
        read("insuredNumber", "8476679618"));
  }

  @Test
  void anotherInsuredNumberContradictsADamagedId() {
    Known wang = person("王建国", id("371881", "19600101", 123), "8476679613", FACTORY);

    assertProposed(
        wang,
        read("personName", "王建国"),
        read("citizenId", oneWrong(wang, 9)),
        read("insuredNumber", "3700012345"),
        read("employerName", FACTORY));
  }

  // Who is found.

  @Test
  void aValidNumberAndTheNameAreEnough() {
    Known wang = person("王建国", id("371881", "19600101", 123), "8476679613", FACTORY);

    assertSure(wang, read("personName", "王建国"), read("citizenId", wang.citizenIds().getFirst()));
  }

  @Test
  void aSlipInTheNameIsForgivenBesideAValidNumber() {
    Known wang = person("王建国", id("371881", "19600101", 123), "8476679613", FACTORY);

    assertSure(wang, read("personName", "王建囯"), read("citizenId", wang.citizenIds().getFirst()));
  }

  @Test
  void aCharacterThatNoReaderKnowsIsForgivenInAShortName() {
    Known wang = person("王喆", id("371881", "19600101", 123), "8476679613", FACTORY);
    String id = wang.citizenIds().getFirst();

    assertSure(wang, read("personName", "王吉"), read("citizenId", id));
    assertSure(wang, read("personName", "王吉吉"), read("citizenId", id));
    Known liu = person("刘芳", id("371881", "19610101", 124), "8476679699", FACTORY);
    assertProposed(liu, read("personName", "刘英"), read("citizenId", liu.citizenIds().getFirst()));
  }

  @Test
  void fifteenDigitsAndTheNameAreEnough() {
    Known wang = person("王建国", id("371881", "19600101", 123), "8476679613", FACTORY);
    String old =
        CitizenId.parse(wang.citizenIds().getFirst()).orElseThrow().oldForm().orElseThrow();

    assertSure(wang, read("personName", "王建国"), read("citizenId", old));
    assertProposed(wang, read("personName", "王建囯"), read("citizenId", old));
  }

  @Test
  void bothNumbersAreEnoughWhereAnyCharacterOfTheNameIsRight() {
    Known wang = person("王伟", id("371881", "19600101", 123), "8476679613", FACTORY);
    ReadValue id = read("citizenId", wang.citizenIds().getFirst());
    ReadValue number = read("insuredNumber", "8476679613");

    assertSure(wang, read("personName", "王纬"), id, number);
    assertSure(wang, read("personName", "正伟"), id, number);
    assertProposed(wang, read("personName", "正纬"), id, number);
    assertProposed(wang, read("personName", "正伟"), id);
  }

  @Test
  void anInsuredNumberAndTheNameAreEnoughInARoster() {
    Known wang = person("王建国", id("371881", "19600101", 123), "8476679613", FACTORY);
    person("王建国", id("371881", "19710101", 125), "8400000001", FACTORY);

    assertSure(wang, read("personName", "王建国"), read("insuredNumber", "8476679613"));
  }

  @Test
  void aDamagedNumberIsMendedByTheNameAndOneThingMore() {
    Known wang = person("王建国", id("371881", "19600101", 123), "8476679613", FACTORY);

    assertSure(
        wang,
        read("personName", "王建国"),
        read("citizenId", oneWrong(wang, 9)),
        read("employerName", FACTORY));
    assertSure(
        wang,
        read("personName", "王建囯"),
        read("citizenId", oneWrong(wang, 16)),
        read("insuredNumber", "8476679613"));
    assertSure(
        wang,
        read("personName", "王建国"),
        read("citizenId", wang.citizenIds().getFirst().substring(1)),
        read("employerName", FACTORY));
  }

  private Known person(String name, String id, String insured, String employer) {
    Known known =
        new Known(
            new UUID(0, roster.size()),
            List.of(name),
            List.of(id),
            List.of(insured),
            List.of(),
            List.of(employer),
            CitizenId.parse(id).orElseThrow().birthDate(),
            true);
    roster.add(known);
    return known;
  }

  private static ReadValue read(String field, String value) {
    return new ReadValue(field, value, 0.9, List.of());
  }

  private Matching.Outcome decide(ReadValue... read) {
    return Matching.decide(Claimant.of(List.of(read)), roster);
  }

  private void assertSure(Known who, ReadValue... read) {
    assertThat(decide(read))
        .isInstanceOfSatisfying(
            Matching.Outcome.Sure.class, sure -> assertThat(sure.who().known()).isEqualTo(who));
  }

  private void assertProposed(Known first, ReadValue... read) {
    assertThat(decide(read))
        .isInstanceOfSatisfying(
            Matching.Outcome.Possible.class,
            possible -> assertThat(possible.who().getFirst().known()).isEqualTo(first));
  }

  private void assertNobody(ReadValue... read) {
    assertThat(decide(read)).isInstanceOf(Matching.Outcome.Nobody.class);
  }

  private static String oneWrong(Known known, int at) {
    String id = known.citizenIds().getFirst();
    return id.substring(0, at) + (id.charAt(at) == '5' ? '6' : '5') + id.substring(at + 1);
  }

  private static String id(String region, String birth, int sequence) {
    String seventeen = region + birth + "%03d".formatted(sequence);
    return seventeen + CitizenId.checkOf(seventeen);
  }
}
