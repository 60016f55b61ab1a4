package io.huodang.samples.forms;

import static io.huodang.samples.Cell.label;
import static io.huodang.samples.Cell.of;
import static io.huodang.samples.forms.Wording.money;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.samples.Entry;
import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;
import io.huodang.samples.Table;

/** 个人账户转移单, with a row for each year. */
final class AccountTransfer implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(180, 240);
    sheet.heading(draw.one("基本养老保险个人账户转移单", "基本养老保险关系转移接续信息表", "职工养老保险个人账户转移单"), 320);
    int row = draw.between(95, 110);
    Table table = sheet.table(left, 400, sheet.width() - 2 * left);
    table.row(
        row,
        label("姓名"),
        of(Wording.name(person)),
        label("性别"),
        of(person.sex()),
        label("账户建立时间"),
        of("%d年1月".formatted(Math.max(1996, person.workStart().getYear()))));
    table.row(
        row,
        label(Wording.idLabel(draw)),
        of(Wording.id(person)).wide(2.4),
        label(Wording.numberLabel(draw)),
        of(Wording.number(person)).wide(1.8));
    table.row(
        row,
        label("转出地机构"),
        of(Wording.agency()).wide(2.4),
        label("转入地机构"),
        of(draw.one("江北市南湖区社会保险中心", "北岭市松原县社会保险局")).wide(1.8));
    double[] weights = {0.8, 1.2, 0.8, 1.2, 1.2, 1, 1.3};
    table.row(
        row,
        weights,
        Entry.label("年度"),
        Entry.label("缴费基数"),
        Entry.label("月数"),
        Entry.label("单位划转"),
        Entry.label("个人缴费"),
        Entry.label("利息"),
        Entry.label("储存额"));
    int first = occasion.date().getYear() - draw.between(8, 14);
    int held = 0;
    for (int year = first; year < occasion.date().getYear(); year++) {
      int base = draw.between(9000, 60000);
      held += base * 8 / 100;
      table.row(
          row,
          weights,
          Entry.filled("" + year),
          Entry.filled(base + ".00"),
          Entry.filled("" + draw.between(6, 12)),
          Entry.filled(money(1800, draw)),
          Entry.filled(money(3600, draw)),
          Entry.filled(money(400, draw)),
          Entry.filled(held + ".36"));
    }
    table.row(
        row,
        label("转移金额"),
        of("人民币" + draw.one("叁万贰仟壹佰元整", "壹万捌仟零伍拾元整", "肆万零叁佰元整")).wide(3),
        label("合计").wide(0.8),
        of(held + ".36").wide(1.6));
    sheet.line(
        left,
        table.bottom() + 100,
        Entry.label("经办人："),
        Entry.filled(occasion.another(1).name()),
        Entry.label("      办理日期："),
        Wording.date(occasion.date(), draw));
  }
}
