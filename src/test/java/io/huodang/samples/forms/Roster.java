package io.huodang.samples.forms;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.samples.Entry;
import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;
import io.huodang.samples.Table;
import java.util.ArrayList;
import java.util.List;

/** 参保人员增减变动花名册: a person in each row. */
final class Roster implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    List<Person> people = new ArrayList<>(List.of(occasion.person()));
    people.addAll(occasion.others());
    sheet.heading(draw.one("参保人员增减变动花名册", "社会保险参保人员增减变动表", "职工参保人员花名册"), 230, 1.8);
    int left = 150;
    sheet.line(
        left,
        330,
        Entry.label("单位编号："),
        Entry.field("employerNumber", occasion.employer().number()),
        Entry.label("    单位名称："),
        Entry.field("employerName", occasion.employer().name()),
        Entry.label("    所属期："),
        Entry.filled(
            "%d年%d月".formatted(occasion.date().getYear(), occasion.date().getMonthValue())));
    int rows = people.size();
    int row = Math.min(100, (sheet.height() - 600) / (rows + 1));
    boolean withNumber = draw.chance(0.7);
    double[] weights =
        withNumber
            ? new double[] {0.5, 1.1, 2.3, 1.5, 0.6, 1, 1.1, 1, 1.1, 1.1}
            : new double[] {0.5, 1.1, 2.3, 0.6, 1, 1.1, 1, 1.1, 1.1};
    Table table = sheet.table(left, 370, sheet.width() - 2 * left);
    table.row(row, weights, heads(withNumber, draw));
    for (int i = 0; i < rows; i++) {
      Person person = people.get(i);
      table.row(row, weights, cells(i + 1, person, occasion, withNumber, draw));
      sheet.names(person, i + 1, withNumber);
    }
    sheet.line(
        left,
        table.bottom() + 80,
        Entry.label("制表人："),
        Entry.filled(occasion.employer().head()),
        Entry.label("        审核人：        填报日期："),
        Wording.date(occasion.date(), draw));
  }

  private static Entry[] heads(boolean withNumber, Draw draw) {
    List<String> heads = new ArrayList<>(List.of("序号", "姓名", Wording.idLabel(draw)));
    if (withNumber) {
      heads.add(Wording.numberLabel(draw));
    }
    heads.addAll(List.of("性别", "户口性质", "缴费工资", "变动类型", "变动时间", "备注"));
    return heads.stream().map(Entry::label).toArray(Entry[]::new);
  }

  private static Entry[] cells(
      int row, Person person, Occasion occasion, boolean withNumber, Draw draw) {
    List<String> cells = new ArrayList<>(List.of("" + row, person.name(), person.citizenId()));
    if (withNumber) {
      cells.add(person.insuredNumber());
    }
    cells.addAll(
        List.of(
            person.sex(),
            draw.one("城镇", "农村"),
            "" + draw.between(2800, 9800),
            draw.one("新增", "续保", "停保", "新增"),
            "%d%02d".formatted(occasion.date().getYear(), occasion.date().getMonthValue()),
            draw.chance(0.1) ? "退休" : ""));
    return cells.stream().map(Entry::filled).toArray(Entry[]::new);
  }
}
