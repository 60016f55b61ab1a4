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

/** 丧葬抚恤待遇申领表: two people and two ID numbers, of which one is the subject's. */
final class Funeral implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    Person heir = occasion.another(0);
    int left = draw.between(180, 250);
    sheet.heading(draw.one("丧葬抚恤待遇申领表", "丧葬补助金申领表"), 330);
    int row = draw.between(110, 140);
    Table table = sheet.table(left, 430, sheet.width() - 2 * left);
    table.row(
        row,
        label("死亡人员姓名"),
        of(Wording.name(person)),
        label("性别").wide(0.7),
        of(person.sex()).wide(0.6));
    table.row(
        row,
        label("身份证号码"),
        of(Wording.id(person)),
        label("个人编号").wide(0.7),
        of(Wording.number(person)));
    table.row(
        row,
        label("死亡时间"),
        of(Entry.day("deathDate", occasion.date().minusDays(draw.between(10, 40)), draw)),
        label("死亡原因").wide(0.7),
        of(draw.one("因病", "意外")));
    table.row(
        row, label("申领人姓名"), of(heir.name()), label("与死者关系").wide(0.7), of(draw.one("子女", "配偶")));
    table.row(
        row, label("申领人身份证号"), of(heir.citizenId()), label("联系电话").wide(0.7), of(heir.phone()));
    table.row(row, label("银行账号"), of(heir.bankAccount()).wide(3.5).left());
    table.row(
        460,
        Cell.stacked("申领人承诺"),
        Cell.text(Entry.label("本人承诺所提供材料真实有效，如有虚假愿承担相应责任。    签字："), Entry.filled(heir.name())));
    table.row(420, Cell.stacked("经办机构意见"), Cell.text(Entry.label("经审核，符合申领条件，同意支付。")));
    sheet.line(
        left, table.bottom() + 90, Entry.label("申请日期："), Wording.date(occasion.date(), draw));
  }
}
