package io.huodang.samples.forms;

import static io.huodang.samples.Entry.label;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.samples.Entry;
import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;

/** A copy of both sides of an identity card on one sheet: no heading, the labels without colons. */
final class IdentityCard implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(620, 760);
    int top = draw.between(420, 560);
    sheet.card(left - 60, top, 1010, 640);
    int y = top + 120;
    sheet.line(left, y, label("姓名  "), Wording.name(person));
    y += 100;
    sheet.line(
        left,
        y,
        label("性别  "),
        Entry.filled(person.sex()),
        label("    民族  "),
        Entry.filled(person.nation().substring(0, person.nation().length() - 1)));
    y += 100;
    sheet.line(left, y, label("出生  "), birth(person));
    y += 100;
    sheet.text(left, left + 560, y, label("住址  "), Entry.filled(person.address()));
    y += 180;
    sheet.line(left, y, label("公民身份号码  "), Wording.id(person));
    int back = top + draw.between(860, 1100);
    sheet.card(left - 60, back, 1010, 640);
    sheet.line(left + 330, back + 160, label("中华人民共和国"));
    sheet.line(left + 370, back + 280, label("居民身份证"));
    sheet.line(
        left + 60, back + 460, label("签发机关  "), Entry.filled(person.place().county() + "公安局"));
    int year = draw.between(2008, 2019);
    sheet.line(
        left + 60,
        back + 560,
        label("有效期限  "),
        Entry.filled("%d.03.15-%d.03.15".formatted(year, year + 20)));
  }

  private static Entry birth(Person person) {
    return new Entry(
        person.birthInWords(), Entry.Kind.FILLED, "birthDate", person.birth().toString());
  }
}
