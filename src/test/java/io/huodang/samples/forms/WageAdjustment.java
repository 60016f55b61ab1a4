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

/** 职工调整工资审批表: names nobody's number. */
final class WageAdjustment implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(220, 300);
    sheet.heading(draw.one("职工调整工资审批表", "职工升级工资审批表", "企业职工调整工资审批表"), 360);
    int row = draw.between(120, 150);
    Table table = sheet.table(left, 450, sheet.width() - 2 * left);
    table.row(row, label("工作单位"), of(Wording.employer(person)).wide(4));
    table.row(
        row,
        label("姓名"),
        of(Wording.name(person)),
        label("性别"),
        of(person.sex()).wide(0.6),
        label("出生年月"),
        of(Wording.birth(person, draw)));
    table.row(
        row,
        label("参加工作时间"),
        of(Entry.month("workStartDate", person.workStart(), draw)),
        label("工种"),
        of(draw.one("车工", "细纱工", "锅炉工")).wide(0.6),
        label("文化程度"),
        of(draw.one("初中", "高中")));
    double[] weights = {1, 1, 1, 1};
    table.row(
        row,
        weights,
        Entry.label("调整前级别"),
        Entry.label("月工资标准"),
        Entry.label("调整后级别"),
        Entry.label("月工资标准"));
    table.row(
        row,
        weights,
        Entry.filled(draw.one("二级", "三级")),
        Entry.filled(draw.between(36, 60) + ".50元"),
        Entry.filled(draw.one("四级", "五级")),
        Entry.filled(draw.between(61, 98) + ".00元"));
    table.row(
        row,
        label("执行时间"),
        of("%d年%d月起".formatted(occasion.date().getYear(), draw.between(1, 12))).wide(4));
    table.row(480, Cell.stacked("单位意见"), Cell.text(Entry.filled("该同志工作积极，完成任务好，经群众评议，同意升级。")));
    table.row(
        480,
        Cell.stacked("主管部门批示"),
        Cell.text(Entry.filled("同意。    "), Wording.date(occasion.date(), draw)));
  }
}
