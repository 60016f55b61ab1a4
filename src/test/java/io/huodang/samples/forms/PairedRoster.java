package io.huodang.samples.forms;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.samples.Entry;
import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;
import io.huodang.samples.Table;
import java.util.ArrayList;
import java.util.List;

/** 职工名册 with two people beside each other in each row, as narrow lists are printed. */
final class PairedRoster implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    List<Person> people = new ArrayList<>(List.of(occasion.person()));
    people.addAll(occasion.others());
    sheet.heading(draw.one("在职职工名册", "参保人员名单", "职工养老保险人员名册"), 260, 1.7);
    int left = draw.between(140, 190);
    sheet.line(
        left,
        370,
        Entry.label("单位："),
        Entry.field("employerName", occasion.employer().name()),
        Entry.label("      "),
        Entry.filled(Person.inWords(occasion.date())));
    boolean downwards = draw.chance(0.5);
    boolean withOrdinal = draw.chance(0.6);
    int half = (people.size() + 1) / 2;
    int row = Math.min(88, (sheet.height() - 700) / (half + 1));
    double[] weights =
        withOrdinal ? new double[] {0.45, 0.9, 2, 0.45, 0.9, 2} : new double[] {0.9, 2, 0.9, 2};
    List<Entry> heads = new ArrayList<>();
    String id = Wording.idLabel(draw);
    for (int side = 0; side < 2; side++) {
      if (withOrdinal) {
        heads.add(Entry.label("序号"));
      }
      heads.add(Entry.label("姓名"));
      heads.add(Entry.label(id));
    }
    Table table = sheet.table(left, 410, sheet.width() - 2 * left);
    table.row(row, weights, heads.toArray(Entry[]::new));
    for (int i = 0; i < half; i++) {
      List<Entry> cells = new ArrayList<>();
      for (int side = 0; side < 2; side++) {
        int number = downwards ? i + side * half : 2 * i + side;
        Person person = number < people.size() ? people.get(number) : null;
        if (withOrdinal) {
          cells.add(Entry.label(person == null ? "" : "" + (number + 1)));
        }
        cells.add(Entry.filled(person == null ? "" : person.name()));
        cells.add(Entry.filled(person == null ? "" : person.citizenId()));
        if (person != null) {
          sheet.names(person, number + 1, false);
        }
      }
      table.row(row, weights, cells.toArray(Entry[]::new));
    }
  }
}
