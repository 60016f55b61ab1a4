package io.huodang.samples.forms;

import static io.huodang.samples.Cell.label;
import static io.huodang.samples.Cell.of;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.samples.Cell;
import io.huodang.samples.Entry;
import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;
import io.huodang.samples.Table;

/** 工伤认定申请表. */
final class InjuryApplication implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(180, 250);
    sheet.heading("工伤认定申请表", 330);
    sheet.line(
        left,
        450,
        Entry.label("申请人："),
        draw.chance(0.5)
            ? Entry.field("applicantName", person.employer().name())
            : Entry.field("applicantName", person.name()),
        Entry.label("      填表日期："),
        Wording.date(occasion.date(), draw));
    int row = draw.between(105, 135);
    Table table = sheet.table(left, 500, sheet.width() - 2 * left);
    table.row(
        row,
        label("职工姓名"),
        of(Wording.name(person)),
        label("性别").wide(0.7),
        of(person.sex()).wide(0.6),
        label("出生日期"),
        of(Wording.birth(person, draw)));
    table.row(
        row,
        label(Wording.idLabel(draw)),
        of(Wording.id(person)).wide(2.7),
        label("联系电话"),
        of(person.phone()));
    table.row(row, label("家庭地址"), of(person.address()).wide(5.1).left());
    table.row(
        row,
        label("工作单位"),
        of(Wording.employer(person)).wide(2.7),
        label("单位电话"),
        of(person.employer().phone()));
    table.row(
        row,
        label("职业、工种或工作岗位"),
        of(draw.one("冲压工", "装卸工", "焊工", "保洁员")).wide(2.7),
        label("参加工作时间"),
        of(Entry.month("workStartDate", person.workStart(), draw)));
    table.row(
        row,
        label("事故时间"),
        of(Entry.day("accidentTime", occasion.date().minusDays(draw.between(5, 28)), draw))
            .wide(2.7),
        label("诊断时间"),
        of(Entry.day("diagnosisTime", occasion.date().minusDays(draw.between(1, 5)), draw)));
    table.row(
        row,
        label("受伤害部位"),
        of(Entry.field("injuredPart", draw.one("右手食指末节", "左小腿", "腰部", "右眼"))).wide(2.7),
        label("职业病名称"),
        of("无"));
    table.row(
        draw.between(560, 700),
        Cell.stacked("受伤害经过简述"),
        Cell.text(
            Entry.filled(
                "该职工在本单位车间操作设备过程中，因防护装置松动导致受伤，同班组人员立即切断电源并拨打急救电话，送往石桥市人民医院急诊科治疗。单位安全生产管理人员到场进行了调查，并由两名目击者签字确认。")));
    table.row(
        400,
        Cell.stacked("用人单位意见"),
        Cell.text(
            Entry.filled("情况属实，同意申报工伤。"),
            Entry.label("    经办人签字："),
            Entry.filled(occasion.another(0).name())));
    table.row(400, Cell.stacked("受理意见"), Cell.text(Entry.label("经审查，申请材料齐全，符合受理条件，依法予以受理。")));
  }
}
