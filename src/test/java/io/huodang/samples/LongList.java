package io.huodang.samples;

import io.huodang.invented.Draw;
import io.huodang.invented.Employer;
import io.huodang.invented.Person;
import io.huodang.invented.Population;
import io.huodang.samples.forms.FormKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One list of hundreds of people in one file, and a roster that does not agree with it in all rows:
 * some of its people are missing there, some bear another name or a number that was typed wrongly,
 * some stand there twice.
 */
public final class LongList {
  private static final int ROWS = 30;
  private static final LocalDate DATE = LocalDate.of(2025, 3, 12);

  private LongList() {}

  /** Draws as many rows as there are people, thirty on a page, and the roster. */
  public static void drawInto(Path folder, long seed, int people) throws IOException {
    Files.createDirectories(folder);
    List<Person> listed = Population.of(seed, people).people();
    List<Scanned> pages = new ArrayList<>();
    for (int from = 0; from < people; from += ROWS) {
      Draw draw = new Draw(seed * 1009 + from);
      List<Person> rows = listed.subList(from, Math.min(people, from + ROWS));
      Occasion occasion =
          new Occasion(rows.getFirst(), rows.subList(1, rows.size()), DATE, draw.apart());
      pages.add(Damage.BITONAL.on(Page.of(FormKind.ROSTER, occasion, false), draw));
    }
    Files.write(folder.resolve("花名册.tif"), ScanWriter.tiff(pages));
    Files.writeString(folder.resolve("roster.csv"), Tables.roster(roster(listed)));
  }

  private static List<Person> roster(List<Person> listed) {
    List<Person> roster = new ArrayList<>();
    for (int i = 0; i < listed.size(); i++) {
      Person person = listed.get(i);
      switch (i % 8) {
        case 1 -> {} // missing there
        case 3 -> roster.add(named(person, listed.get((i + 5) % listed.size()).name()));
        case 5 -> roster.add(barely(person));
        case 7 -> {
          roster.add(nearly(person, 13, 8));
          roster.add(nearly(person, 15, 6));
        }
        default -> roster.add(person);
      }
    }
    return roster;
  }

  private static Person named(Person of, String name) {
    return like(of, name, of.citizenId(), of.insuredNumber(), of.employer());
  }

  /** Whose ID was typed wrongly, and of whom nothing else is known. */
  private static Person barely(Person of) {
    Employer none = new Employer("", "", "", "", "", "");
    return like(of, of.name(), other(of.citizenId(), 9), "", none);
  }

  /** Someone of the same name at the same employer, whose numbers are each a digit away. */
  private static Person nearly(Person of, int idAt, int numberAt) {
    return like(
        of,
        of.name(),
        other(of.citizenId(), idAt),
        other(of.insuredNumber(), numberAt),
        of.employer());
  }

  private static String other(String number, int at) {
    char digit = (char) ('0' + (number.charAt(at) - '0' + 1) % 10);
    return number.substring(0, at) + digit + number.substring(at + 1);
  }

  private static Person like(
      Person of, String name, String id, String insuredNumber, Employer employer) {
    return new Person(
        name,
        null,
        id,
        insuredNumber,
        of.sex(),
        of.nation(),
        of.birth(),
        of.place(),
        of.address(),
        of.phone(),
        employer,
        of.workStart(),
        of.bankAccount());
  }
}
