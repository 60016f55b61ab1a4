package io.huodang.roster;

import io.huodang.tables.Columns;
import io.huodang.tables.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A column that a roster may have, with the headings under which it is known. */
enum RosterField {
  PERSON_NAME("姓名 参保人姓名 参保人员姓名 职工姓名 人员姓名 员工姓名 本人姓名 参保人 名字 AAC003 personName name fullName"),
  CITIZEN_ID(
      "身份证号 身份证号码 公民身份号码 公民身份证号码 居民身份证号码 居民身份证号 身份证件号码 身份号码 社会保障号码 社会保障号"
          + " 证件号码 证件号 身份证 AAC147 AAC002 citizenId idNumber idNo idCard identityNumber id"),
  ID_KIND("证件类型 身份证件类型 证件种类 AAC058 idType idKind"),
  INSURED_NUMBER(
      "个人编号 个人参保号 个人参保编号 参保号 参保编号 参保号码 个人社保编号 社保编号 个人社保号 社保号 个人代码 养老保险编号"
          + " 医疗保险编号 居保编号 职工编号 人员编号 电脑编号 电脑号 AAC001 insuredNumber insuredNo personNumber ins"),
  SOCIAL_CARD("社保卡号 社会保障卡号 社会保障卡卡号 社保卡卡号 AAZ500 socialCard cardNumber"),
  FORMER_NAME("曾用名 曾用姓名 原姓名 原名 formerName formerNames"),
  SEX("性别 AAC004 sex gender"),
  BIRTH_DATE("出生日期 出生年月日 出生年月 出生时间 出生 生日 AAC006 birthDate dateOfBirth birthday birth"),
  EMPLOYER_NAME(
      "单位 单位名称 参保单位 参保单位名称 用人单位 用人单位名称 工作单位 所在单位 现工作单位 企业名称 AAB004 employer employerName"),
  EMPLOYER_NUMBER("单位编号 单位代码 单位参保号 单位社保编号 AAB001 AAB003 employerNumber employerNo");

  private final List<String> headings;

  RosterField(String headings) {
    this.headings =
        Arrays.stream(headings.split(" ")).map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  /** The column that a heading names; remarks in brackets and a number behind it do not matter. */
  static Optional<RosterField> of(String heading) {
    return Spelling.of(heading).stream()
        .flatMap(
            letters -> Arrays.stream(values()).filter(field -> field.headings.contains(letters)))
        .findFirst();
  }

  /** What a roster must have to be one. */
  static final Columns<RosterField> COLUMNS =
      new Columns<>() {
        @Override
        public Optional<RosterField> of(String heading) {
          return RosterField.of(heading);
        }

        @Override
        public boolean areEnough(Set<RosterField> columns) {
          return columns.contains(PERSON_NAME)
              && (columns.contains(CITIZEN_ID) || columns.contains(INSURED_NUMBER));
        }

        @Override
        public String needed() {
          return "姓名 and 身份证号 or 个人编号";
        }
      };
}
