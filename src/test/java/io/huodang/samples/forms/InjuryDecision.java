package io.huodang.samples.forms;

import static io.huodang.samples.Entry.label;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.samples.Entry;
import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;
import java.time.LocalDate;

/** 工伤认定决定书: a letter in paragraphs, the person named in the running text. */
final class InjuryDecision implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    LocalDate accident = occasion.date().minusDays(draw.between(30, 80));
    int left = draw.between(280, 340);
    int right = sheet.width() - left;
    sheet.heading(Wording.bureau(), 300, 1.3);
    sheet.heading(draw.one("工伤认定决定书", "认定工伤决定书"), 450, 2.2);
    sheet.line(
        sheet.width() - left - 1000,
        570,
        label("编号："),
        Entry.field(
            "documentNumber",
            "石人社工认字〔%d〕%d号".formatted(occasion.date().getYear(), draw.between(1, 999))));
    int y = 720;
    y = sheet.paragraph(left, right, y, label("申请人："), Entry.filled(person.employer().name()));
    y =
        sheet.paragraph(
            left,
            right,
            y,
            label(draw.one("职工姓名：", "受伤害职工：")),
            Wording.name(person),
            label("    性别："),
            Entry.filled(person.sex()));
    y = sheet.paragraph(left, right, y, label("身份证号码："), Wording.id(person));
    y = sheet.paragraph(left, right, y, label("用人单位："), Wording.employer(person));
    y =
        sheet.paragraph(
            left,
            right,
            y,
            label("事故时间："),
            Entry.day("accidentTime", accident, draw),
            label("    诊断时间："),
            Entry.day("diagnosisTime", accident.plusDays(1), draw));
    y =
        sheet.paragraph(
            left,
            right,
            y + 30,
            label(
                "%s因工伤认定一事，于%s向本机关提出申请，本机关依法受理。经调查核实：%s在本单位工作过程中被机器挤压受伤，经石桥市人民医院诊断为%s。用人单位提交的事故报告、证人证言与诊断证明相互印证，上述事实清楚，证据充分。"
                    .formatted(
                        person.employer().name(),
                        Person.inWords(occasion.date().minusDays(20)),
                        person.name(),
                        draw.one("右手食指骨折", "左胫骨骨折", "腰椎压缩性骨折"))));
    y =
        sheet.paragraph(
            left,
            right,
            y,
            label("根据《工伤保险条例》第十四条第一项之规定，%s受到的事故伤害，符合工伤认定范围，现予以认定为工伤。".formatted(person.name())));
    y = sheet.paragraph(left, right, y, label("如不服本决定，可自接到本决定书之日起六十日内申请行政复议，或者六个月内向人民法院提起行政诉讼。"));
    sheet.line(right - 900, y + 200, Entry.filled(Wording.bureau()));
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
