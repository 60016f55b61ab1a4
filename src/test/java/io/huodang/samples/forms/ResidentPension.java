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

/** 城乡居民基本养老保险参保登记表, with a box for each digit of the ID number. */
final class ResidentPension implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    Person person = occasion.person();
    int left = draw.between(180, 240);
    sheet.heading(draw.one("城乡居民基本养老保险参保登记表", "城乡居民养老保险参保登记表"), 340);
    int row = draw.between(110, 140);
    Table table = sheet.table(left, 420, sheet.width() - 2 * left);
    table.row(
        row,
        label("姓名"),
        of(Wording.name(person)),
        label("性别").wide(0.7),
        of(person.sex()).wide(0.7),
        label("民族").wide(0.7),
        of(person.nation()));
    table.boxes(row, draw.between(0.16, 0.24), draw.one("公民身份号码", "身份证号码"), Wording.id(person));
    table.row(
        row,
        label("出生日期"),
        of(Wording.birth(person, draw)).wide(1.8),
        label("个人编号"),
        of(Wording.number(person)).wide(1.8));
    table.row(
        row,
        label("户籍所在地"),
        of(Entry.field("householdAddress", person.address())).wide(4.6).left());
    table.row(
        row,
        label("户籍性质"),
        of(draw.one("农业", "非农业")).wide(1.8),
        label("联系电话"),
        of(person.phone()).wide(1.8));
    table.row(
        row,
        label("缴费档次"),
        of(draw.one("300元", "500元", "1000元", "3000元")).wide(1.8),
        label("特殊参保群体"),
        of(draw.one("无", "低保对象", "重度残疾人")).wide(1.8));
    table.row(
        420,
        Cell.stacked("参保人声明"),
        Cell.text(
            Entry.label("本人自愿参加城乡居民基本养老保险，并对所填写信息和所提供材料的真实性负责。            参保人签字（指印）："),
            Entry.filled(person.name())));
    for (String who : new String[] {"村居意见", "镇街意见", "县级经办意见"}) {
      table.row(
          330,
          Cell.stacked(who),
          Cell.text(
              Entry.label(draw.one("情况属实，同意参保。", "经审核，符合参保条件。", "同意。")),
              Entry.label("    经办人："),
              Entry.filled(occasion.another(draw.between(0, 3)).name())));
    }
    sheet.line(
        left, table.bottom() + 90, Entry.label("填表日期："), Wording.date(occasion.date(), draw));
  }
}
