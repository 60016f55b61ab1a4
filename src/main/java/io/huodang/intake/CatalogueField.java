package io.huodang.intake;

import io.huodang.tables.Columns;
import io.huodang.tables.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A column that a catalogue (目录) may have, with the headings under which it is known. */
enum CatalogueField {
  FILE_NUMBER("档号 档案号 件档号 fileNumber number"),
  TITLE("题名 案卷题名 文件题名 标题 材料名称 title"),
  PERSON_NAME("姓名 参保人姓名 职工姓名 人员姓名 personName name"),
  CITIZEN_ID("身份证号 身份证号码 公民身份号码 社会保障号码 证件号码 citizenId idNumber id"),
  INSURED_NUMBER("参保号 个人参保号 个人编号 社保编号 insuredNumber"),
  DATE("日期 形成日期 形成时间 文件日期 成文日期 date documentDate"),
  PAGES("页数 总页数 页数合计 pages pageCount"),
  PAPER("实体状态 实体 纸质状态 paper paperState"),
  LOCATION("库位 库房位置 存放位置 存放地点 排架号 location shelf");

  private final List<String> headings;

  CatalogueField(String headings) {
    this.headings =
        Arrays.stream(headings.split(" ")).map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  /** What a catalogue must have to be one. */
  static final Columns<CatalogueField> COLUMNS =
      new Columns<>() {
        @Override
        public Optional<CatalogueField> of(String heading) {
          return Spelling.of(heading).stream()
              .flatMap(
                  letters ->
                      Arrays.stream(values()).filter(field -> field.headings.contains(letters)))
              .findFirst();
        }

        @Override
        public boolean areEnough(Set<CatalogueField> columns) {
          return columns.contains(FILE_NUMBER) && columns.size() > 1;
        }

        @Override
        public String needed() {
          return "档号 and at least one of 题名, 姓名, 身份证号, 参保号, 日期, 页数";
        }
      };
}
