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

/** 失业保险金申领表. */
final class Unemployment implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(180, 250);
    sheet.heading(draw.one("失业保险金申领登记表", "失业保险金申领表", "失业人员登记暨失业保险金申领表"), 330);
    int row = draw.between(110, 140);
    Table table = sheet.table(left, 430, sheet.width() - 2 * left);
    table.row(
        row,
        label("姓名"),
        of(Wording.name(person)),
        label("性别").wide(0.7),
        of(person.sex()).wide(0.6),
        label("年龄").wide(0.7),
        of("" + (occasion.date().getYear() - person.birth().getYear())).wide(0.7));
    table.row(
        row,
        label(Wording.idLabel(draw)),
        of(Wording.id(person)).wide(2.1),
        label("文化程度").wide(0.9),
        of(draw.one("初中", "高中", "大专", "本科")).wide(1.1));
    table.row(
        row,
        label(Wording.numberLabel(draw)),
        of(Wording.number(person)).wide(2.1),
        label("联系电话").wide(0.9),
        of(person.phone()).wide(1.1));
    table.row(row, label("户籍地址"), of(person.address()).wide(4.1).left());
    table.row(row, label("就业失业登记证号"), of("3718811" + draw.digits(9)).wide(4.1).left());
    table.row(row, label("原工作单位"), of(Wording.employer(person)).wide(4.1).left());
    table.row(
        row,
        label("解除合同时间"),
        of(Entry.day("terminationDate", occasion.date().minusDays(draw.between(5, 50)), draw))
            .wide(2.1),
        label("解除原因").wide(0.9),
        of(draw.one("合同期满", "单位解除", "企业破产")).wide(1.1));
    table.row(
        row,
        label("缴费月数"),
        of("" + draw.between(12, 240)).wide(2.1),
        label("核定领取期限").wide(0.9),
        of(Entry.field("benefitMonths", draw.between(1, 24) + "个月")).wide(1.1));
    table.row(
        row,
        label("月标准"),
        of(draw.between(900, 1700) + ".00元").wide(2.1),
        label("银行卡号").wide(0.9),
        of(person.bankAccount()).wide(1.5));
    table.row(
        420,
        Cell.stacked("本人承诺"),
        Cell.text(
            Entry.label("本人有求职要求，愿意接受职业介绍和职业培训，重新就业后及时告知经办机构。    签字："),
            Entry.filled(person.name())));
    table.row(420, Cell.stacked("经办机构意见"), Cell.text(Entry.label("经审核，符合申领条件，同意发放。")));
    sheet.line(
        left, table.bottom() + 90, Entry.label("申请日期："), Wording.date(occasion.date(), draw));
  }
}
