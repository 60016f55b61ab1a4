package io.huodang.samples.forms;

import static io.huodang.samples.Cell.label;
import static io.huodang.samples.Cell.of;

import io.huodang.invented.Draw;
import io.huodang.invented.Employer;
import io.huodang.samples.Cell;
import io.huodang.samples.Entry;
import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;
import io.huodang.samples.Table;

/** 社会保险登记表 of an employer: its only person is the legal representative. */
final class EmployerRegistration implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Employer employer = occasion.employer();
    int left = draw.between(180, 260);
    sheet.heading(draw.one("社会保险单位登记表", "参保单位登记表", "社会保险登记表"), 330);
    sheet.line(left, 450, Entry.label("登记日期："), Wording.date(occasion.date(), draw));
    int row = draw.between(110, 140);
    Table table = sheet.table(left, 500, sheet.width() - 2 * left);
    table.row(row, label("单位名称"), of(Entry.field("employerName", employer.name())).wide(4));
    table.row(
        row,
        label("统一社会信用代码"),
        of(Entry.field("creditCode", employer.creditCode())).wide(1.8),
        label("单位编号"),
        of(Entry.field("employerNumber", employer.number())).wide(1.2));
    table.row(
        row,
        label("单位类型"),
        of(draw.one("企业", "事业单位", "社会团体")).wide(1.8),
        label("隶属关系"),
        of(draw.one("县级", "市级", "其他")).wide(1.2));
    table.row(row, label("单位住所"), of(employer.address()).wide(4).left());
    table.row(
        row,
        label("法定代表人"),
        of(Entry.field("legalRepresentative", employer.head())).wide(1.8),
        label("联系电话"),
        of(employer.phone()).wide(1.2));
    table.row(
        row,
        label("开户银行"),
        of("石桥农村商业银行东关支行").wide(1.8),
        label("账号"),
        of("6200" + draw.digits(13)).wide(1.2));
    double[] weights = {1, 1.3, 1.3, 1.4};
    table.row(
        row,
        weights,
        Entry.label("参加险种"),
        Entry.label("参保日期"),
        Entry.label("参保人数"),
        Entry.label("备注"));
    for (String kind : new String[] {"养老保险", "失业保险", "工伤保险"}) {
      table.row(
          row,
          weights,
          Entry.label(kind),
          Entry.filled(occasion.date().toString()),
          Entry.filled("" + draw.between(3, 480)),
          Entry.filled(""));
    }
    table.row(600, Cell.stacked("经办机构审核意见"), Cell.text(Entry.label("经审核，所报材料齐全，准予办理社会保险登记。")));
    sheet.line(
        left, table.bottom() + 90, Entry.label("专管员："), Entry.filled(occasion.another(0).name()));
  }
}
