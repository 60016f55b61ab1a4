package io.huodang.samples.forms;

import io.huodang.invented.Draw;
import io.huodang.samples.Entry;
import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;
import io.huodang.samples.Table;

/** 卷内文件目录. */
final class VolumeContents implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    int left = draw.between(170, 230);
    sheet.heading(draw.one("卷内文件目录", "卷内目录"), 330);
    double[] weights = {0.6, 1.3, 1.6, 3, 1.3, 0.7, 0.8};
    int row = draw.between(120, 150);
    Table table = sheet.table(left, 430, sheet.width() - 2 * left);
    table.row(
        row,
        weights,
        Entry.label("顺序号"),
        Entry.label("文号"),
        Entry.label("责任者"),
        Entry.label("题名"),
        Entry.label("日期"),
        Entry.label("页号"),
        Entry.label("备注"));
    int page = 1;
    for (int i = 1; i <= draw.between(8, 16); i++) {
      String name = occasion.another(i).name();
      table.row(
          row,
          weights,
          Entry.filled("" + i),
          Entry.filled(
              draw.chance(0.3) ? "石人社〔%d〕%d号".formatted(occasion.date().getYear(), i) : ""),
          Entry.filled(draw.one("石桥市人社局", "石桥市社保中心")),
          Entry.filled(name + draw.one("退休审批表", "养老保险待遇核定表", "参保登记表", "工伤认定决定书")),
          Entry.filled(
              "%d%02d%02d"
                  .formatted(occasion.date().getYear(), draw.between(1, 12), draw.between(1, 28))),
          Entry.filled("" + page),
          Entry.filled(""));
      page += draw.between(1, 6);
    }
  }
}
