package io.huodang.samples.forms;

import io.huodang.invented.Draw;
import io.huodang.invented.Person;
import io.huodang.samples.Entry;
import java.time.LocalDate;

/** Labels as they differ from agency to agency, and the sentences that forms repeat. */
final class Wording {
  private Wording() {}

  static String idLabel(Draw draw) {
    return draw.one("公民身份号码", "身份证号码", "身份证号", "居民身份证号码");
  }

  static String numberLabel(Draw draw) {
    return draw.one("个人编号", "个人参保号", "个人编号", "个人社保编号", "参保编号");
  }

  static String employerLabel(Draw draw) {
    return draw.one("单位名称", "工作单位", "用人单位");
  }

  static Entry name(Person person) {
    return Entry.field("personName", person.name());
  }

  static Entry id(Person person) {
    return Entry.field("citizenId", person.citizenId());
  }

  static Entry number(Person person) {
    return Entry.field("insuredNumber", person.insuredNumber());
  }

  static Entry employer(Person person) {
    return Entry.field("employerName", person.employer().name());
  }

  static Entry birth(Person person, Draw draw) {
    return Entry.day("birthDate", person.birth(), draw);
  }

  static Entry date(LocalDate date, Draw draw) {
    return Entry.day("documentDate", date, draw);
  }

  static String money(int most, Draw draw) {
    return "%d.%02d".formatted(draw.between(most / 5, most), draw.between(0, 99));
  }

  /** 石桥市社会保险事业服务中心. */
  static String agency() {
    return "石桥市社会保险事业服务中心";
  }

  static String bureau() {
    return "石桥市人力资源和社会保障局";
  }
}
