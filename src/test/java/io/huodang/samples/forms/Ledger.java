package io.huodang.samples.forms;

import static io.huodang.samples.Entry.label;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.samples.Entry;
import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;

/** 缴费记录 as a program prints it: several labels and values on a line, mostly without colons. */
final class Ledger implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(170, 240);
    sheet.heading(draw.one("个人缴费记录", "养老保险缴费明细表", "职工个人缴费明细表"), 300);
    String gap = draw.one("  ", "    ", "      ");
    String sep = draw.one("", " ", "：", "  ");
    sheet.line(
        left,
        450,
        label("姓名" + sep),
        Wording.name(person),
        label(gap + "性别" + sep),
        Entry.filled(person.sex()),
        label(gap + Wording.numberLabel(draw) + sep),
        Wording.number(person));
    sheet.line(
        left,
        560,
        label(Wording.idLabel(draw) + sep),
        Wording.id(person),
        label(gap + "出生日期" + sep),
        Wording.birth(person, draw));
    sheet.line(left, 670, label("单位名称" + sep), Wording.employer(person));
    var table = sheet.table(left, 740, sheet.width() - 2 * left);
    double[] weights = {1, 1, 1, 1, 1};
    table.row(84, weights, label("年度"), label("缴费月数"), label("缴费基数"), label("单位缴费"), label("个人缴费"));
    int year = occasion.date().getYear();
    for (int i = draw.between(8, 20); i > 0; i--) {
      table.row(
          84,
          weights,
          Entry.filled("" + (year - i)),
          Entry.filled("12"),
          Entry.filled(Wording.money(60000, draw)),
          Entry.filled(Wording.money(12000, draw)),
          Entry.filled(Wording.money(5000, draw)));
    }
    sheet.line(
        left,
        table.bottom() + 90,
        label("打印日期" + sep),
        Wording.date(occasion.date(), draw),
        label(gap + "经办人" + sep),
        Entry.filled(occasion.another(1).name()));
  }
}
