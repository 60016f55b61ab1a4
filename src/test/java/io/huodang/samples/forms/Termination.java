package io.huodang.samples.forms;

import static io.huodang.samples.Entry.label;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.samples.Entry;
import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;

/** 解除（终止）劳动合同证明书: running text with values above printed lines. */
final class Termination implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(260, 340);
    int right = sheet.width() - left;
    sheet.heading(draw.one("解除（终止）劳动合同证明书", "解除劳动合同证明书", "终止劳动合同证明"), 450);
    int y = draw.between(620, 720);
    y =
        sheet.paragraph(
            left,
            right,
            y,
            label("兹有我单位职工"),
            Wording.name(person).underlined(),
            label("，性别"),
            Entry.filled(person.sex()).underlined(),
            label("，身份证号码"),
            Wording.id(person).underlined(),
            label("，自"),
            Entry.filled(Person.inWords(person.workStart())).underlined(),
            label("起在我单位工作，从事"),
            Entry.filled(draw.one("操作工", "会计", "销售员")).underlined(),
            label("岗位。"));
    y =
        sheet.paragraph(
            left,
            right,
            y + 40,
            label("因"),
            Entry.filled(draw.one("劳动合同期满", "双方协商一致", "单位生产经营发生困难")).underlined(),
            label("，根据《中华人民共和国劳动合同法》的有关规定，于"),
            new Entry(
                    Person.inWords(occasion.date()),
                    Entry.Kind.FILLED,
                    "terminationDate",
                    occasion.date().toString())
                .underlined(),
            label("解除（终止）劳动合同。"));
    y = sheet.paragraph(left, right, y + 40, label("特此证明。"));
    sheet.line(right - 1000, y + 240, label("用人单位："), Wording.employer(person));
    sheet.line(right - 700, y + 360, Entry.filled(Person.inWords(occasion.date())));
    sheet.line(left, y + 560, label("职工签收："), Entry.filled(person.name()));
  }
}
