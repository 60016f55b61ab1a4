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
import java.util.Optional;

/** 招收工人审批表 of the years before 1999: the ID number has 15 digits, if there is one. */
final class Recruitment implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(200, 280);
    sheet.heading(draw.one("招收工人审批表", "招工登记表", "招收合同制工人审批表"), 350);
    int row = draw.between(115, 145);
    Table table = sheet.table(left, 430, sheet.width() - 2 * left);
    table.row(
        row,
        label("姓名"),
        of(Wording.name(person)),
        label("曾用名").wide(0.8),
        of(
            Optional.ofNullable(person.formerName())
                .map(name -> Entry.field("formerName", name))
                .orElse(Entry.filled("无"))),
        label("性别").wide(0.7),
        of(person.sex()).wide(0.7));
    table.row(
        row,
        label("出生年月"),
        of(Wording.birth(person, draw)).wide(2.2),
        label("民族").wide(0.7),
        of(person.nation()).wide(1.4));
    table.row(
        row,
        label("身份证号"),
        of(Entry.field("citizenId", person.oldCitizenId())).wide(2.2),
        label("文化程度").wide(0.7),
        of(draw.one("初中", "高中", "小学", "中专")).wide(1.4));
    table.row(row, label("家庭住址"), of(person.address()).wide(4.3).left());
    table.row(
        row,
        label("家庭出身"),
        of(draw.one("贫农", "中农", "工人", "职员")).wide(2.2),
        label("政治面貌").wide(0.7),
        of(draw.one("群众", "团员", "党员")).wide(1.4));
    table.row(
        row,
        label("招收单位"),
        of(Wording.employer(person)).wide(2.2),
        label("工种").wide(0.7),
        of(draw.one("钳工", "纺纱工", "电工", "搬运工")).wide(1.4));
    table.row(
        row,
        label("用工形式"),
        of(draw.one("固定工", "合同制", "集体工")).wide(2.2),
        label("何时参加工作").wide(0.9),
        of(Entry.month("workStartDate", person.workStart(), draw)).wide(1.2));
    table.row(340, Cell.stacked("体检结论"), Cell.text(Entry.filled(draw.one("身体健康，合格。", "体检合格。"))));
    table.row(
        340,
        Cell.stacked("政审意见"),
        Cell.text(Entry.filled(draw.one("本人历史清楚，同意招收。", "家庭及社会关系清楚，表现良好。"))));
    table.row(
        420,
        Cell.stacked("劳动局批准"),
        Cell.text(Entry.label("同意招收。    "), Wording.date(occasion.date(), draw)));
  }
}
