package io.huodang.extraction;

import java.util.List;

/** Words that stand on forms where a name might stand, and never in a name. */
final class FormWords {
  private static final List<String> WORDS =
      List.of(
          "签字", "签名", "签章", "盖章", "公章", "手印", "指印", "信息", "单位", "日期", "号码", "编号", "证明", "证件", "身份",
          "公民", "养老", "医疗", "保险", "社会", "职工", "经办", "意见", "复印", "本人", "申请", "审核", "备注", "性别", "民族",
          "出生", "姓名", "电话", "地址", "住址", "基本", "情况", "缴费", "参保", "待遇", "人员", "类别", "关系", "工作", "时间",
          "填表", "名称", "部门", "户口", "户籍", "退休", "年龄", "学历", "职务", "岗位", "以上", "以下", "如下", "市", "县",
          "局", "厂", "公司");

  private FormWords() {}

  static boolean areIn(String read) {
    return WORDS.stream().anyMatch(read::contains);
  }
}
