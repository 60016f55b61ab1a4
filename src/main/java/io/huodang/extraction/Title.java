package io.huodang.extraction;

import io.huodang.recognition.Area;
import io.huodang.recognition.ReadLine;
import io.huodang.recognition.ReadPage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the printed heading of a form: the largest print in its upper part. */
final class Title {
  private static final double UPPER_PART = 0.4;
  private static final String ENDINGS = "表单书证册明凭据函知定录";

  private Title() {}

  static Optional<String> of(ReadPage page) {
    List<ReadLine> upper =
        page.lines().stream()
            .filter(line -> line.area().top() < UPPER_PART * page.height())
            .filter(line -> line.area().width() > 2 * line.area().height())
            .filter(line -> chinese(line.text()) >= 4)
            .filter(line -> line.confidence() > 0.5)
            .toList();
    return upper.stream()
        .max(Comparator.comparingDouble(line -> score(line, page)))
        .map(line -> Characters.text(line.text()));
  }

  private static double score(ReadLine line, ReadPage page) {
    Area area = line.area();
    double centred = Math.abs(area.middleX() - page.width() / 2.0) < 0.08 * page.width() ? 1.15 : 1;
    String text = line.text();
    double ending = ENDINGS.indexOf(text.charAt(text.length() - 1)) >= 0 ? 1.3 : 1;
    double free = line.cell() < 0 ? 1.15 : 1;
    return area.height() * centred * ending * free;
  }

  private static long chinese(String text) {
    return text.codePoints().filter(Character::isIdeographic).count();
  }
}
