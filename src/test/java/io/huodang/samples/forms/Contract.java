package io.huodang.samples.forms;

import static io.huodang.samples.Entry.label;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.samples.Entry;
import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;

/** 劳动合同书: parties on underlined blanks, then articles. */
final class Contract implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(260, 330);
    int right = sheet.width() - left;
    int step = draw.between(115, 150);
    sheet.heading("劳动合同书", 400);
    int y = 620;
    String note = draw.one("（用人单位）", "(单位)", "");
    sheet.line(left, y, label("甲方" + note + "："), blank(Wording.employer(person)));
    y += step;
    sheet.line(
        left,
        y,
        label("法定代表人："),
        blank(Entry.filled(occasion.employer().head())),
        label("联系电话："),
        blank(Entry.filled(person.phone())));
    y += step;
    sheet.line(
        left,
        y,
        label("乙方" + draw.one("（劳动者）", "（职工）", "姓名") + "："),
        blank(Wording.name(person)),
        label("性别："),
        blank(Entry.filled(person.sex())));
    y += step;
    sheet.line(left, y, label("居民身份证号码："), blank(Wording.id(person)));
    y += step;
    sheet.line(left, y, label("家庭住址："), blank(Entry.filled(person.address())));
    y += step;
    for (String article :
        new String[] {
          "根据《中华人民共和国劳动法》《中华人民共和国劳动合同法》和有关规定，甲乙双方经平等协商一致，自愿签订本合同，共同遵守本合同所列条款。",
          "第一条 本合同期限为三年，其中试用期三个月。",
          "第二条 乙方同意根据甲方工作需要，担任操作工岗位工作，按时完成规定的工作数量，达到规定的质量标准。",
          "第三条 甲方每月15日前以货币形式支付乙方工资，并依法为乙方缴纳社会保险费，乙方应缴部分由甲方代扣代缴。"
        }) {
      y = sheet.paragraph(left, right, y + 20, label(article));
    }
    sheet.line(left, y + 160, label("甲方（盖章）：                    乙方（签字）："));
    sheet.line(left, y + 300, label("签订日期："), Wording.date(occasion.date(), draw));
  }

  /** Wider than its value. */
  private static Entry blank(Entry value) {
    return new Entry("  " + value.text() + "    ", value.kind(), value.field(), value.truth())
        .underlined();
  }
}
