package io.huodang.samples.forms;

import static io.huodang.samples.Entry.label;

import io.huodang.invented.Draw;
import io.huodang.samples.Entry;
import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;

/** 案卷封面. */
final class VolumeCover implements Form {
  @Override
  public void draw(Sheet sheet, Occasion occasion) {
    Draw draw = sheet.draw();
    int left = draw.between(360, 440);
    int right = sheet.width() - left;
    int year = occasion.date().getYear();
    String files = draw.one("退休审批材料", "工伤认定材料", "参保登记材料");
    sheet.heading(Wording.agency(), 620, 1.6);
    sheet.heading("案卷", 900, 2.4);
    int y = 1200;
    y =
        sheet.paragraph(
            left,
            right,
            y,
            label("案卷题名："),
            Entry.field("volumeTitle", "%s%d年%s".formatted(occasion.person().name(), year, files))
                .underlined());
    y =
        sheet.paragraph(
            left,
            right,
            y + 80,
            label("起止时间："),
            Entry.filled("%d年1月至%d年12月".formatted(year, year)).underlined());
    y =
        sheet.paragraph(
            left,
            right,
            y + 80,
            label("件数："),
            Entry.filled("" + draw.between(3, 40)).underlined(),
            label("件    页数："),
            Entry.filled("" + draw.between(40, 220)).underlined(),
            label("页"));
    y =
        sheet.paragraph(
            left,
            right,
            y + 80,
            label("保管期限："),
            Entry.filled(draw.one("100年", "50年", "永久")).underlined());
    sheet.paragraph(
        left,
        right,
        y + 80,
        label("档号："),
        Entry.field("fileNumber", "3718-YW·%d-D100-%04d".formatted(year, draw.between(1, 999)))
            .underlined());
  }
}
