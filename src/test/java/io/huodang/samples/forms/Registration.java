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

/** 社会保险参保登记表. */
final class Registration implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(180, 260);
    sheet.heading(draw.one("社会保险参保登记表", "职工社会保险参保登记表", "社会保险个人参保登记表"), 330);
    sheet.line(
        left,
        450,
        Entry.label("填报单位："),
        Wording.employer(person),
        Entry.label("    填表日期："),
        Wording.date(occasion.date(), draw));
    int row = draw.between(105, 135);
    Table table = sheet.table(left, 500, sheet.width() - 2 * left);
    table.row(
        row,
        label("姓名"),
        of(Wording.name(person)),
        label("性别").wide(0.7),
        of(person.sex()).wide(0.7),
        label("民族").wide(0.7),
        of(person.nation()));
    table.row(
        row,
        label(Wording.idLabel(draw)),
        of(Wording.id(person)).wide(2.2),
        label("出生日期"),
        of(Wording.birth(person, draw)).wide(1.6));
    table.row(
        row,
        label(Wording.numberLabel(draw)),
        of(Wording.number(person)).wide(2.2),
        label("联系电话"),
        of(person.phone()).wide(1.6));
    table.row(
        row,
        label("参加工作时间"),
        of(Entry.month("workStartDate", person.workStart(), draw)).wide(2.2),
        label("用工形式"),
        of(draw.one("合同制", "固定工", "农民工", "临时")).wide(1.6));
    table.row(
        row,
        label("单位编号"),
        of(Entry.field("employerNumber", person.employer().number())).wide(2.2),
        label("岗位"),
        of(draw.one("操作工", "会计", "驾驶员", "仓库管理员")).wide(1.6));
    table.row(row, label("户籍地址"), of(person.address()).wide(4.8).left());
    double[] weights = {1, 1.2, 1.2, 1.2};
    table.row(
        row,
        weights,
        Entry.label("险种"),
        Entry.label("缴费基数"),
        Entry.label("起始年月"),
        Entry.label("缴费状态"));
    for (String kind : new String[] {"养老保险", "失业保险", "工伤保险"}) {
      table.row(
          row,
          weights,
          Entry.label(kind),
          Entry.filled(money(9000, draw)),
          Entry.filled(
              "%d%02d".formatted(occasion.date().getYear(), occasion.date().getMonthValue())),
          Entry.filled("参保缴费"));
    }
    table.row(
        520,
        Cell.stacked("个人声明"),
        Cell.text(Entry.label("本人自愿参加社会保险，所填内容真实、准确、完整，如有虚假，愿意承担由此引起的一切法律责任。")));
    table.row(
        480,
        Cell.stacked("经办机构意见"),
        Cell.text(Entry.label("经审核，准予登记，自" + occasion.date().getMonthValue() + "月起计算缴费年限。")));
    sheet.line(
        left, table.bottom() + 90, Entry.label("经办人："), Entry.filled(occasion.another(0).name()));
  }
}
