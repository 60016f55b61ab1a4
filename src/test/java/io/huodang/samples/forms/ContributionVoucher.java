package io.huodang.samples.forms;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.samples.Entry;
import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;
import java.util.List;

/** 基本养老保险参保缴费凭证: a certificate in two columns, without any ruled line. */
final class ContributionVoucher implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(230, 300);
    int middle = sheet.width() / 2 + draw.between(20, 120);
    sheet.heading("基本养老保险参保缴费凭证", 380);
    sheet.line(middle + 200, 500, Entry.label("编号："), Entry.filled("371881" + draw.digits(10)));
    List<Entry[]> pairs =
        List.of(
            pair("姓名：", Wording.name(person)),
            pair("性别：", Entry.filled(person.sex())),
            pair(Wording.idLabel(draw) + "：", Wording.id(person)),
            pair(Wording.numberLabel(draw) + "：", Wording.number(person)),
            pair("出生日期：", Wording.birth(person, draw)),
            pair("户籍地：", Entry.filled(person.place().city() + person.place().county())),
            pair("在本地参保起始时间：", Entry.month("insuredFrom", person.workStart().plusMonths(3), draw)),
            pair(
                "终止时间：",
                Entry.month("insuredUntil", java.time.YearMonth.from(occasion.date()), draw)),
            pair("本地实际缴费月数：", Entry.field("contributionMonths", "" + draw.between(24, 380))),
            pair("个人账户储存额：", Entry.filled(Wording.money(90000, draw) + "元")),
            pair("行政区划代码：", Entry.filled("371881")),
            pair("联系电话：", Entry.filled(officePhone(draw))));
    int step = draw.between(110, 150);
    int y = 640;
    for (int i = 0; i < pairs.size(); i += 2) {
      sheet.line(left, y, pairs.get(i));
      sheet.line(middle, y, pairs.get(i + 1));
      y += step;
    }
    y =
        sheet.paragraph(
            left,
            sheet.width() - left,
            y + 60,
            Entry.label(
                "本凭证记载参保人员在本地参加基本养老保险的基本情况，跨地区转移接续基本养老保险关系时，请向新参保地经办机构出示。请妥善保管，遗失可向原参保地申请补办。"));
    sheet.line(left, y + 140, Entry.label("经办机构名称："), Entry.filled(Wording.agency()));
    sheet.line(
        left,
        y + 140 + step,
        Entry.label("经办人："),
        Entry.filled(occasion.another(0).name()),
        Entry.label("        出具日期："),
        Wording.date(occasion.date(), draw));
  }

  private static Entry[] pair(String label, Entry value) {
    return new Entry[] {Entry.label(label), value};
  }

  private static String officePhone(Draw draw) {
    return "0631-" + draw.digits(7);
  }
}
