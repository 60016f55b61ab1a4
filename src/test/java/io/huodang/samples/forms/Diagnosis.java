package io.huodang.samples.forms;

import static io.huodang.samples.Entry.label;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.samples.Entry;
import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;

/** 疾病诊断证明书 of a hospital: a name and an age, no number. */
final class Diagnosis implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(260, 340);
    int right = sheet.width() - left;
    sheet.heading("石桥市人民医院", 340, 1.4);
    sheet.heading(draw.one("疾病诊断证明书", "诊断证明书"), 480, 2);
    sheet.line(
        left,
        660,
        label("姓名："),
        Wording.name(person).underlined(),
        label("  性别："),
        Entry.filled(person.sex()).underlined(),
        label("  年龄："),
        Entry.filled(occasion.date().getYear() - person.birth().getYear() + "岁").underlined());
    sheet.line(left, 790, label("工作单位："), Wording.employer(person).underlined());
    sheet.line(
        left,
        920,
        label("科别："),
        Entry.filled(draw.one("骨科", "急诊科", "手外科")).underlined(),
        label("  住院号："),
        Entry.filled(draw.digits(7)).underlined());
    int y = sheet.paragraph(left, right, 1080, label("临床诊断："));
    y =
        sheet.paragraph(
            left,
            right,
            y,
            Entry.field("diagnosis", draw.one("右手食指末节骨折", "左胫骨骨折", "腰椎压缩性骨折", "右眼角膜挫伤")));
    y = sheet.paragraph(left, right, y + 60, label("处理意见："));
    y =
        sheet.paragraph(
            left,
            right,
            y,
            Entry.filled(draw.one("石膏固定，休息叁个月，定期复查。", "手术治疗，建议休息捌周。", "对症治疗，门诊随访。")));
    sheet.line(right - 900, y + 240, label("医师："), Entry.filled(occasion.another(0).name()));
    sheet.line(right - 900, y + 350, label("日期："), Wording.date(occasion.date(), draw));
  }
}
