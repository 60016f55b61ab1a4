package io.huodang.samples.forms;

import static io.huodang.samples.Entry.label;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.samples.Entry;
import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;

/** 证明, a letter of an employer or a village: nothing but sentences, of no known type. */
final class EmployerLetter implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(280, 360);
    int right = sheet.width() - left;
    sheet.heading(draw.one("证    明", "情况说明", "工作证明", "关于工龄的说明"), 460);
    int y = draw.between(640, 760);
    sheet.line(left, y, label(Wording.agency() + "："));
    y += 140;
    Entry since = Entry.filled(Person.inWords(person.workStart()));
    Entry work = Entry.filled(draw.one("操作工", "会计", "保管员", "驾驶员"));
    y =
        switch (draw.between(0, 3)) {
          case 0 ->
              sheet.paragraph(
                  left,
                  right,
                  y,
                  label("兹证明"),
                  Wording.name(person),
                  label("（身份证号："),
                  Wording.id(person),
                  label("）自"),
                  since,
                  label("至今在我单位工作，任"),
                  work,
                  label("，其间从未中断。"));
          case 1 ->
              sheet.paragraph(
                  left,
                  right,
                  y,
                  label("我单位职工"),
                  Wording.name(person),
                  label("，" + person.sex() + "，公民身份号码"),
                  Wording.id(person),
                  label("，社会保险个人编号"),
                  Wording.number(person),
                  label("，"),
                  since,
                  label("参加工作，现为"),
                  work,
                  label("。"));
          case 2 ->
              sheet.paragraph(
                  left,
                  right,
                  y,
                  label("本人"),
                  Wording.name(person),
                  label("，身份证号码为"),
                  Wording.id(person),
                  label("，于"),
                  since,
                  label("在"),
                  Wording.employer(person),
                  label("从事"),
                  work,
                  label("工作，档案遗失，特此说明。"));
          default ->
              sheet.paragraph(
                  left,
                  right,
                  y,
                  Wording.name(person),
                  label("同志，" + person.sex() + "，身份证号"),
                  Wording.id(person),
                  label("，个人编号"),
                  Wording.number(person),
                  label("，系我单位职工，"),
                  since,
                  label("起任"),
                  work,
                  label("。"));
        };
    y = sheet.paragraph(left, right, y + 40, label("情况属实，特此证明。"));
    sheet.line(right - 1000, y + 240, Wording.employer(person));
    sheet.line(right - 700, y + 360, Entry.filled(Person.inWords(occasion.date())));
  }
}
