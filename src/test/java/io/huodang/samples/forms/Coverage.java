package io.huodang.samples.forms;

import static io.huodang.samples.Entry.label;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.samples.Entry;
import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;

/** 参保证明: what an agency certifies of a person in a sentence, above a small table. */
final class Coverage implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(240, 320);
    int right = sheet.width() - left;
    sheet.heading(draw.one("参保证明", "社会保险参保证明", "养老保险缴费证明"), 420);
    int y =
        sheet.paragraph(
            left,
            right,
            draw.between(600, 700),
            label(draw.one("参保人员", "兹有", "职工")),
            Wording.name(person).underlined(),
            label("，性别"),
            Entry.filled(person.sex()).underlined(),
            label("，身份证号码"),
            Wording.id(person).underlined(),
            label("，" + Wording.numberLabel(draw)),
            Wording.number(person).underlined(),
            label("，在我市参加社会保险，缴费情况如下："));
    var table = sheet.table(left, y + 20, right - left);
    double[] weights = {1.2, 1.5, 1, 1};
    table.row(100, weights, label("险种"), label("缴费起止年月"), label("实缴月数"), label("缴费状态"));
    for (String kind : new String[] {"职工基本养老保险", "失业保险", "工伤保险"}) {
      table.row(
          100,
          weights,
          label(kind),
          Entry.filled(
              "%d01-%d12".formatted(occasion.date().getYear() - 6, occasion.date().getYear() - 1)),
          Entry.filled("" + draw.between(30, 72)),
          Entry.filled("参保缴费"));
    }
    sheet.line(left, table.bottom() + 100, label("此证明涉及个人信息，请妥善保管。"));
    sheet.line(right - 900, table.bottom() + 300, label(Wording.agency()));
    sheet.line(right - 700, table.bottom() + 400, Entry.filled(Person.inWords(occasion.date())));
  }
}
