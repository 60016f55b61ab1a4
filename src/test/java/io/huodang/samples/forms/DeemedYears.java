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

/** 视同缴费年限预审表. */
final class DeemedYears implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(180, 250);
    sheet.heading(draw.one("视同缴费年限预审表", "职工视同缴费年限预审表", "视同缴费年限审核认定表"), 330);
    sheet.line(
        left,
        440,
        Entry.label("单位："),
        Wording.employer(person),
        Entry.label("    预审时间："),
        Wording.date(occasion.date(), draw));
    int row = draw.between(105, 130);
    Table table = sheet.table(left, 490, sheet.width() - 2 * left);
    table.row(
        row,
        label("姓名"),
        of(Wording.name(person)),
        label("性别").wide(0.7),
        of(person.sex()).wide(0.6),
        label("出生年月"),
        of(Wording.birth(person, draw)));
    table.row(
        row,
        label(Wording.idLabel(draw)),
        of(Wording.id(person)).wide(2.7),
        label("参加工作时间"),
        of(Entry.month("workStartDate", person.workStart(), draw)).wide(1.4));
    table.row(
        row,
        label("职工身份"),
        of(draw.one("工人", "干部")).wide(2.7),
        label("退休类别"),
        of(draw.one("正常退休", "特殊工种")).wide(1.4));
    double[] weights = {1.2, 1.2, 2.4, 1};
    table.row(
        row, weights, Entry.label("自"), Entry.label("至"), Entry.label("工作单位"), Entry.label("证明材料"));
    int year = person.workStart().getYear();
    for (int i = 0; i < draw.between(3, 6); i++) {
      int next = year + draw.between(1, 4);
      table.row(
          row,
          weights,
          Entry.filled("%d年%d月".formatted(year, draw.between(1, 12))),
          Entry.filled("%d年%d月".formatted(next, draw.between(1, 12))),
          Entry.filled(occasion.another(i).employer().name()),
          Entry.filled(draw.one("招工表", "调资表", "履历表")));
      year = next;
    }
    table.row(
        420,
        Cell.stacked("审核意见"),
        Cell.text(
            Entry.label("经审核，该同志"),
            Entry.filled("1995年12月"),
            Entry.label("前视同缴费年限为"),
            Entry.field(
                "deemedContributionYears", draw.between(1, 15) + "年" + draw.between(1, 11) + "个月"),
            Entry.label("。")));
    sheet.line(
        left,
        table.bottom() + 90,
        Entry.label("初审人："),
        Entry.filled(occasion.another(0).name()),
        Entry.label("          复审人："),
        Entry.filled(occasion.another(1).name()));
  }
}
