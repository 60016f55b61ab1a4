package io.huodang.samples.forms;

import static io.huodang.samples.Cell.label;
import static io.huodang.samples.Cell.of;
import static io.huodang.samples.forms.Wording.money;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.samples.Cell;
import io.huodang.samples.Entry;
import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;
import io.huodang.samples.Table;

/** 社会保险个人权益记录单, with a table of twelve months. */
final class RightsRecord implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(140, 190);
    int year = occasion.date().getYear() - 1;
    sheet.heading("社会保险个人权益记录单", 300);
    sheet.heading("（%d年度）".formatted(year), 400, 1.1);
    int row = draw.between(95, 115);
    Table table = sheet.table(left, 460, sheet.width() - 2 * left);
    table.row(
        row, label("证件类型"), of("居民身份证").wide(1.8), label("证件号码"), of(Wording.id(person)).wide(2));
    table.row(
        row,
        label("姓名"),
        of(Wording.name(person)).wide(1.8),
        label("性别"),
        of(person.sex()).wide(2));
    table.row(
        row,
        label("个人编号"),
        of(Wording.number(person)).wide(1.8),
        label("参加工作时间"),
        of(Entry.month("workStartDate", person.workStart(), draw)).wide(2));
    table.row(row, label("单位名称"), of(Wording.employer(person)).wide(4.8));
    table.row(row, label("联系地址"), of(person.address()).wide(4.8).left());
    table.row(row, new double[] {1}, Entry.label("养老保险个人账户情况（元）"));
    double[] five = {1, 1, 1, 1, 1};
    table.row(
        row,
        five,
        Entry.label("截至上年末累计存储额"),
        Entry.label("本年记入本金"),
        Entry.label("本年记入利息"),
        Entry.label("账户月数"),
        Entry.label("累计存储额"));
    table.row(
        row,
        five,
        Entry.filled(money(90000, draw)),
        Entry.filled(money(5000, draw)),
        Entry.filled(money(900, draw)),
        Entry.filled("" + draw.between(20, 300)),
        Entry.filled(money(99000, draw)));
    table.row(row, new double[] {1}, Entry.label("%d年缴费情况（●缴费 △欠费 ○转入）".formatted(year)));
    Cell[] months = new Cell[14];
    months[0] = label("险种").wide(2);
    months[1] = label("缴费基数").wide(2);
    for (int month = 1; month <= 12; month++) {
      months[month + 1] = label("" + month).wide(0.7);
    }
    table.row(row, months);
    for (String kind : new String[] {"养老保险", "失业保险", "工伤保险"}) {
      Cell[] paid = new Cell[14];
      paid[0] = label(kind).wide(2);
      paid[1] = of(money(8000, draw)).wide(2);
      for (int month = 1; month <= 12; month++) {
        paid[month + 1] = of(draw.chance(0.93) ? "●" : "△").wide(0.7);
      }
      table.row(row, paid);
    }
    sheet.line(
        left,
        table.bottom() + 100,
        Entry.label("表单验证号："),
        Entry.filled(draw.digits(16)),
        Entry.label("      打印时间："),
        Wording.date(occasion.date(), draw));
    sheet.paragraph(
        left,
        sheet.width() - left,
        table.bottom() + 220,
        Entry.label("本记录单由" + Wording.agency() + "出具，对记录内容有异议的，可持本人身份证件到经办机构核对。"));
  }
}
