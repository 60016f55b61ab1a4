package io.huodang.samples.forms;

import static io.huodang.samples.Cell.label;
import static io.huodang.samples.Cell.of;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.samples.Cell;
import io.huodang.samples.Entry;
import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;
import io.huodang.samples.Table;

/** 灵活就业人员社会保险补贴申请表, often with a box for each digit of the ID number. */
final class Subsidy implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(170, 230);
    sheet.heading("灵活就业人员社会保险补贴申请表", 330);
    int row = draw.between(110, 140);
    Table table = sheet.table(left, 430, sheet.width() - 2 * left);
    table.row(
        row,
        label("姓名"),
        of(Wording.name(person)),
        label("性别").wide(0.7),
        of(person.sex()).wide(0.6),
        label("出生年月"),
        of(Wording.birth(person, draw)));
    if (draw.chance(0.5)) {
      table.boxes(row, 0.2, "身份证号码", Wording.id(person));
    } else {
      table.row(row, label("身份证号码"), of(Wording.id(person)).wide(4.5));
    }
    table.row(
        row,
        label("就业创业证编号"),
        of("3718810" + draw.digits(9)).wide(2),
        label("联系电话"),
        of(person.phone()).wide(1.5));
    table.row(row, label("户籍地址"), of(person.address()).wide(4.5).left());
    table.row(
        row,
        label("人员类别"),
        of(draw.one("4050人员", "零就业家庭成员", "低保人员", "残疾人")).wide(2),
        label("灵活就业岗位"),
        of(draw.one("家政服务", "理发", "个体零售", "外卖配送")).wide(1.5));
    int year = occasion.date().getYear();
    double[] weights = {1, 1.6, 1, 1};
    table.row(
        row,
        weights,
        Entry.label("缴费险种"),
        Entry.label("缴费时间段"),
        Entry.label("缴费金额"),
        Entry.label("申请补贴金额"));
    for (String kind : new String[] {"养老保险", "医疗保险"}) {
      table.row(
          row,
          weights,
          Entry.label(kind),
          Entry.filled("%d年1月至%d年12月".formatted(year - 1, year - 1)),
          Entry.filled(Wording.money(9000, draw)),
          Entry.filled(Wording.money(5000, draw)));
    }
    table.row(row, label("社会保障卡银行账号"), of(person.bankAccount()).wide(4.5).left());
    table.row(
        360,
        Cell.stacked("本人承诺"),
        Cell.text(
            Entry.label("本人从事灵活就业，所提供材料真实有效，如有虚假，愿退回补贴并承担相应责任。    签字："),
            Entry.filled(person.name())));
    for (String who : new String[] {"社区意见", "镇街意见", "县级意见"}) {
      table.row(
          300,
          Cell.stacked(who),
          Cell.text(Entry.label(draw.one("情况属实。", "经审核，同意上报。", "同意享受补贴12个月。"))));
    }
    sheet.line(
        left, table.bottom() + 80, Entry.label("申请日期："), Wording.date(occasion.date(), draw));
  }
}
