package io.huodang.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.recognition.Area;
import io.huodang.recognition.Glyph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in lines as an engine reads them, set in squares; a space is an empty one. */
class SentencesTest {
  private static final int SQUARE = 40;

  private final DocumentTypes types = DocumentTypes.load(Path.of("ingest/document-types"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "兹证明王建国（身份证号：37108119600101123X）自1980年至今在我单位工作。|王建国",
        "我单位职工周宁，女，公民身份号码37108119600101123X，社会保险个人编号8014445059。|周宁",
        "本人欧阳海燕，身份证号码为37108119600101123X，档案遗失，特此说明。|欧阳海燕",
        "范春玲同志，女，身份证号37108119600101123X，系我单位职工。|范春玲",
        "兹有于建军性别男身份证号码37108119600101123X个人编号8014445059在我市参加。|于建军",
        "姓名 王建国 性别 男 个人编号 8014445059 身份证号 37108119600101123X|王建国",
        "姓名王建国性别男个人编号8014445059|王建国",
        "姓名：王  伟    性别：男|王伟",
        "乙方（劳动者）：王建国    性别：男|王建国",
        "被保险人阿依古丽·买买提，女，身份证号码37108119600101123X|阿依古丽·买买提",
      })
  void aPersonIsNamed(String line, String name) {
    assertThat(find("personName", line)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "甲方（盖章）：        乙方（签字）：|",
        "情况属实，特此证明。|石桥市社会保险事业服务中心",
        "此证明涉及个人信息，请妥善保管。|",
        "职工基本养老保险    201401-201912    35|",
        "申请人签字指印：|",
      })
  void whatOnlyLooksLikeANameIsNone(String line, @Nullable String next) {
    assertThat(find("personName", next == null ? new String[] {line} : new String[] {line, next}))
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "社会保险个人编号8014445059，系我单位职工",
    "姓名王建国性别男个人编号8014445059",
    "个人参保号为8014445059",
  })
  void aNumberStandsBehindItsLabelInASentence(String line) {
    assertThat(find("insuredNumber", line)).isEqualTo("8014445059");
  }

  @Test
  void aNumberGoesOnInTheNextLineWhereTheLineIsFull() {
    String[] sentence = {"我单位职工周宁，女，个人编号80144", "45059，1980年参加工作，现为会计。"};
    assertThat(find("insuredNumber", sentence)).isEqualTo("8014445059");
  }

  private @Nullable String find(String field, String... lines) {
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      passages.add(passage(glyphs(lines[i], i)));
    }
    Passage letter = passage(passages.stream().flatMap(line -> line.glyphs().stream()).toList());
    FieldFinder finder = new FieldFinder(passages, letter, types.general());
    FieldRule rule =
        types.general().rules().stream()
            .filter(one -> one.name().equals(field))
            .findFirst()
            .orElseThrow();
    return finder.find(rule).map(FieldFinder.Found::value).orElse(null);
  }

  private static List<Glyph> glyphs(String line, int number) {
    List<Glyph> glyphs = new ArrayList<>();
    int left = 0;
    int top = 2 * SQUARE * number;
    for (char c : line.toCharArray()) {
      int width = c < 0x80 ? SQUARE / 2 : SQUARE;
      if (c != ' ') {
        Area area = new Area(left, top, left + width, top + SQUARE);
        glyphs.add(new Glyph(String.valueOf(c), area, 0.99, false));
      }
      left += c == ' ' ? SQUARE : width;
    }
    return glyphs;
  }

  private static Passage passage(List<Glyph> glyphs) {
    StringBuilder text = new StringBuilder();
    glyphs.forEach(glyph -> text.append(glyph.text()));
    Area area = glyphs.stream().map(Glyph::area).reduce(Area::and).orElseThrow();
    return new Passage(area, false, List.of(), text.toString(), glyphs);
  }
}
