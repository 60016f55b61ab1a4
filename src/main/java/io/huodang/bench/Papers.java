package io.huodang.bench;

import io.huodang.recognition.Box;
import io.huodang.recognition.PageText;
import io.huodang.recognition.TextLine;
import io.huodang.recognition.Word;
import io.huodang.vault.Holding;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What stands on invented papers. Many papers share a text: a few thousand different ones are kept
 * and handed out in turn, because it is their number and length that weigh on the index.
 */
final class Papers {
  private static final int DIFFERENT = 2_000;
  private static final List<String> TITLES =
      List.of(
          "企业职工退休审批表",
          "参保人员登记表",
          "个人账户转移单",
          "视同缴费年限预审表",
          "招收工人审批表",
          "职工工资调整审批表",
          "失业保险金申领表",
          "社会保险个人权益记录单",
          "工伤认定申请表",
          "灵活就业人员补贴申请表",
          "缴费基数申报表",
          "参保信息变更申请表");
  private static final List<String> SENTENCES =
      List.of(
          "经审核同意从次月起执行",
          "该同志符合国家规定的退休条件",
          "视同缴费年限累计计算",
          "本人承诺所填内容真实有效",
          "单位已公示七天无异议",
          "原始凭证齐全准予办理",
          "按照文件规定补缴基本养老保险费",
          "工作期间表现良好无处分",
          "档案材料记载的出生年月前后一致",
          "因组织机构调整调入本单位",
          "特殊工种累计年限符合要求",
          "请经办机构核定后予以确认",
          "个人账户储存额一并转移",
          "由主管部门签署意见并盖章",
          "自参加工作之日起连续计算工龄");

  /** A text, and where the vault keeps it. */
  record Text(String title, String phrase, String content, Sha256 sha256) {}

  private final List<Text> texts;
  private final int everyNth;

  private Papers(List<Text> texts, int everyNth) {
    this.texts = texts;
    this.everyNth = everyNth;
  }

  /**
   * Writes the different texts into a vault.
   *
   * @param everyNth how many papers it takes for one to have pages; the others have a title only
   */
  static Papers keptIn(Vault vault, Population population, int everyNth) throws IOException {
    Lot lot = new Lot(population.seed() + 1);
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < Math.min(DIFFERENT, population.people().size()); i++) {
      Lot own = lot.apart();
      String title = own.ranked(TITLES);
      List<String> lines = new ArrayList<>(List.of(title));
      lines.add("姓名" + own.one(population.people()).name());
      lines.add("单位名称" + own.ranked(population.employers()));
      String phrase = "批复" + own.between(1979, 2024) + "年第" + own.between(1, 9999) + "号";
      lines.add(phrase);
      int more = own.between(6, 30);
      for (int n = 0; n < more; n++) {
        lines.add(own.one(SENTENCES) + own.between(1, 31) + "日");
      }
      PageText text = new PageText("invented", lines.stream().map(Papers::line).toList());
      texts.add(
          new Text(
              title,
              phrase,
              String.join("\n", lines),
              vault.keep(Holding.PAGE_TEXT, text.compressed())));
    }
    return new Papers(texts, everyNth);
  }

  Text of(int paper) {
    return texts.get(paper % texts.size());
  }

  /** What stands on the n-th of the papers that have pages. */
  Text read(int n) {
    return of(n * everyNth);
  }

  /** Whether a paper has pages that were read. */
  boolean isRead(int paper) {
    return paper % everyNth == 0;
  }

  static TextLine line(String text) {
    int[] letters = text.codePoints().toArray();
    return new TextLine(
        IntStream.range(0, letters.length)
            .mapToObj(
                i ->
                    new Word(
                        Character.toString(letters[i]), new Box(100 + 50 * i, 100, 48, 48), 0.9))
            .toList());
  }
}
