package io.huodang.invented;

import io.huodang.vocabulary.CitizenId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A town as hard to tell apart as towns are, and harder: namesakes, twins with consecutive numbers,
 * fathers and sons with one employer, colleagues of one name whose insured numbers differ by a
 * digit, people of one name who were born on one day, and two people who were given one ID (重号).
 *
 * @param registered who is on the roster
 * @param strangers who is not, among them namesakes and relatives of those who are
 * @param mistakable who is hard to tell from someone else, and why
 */
public record Townspeople(
    List<Person> registered, List<Person> strangers, Map<Person, Mistakable> mistakable) {

  /** Why two people are taken for one another. */
  public enum Mistakable {
    /** Nobody is like this person but by chance. */
    NONE,
    /** Twins: one birth date, neighbouring IDs, names that differ in a character. */
    TWIN,
    /** A parent and a child: one employer, insured numbers one digit apart. */
    PARENT_AND_CHILD,
    /** One name and one employer, insured numbers one digit apart. */
    NAMESAKE,
    /** One name and one birth date, neighbouring IDs. */
    NAME_TWIN,
    /** One ID. */
    SAME_ID
  }

  private static final List<String> SECOND =
      List.of("国", "军", "民", "华", "明", "平", "林", "生", "英", "芳");

  /** As many registered people as asked, and a tenth as many strangers. */
  public static Townspeople of(long seed, int size) {
    Draw draw = new Draw(seed);
    Population population = Population.of(seed, size + size / 10);
    Townspeople town =
        new Townspeople(
            new ArrayList<>(),
            new ArrayList<>(population.people().subList(size, size + size / 20)),
            new HashMap<>());
    for (Person person : population.people().subList(0, size * 8 / 10)) {
      town.registered.add(person);
      Mistakable why = why(draw.between(0.0, 1.0));
      if (why != Mistakable.NONE) {
        town.addLike(person, why, draw);
      }
    }
    return town.copied();
  }

  /**
   * A town in which those on some papers are harder to tell from others than anybody: half of them
   * and more have a parent or child, and a namesake, a colleague with a number one digit away.
   *
   * @param onPapers of whom one in ten is not on the roster
   * @param others who are all on it
   */
  public static Townspeople around(List<Person> onPapers, List<Person> others, Draw draw) {
    Townspeople town = new Townspeople(new ArrayList<>(others), new ArrayList<>(), new HashMap<>());
    for (Person person : onPapers) {
      (draw.chance(0.1) ? town.strangers : town.registered).add(person);
      for (Mistakable why : Mistakable.values()) {
        if (draw.chance(oftenOnPapers(why))) {
          town.addLike(person, why, draw);
        }
      }
    }
    return town.copied();
  }

  /** Adds someone who is taken for a person; one in ten is not on the roster. */
  private void addLike(Person person, Mistakable why, Draw draw) {
    Person other = like(person, why, draw);
    (why != Mistakable.SAME_ID && draw.chance(0.1) ? strangers : registered).add(other);
    mistakable.put(person, why);
    mistakable.put(other, why);
  }

  private Townspeople copied() {
    return new Townspeople(List.copyOf(registered), List.copyOf(strangers), Map.copyOf(mistakable));
  }

  private static double oftenOnPapers(Mistakable why) {
    return switch (why) {
      case NONE -> 0;
      case TWIN -> 0.2;
      case PARENT_AND_CHILD, NAMESAKE -> 0.6;
      case NAME_TWIN -> 0.04;
      case SAME_ID -> 0.02;
    };
  }

  /** Why someone is hard to tell from another. */
  public Mistakable mistakable(Person person) {
    return mistakable.getOrDefault(person, Mistakable.NONE);
  }

  private static Mistakable why(double lot) {
    if (lot < 0.03) {
      return Mistakable.TWIN;
    } else if (lot < 0.10) {
      return Mistakable.PARENT_AND_CHILD;
    } else if (lot < 0.14) {
      return Mistakable.NAMESAKE;
    } else if (lot < 0.145) {
      return Mistakable.SAME_ID;
    }
    return lot < 0.155 ? Mistakable.NAME_TWIN : Mistakable.NONE;
  }

  private static Person like(Person person, Mistakable why, Draw draw) {
    return switch (why) {
      case TWIN -> twin(person, draw);
      case PARENT_AND_CHILD -> child(person, draw);
      case NAMESAKE -> nearNamesake(person, draw);
      case NAME_TWIN ->
          with(person, person.name(), nextNumber(person), draw.digits(10), person.birth());
      case SAME_ID -> sameNumber(person, draw);
      case NONE -> person;
    };
  }

  /** Born on the same day, the next number of the same sex, one character of the name another. */
  private static Person twin(Person of, Draw draw) {
    return with(of, relative(of, draw), nextNumber(of), draw.digits(10), of.birth());
  }

  private static String nextNumber(Person of) {
    int sequence = Integer.parseInt(of.citizenId().substring(14, 17));
    return number(of, of.birth(), sequence + 2 <= 999 ? sequence + 2 : sequence - 2);
  }

  /** The surname, often the first character too, and the same employer, a generation later. */
  private static Person child(Person of, Draw draw) {
    LocalDate birth = of.birth().plusDays(draw.between(8_000, 12_000));
    return with(
        of,
        relative(of, draw),
        number(of, birth, 1 + draw.between(0, 298)),
        oneDigitAway(of.insuredNumber(), draw),
        birth);
  }

  private static Person nearNamesake(Person of, Draw draw) {
    LocalDate birth = of.birth().plusDays(draw.between(-4_000, 4_000));
    return with(
        of,
        of.name(),
        number(of, birth, 1 + draw.between(0, 298)),
        oneDigitAway(of.insuredNumber(), draw),
        birth);
  }

  private static Person sameNumber(Person of, Draw draw) {
    return with(of, Names.of(draw.chance(0.5), draw), of.citizenId(), draw.digits(10), of.birth());
  }

  private static String relative(Person of, Draw draw) {
    int[] name = of.name().codePoints().toArray();
    String front = new String(name, 0, name.length < 3 ? 1 : name.length - 1);
    String relative;
    do {
      relative = front + draw.one(SECOND);
    } while (relative.equals(of.name()));
    return relative;
  }

  private static String number(Person of, LocalDate birth, int sequence) {
    String seventeen =
        of.citizenId().substring(0, 6)
            + birth.toString().replace("-", "")
            + "%03d".formatted(sequence);
    return seventeen + CitizenId.checkOf(seventeen);
  }

  private static String oneDigitAway(String number, Draw draw) {
    int at = draw.between(1, number.length() - 1);
    char digit = (char) ('0' + (number.charAt(at) - '0' + draw.between(1, 9)) % 10);
    return number.substring(0, at) + digit + number.substring(at + 1);
  }

  private static Person with(
      Person of, String name, String citizenId, String insuredNumber, LocalDate birth) {
    return new Person(
        name,
        null,
        citizenId,
        insuredNumber,
        (citizenId.charAt(16) - '0') % 2 == 1 ? "男" : "女",
        of.nation(),
        birth,
        of.place(),
        of.address(),
        of.phone(),
        of.employer(),
        of.workStart(),
        of.bankAccount());
  }
}
