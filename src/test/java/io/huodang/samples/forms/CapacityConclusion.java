package io.huodang.samples.forms;

import static io.huodang.samples.Entry.label;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.samples.Entry;
import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;

/** 劳动能力鉴定结论书: a letter with values above printed lines. */
final class CapacityConclusion implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(260, 330);
    int right = sheet.width() - left;
    sheet.heading(draw.one("劳动能力鉴定结论书", "劳动能力鉴定（确认）结论书", "初次（复查）鉴定结论书"), 400);
    sheet.line(
        right - 1000,
        520,
        label("编号："),
        Entry.filled("石劳鉴〔%d〕%d号".formatted(occasion.date().getYear(), draw.between(1, 999))));
    int y = 680;
    y = sheet.paragraph(left, right, y, label("被鉴定人："), Wording.name(person).underlined());
    y = sheet.paragraph(left, right, y, label("身份证号："), Wording.id(person).underlined());
    y = sheet.paragraph(left, right, y, label("工作单位："), Wording.employer(person).underlined());
    y =
        sheet.paragraph(
            left,
            right,
            y,
            label("工伤认定书编号："),
            Entry.filled("石人社工认字〔%d〕%d号".formatted(occasion.date().getYear(), draw.between(1, 999)))
                .underlined());
    y =
        sheet.paragraph(
            left,
            right,
            y,
            label("伤情："),
            Entry.filled(draw.one("右手食指末节缺失", "左胫骨骨折术后", "腰椎压缩性骨折")).underlined());
    y =
        sheet.paragraph(
            left,
            right,
            y + 40,
            label("根据《劳动能力鉴定职工工伤与职业病致残等级》（GB/T16180-2014）标准，经劳动能力鉴定委员会专家组鉴定，结论如下："));
    y =
        sheet.paragraph(
            left,
            right,
            y,
            label("劳动功能障碍程度："),
            Entry.field("disabilityGrade", draw.one("十级", "九级", "八级", "七级")).underlined());
    y =
        sheet.paragraph(
            left, right, y, label("生活自理障碍程度："), Entry.filled(draw.one("无", "部分")).underlined());
    y =
        sheet.paragraph(
            left, right, y + 40, label("如对本鉴定结论不服，可在收到本结论书之日起十五日内向上一级劳动能力鉴定委员会提出再次鉴定申请。"));
    sheet.line(right - 900, y + 200, Entry.filled("石桥市劳动能力鉴定委员会"));
    sheet.line(
        right - 700,
        y + 310,
        new Entry(
            Person.inWords(occasion.date()),
            Entry.Kind.FILLED,
            "documentDate",
            occasion.date().toString()));
  }
}
