package io.huodang.samples;

import io.huodang.invented.Person;
import java.util.List;

/** Tables that come with papers: the roster of an agency, the catalogue of a delivery. */
final class Tables {
  private Tables() {}

  /** 参保名册: as an agency exports it. */
  static String roster(List<Person> people) {
    StringBuilder table = new StringBuilder("姓名,曾用名,身份证号,个人编号,性别,出生日期,参加工作时间,单位编号,单位名称,户籍地址\n");
    for (Person person : people) {
      row(
          table,
          person.name(),
          person.formerName() == null ? "" : person.formerName(),
          person.citizenId(),
          person.insuredNumber(),
          person.sex(),
          person.birth().toString(),
          person.workStart().toString(),
          person.employer().number(),
          person.employer().name(),
          person.address());
    }
    return table.toString();
  }

  static String catalogue(List<String> rows) {
    return "档号,题名,姓名,身份证号,参保号,日期,页数\n" + String.join("", rows);
  }

  static String catalogueRow(String number, String title, Person person, int year, int pages) {
    StringBuilder row = new StringBuilder();
    row(
        row,
        number,
        person.name() + title,
        person.name(),
        person.citizenId(),
        person.insuredNumber(),
        year + "-06-30",
        "" + pages);
    return row.toString();
  }

  private static void row(StringBuilder table, String... cells) {
    table.append(String.join(",", cells)).append('\n');
  }
}
