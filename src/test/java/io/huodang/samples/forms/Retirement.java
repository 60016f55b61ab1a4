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
import java.time.YearMonth;

/** 企业职工退休审批表. */
final class Retirement implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(170, 240);
    sheet.heading(draw.one("企业职工退休审批表", "企业职工基本养老保险退休审批表", "职工退休（职）审批表"), 310);
    int row = draw.between(100, 118);
    Table table = sheet.table(left, 390, sheet.width() - 2 * left);
    table.row(row, label("单位名称"), of(Wording.employer(person)).wide(4.4));
    table.row(
        row,
        label("姓名"),
        of(Wording.name(person)).wide(1.2),
        label("性别").wide(0.7),
        of(person.sex()).wide(0.6),
        label("出生年月").wide(0.9),
        of(Wording.birth(person, draw)).wide(1.6));
    table.row(
        row,
        label(Wording.idLabel(draw)),
        of(Wording.id(person)).wide(1.9),
        label(Wording.numberLabel(draw)).wide(0.9),
        of(Wording.number(person)).wide(1.6));
    table.row(
        row,
        label("参加工作时间"),
        of(Entry.month("workStartDate", person.workStart(), draw)).wide(1.9),
        label("退休时间").wide(0.9),
        of(Entry.month("retirementDate", YearMonth.from(occasion.date()), draw)).wide(1.6));
    table.row(
        row,
        label("退休时岗位"),
        of(draw.one("钳工", "挡车工", "会计", "驾驶员", "质检员")).wide(1.9),
        label("退休类别").wide(0.9),
        of(Entry.field("retirementKind", draw.one("正常退休", "特殊工种", "因病退休"))).wide(1.6));
    table.row(
        row,
        label("缴费年限"),
        of(Entry.field(
                "contributionYears", draw.between(15, 40) + "年" + draw.between(1, 11) + "个月"))
            .wide(1.9),
        label("视同缴费年限").wide(0.9),
        of(Entry.field(
                "deemedContributionYears", draw.between(1, 14) + "年" + draw.between(1, 11) + "个月"))
            .wide(1.6));
    table.row(
        row,
        label("个人账户储存额"),
        of(money(190000, draw) + "元").wide(1.9),
        label("平均缴费指数").wide(0.9),
        of("1." + draw.digits(4)).wide(1.6));
    double[] weights = {1.5, 2.2, 1};
    table.row(row, weights, Entry.label("起止年月"), Entry.label("工作单位"), Entry.label("职务或工种"));
    int year = person.workStart().getYear();
    for (int i = 0; i < draw.between(2, 5); i++) {
      int next = year + draw.between(2, 6);
      table.row(
          row,
          weights,
          Entry.filled(
              "%d年%d月至%d年%d月".formatted(year, draw.between(1, 12), next, draw.between(1, 12))),
          Entry.filled(occasion.another(i).employer().name()),
          Entry.filled(draw.one("工人", "车间主任", "操作工", "保管员")));
      year = next;
    }
    for (String who : new String[] {"单位意见", "审批意见"}) {
      table.row(
          draw.between(360, 460),
          Cell.stacked(who),
          Cell.text(
              Entry.label(
                  draw.one(
                      "经审核，该同志符合国家规定的退休条件，连续工龄与视同缴费年限计算无误，同意自批准次月起按月领取基本养老金。",
                      "档案材料齐全，公示期间未收到异议，同意上报审批。",
                      "同意自"
                          + Person.inWords(YearMonth.from(occasion.date()).plusMonths(1))
                          + "起执行。"))));
    }
    sheet.line(left, table.bottom() + 80, Entry.label("本表一式三份，单位、社保经办机构、本人档案各一份。"));
  }
}
