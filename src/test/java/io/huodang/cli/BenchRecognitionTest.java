package io.huodang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huodang.recognition.InventedForm;
import io.huodang.recognition.InventedForm.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class BenchRecognitionTest {
  @TempDir Path directory;

  @Test
  void countsPrintByClassAndStateAndHandwritingApart() throws Exception {
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font (fonts-noto-cjk) to draw with");
    write(
        page("grid.png", Template.GRID, 3, "ruled", "clean", false),
        page("lines.png", Template.LINES, 21, "letter", "speckle", false),
        page("hand.png", Template.GRID, 4, "ruled", "clean", true));

    BenchRecognition.Result result =
        CommandLine.populateCommand(
                new BenchRecognition(), directory.toString(), "--threads", "1", "--ocrmypdf", "0")
            .measured();

    assertThat(result.byClass())
        .filteredOn(score -> score.reader().equals("huodang"))
        .extracting(Score::pages, Score::count)
        .containsExactly(
            tuple("letter, damaged", 1),
            tuple("ruled, clean", 1),
            tuple("all print", 2),
            tuple("by hand, clean", 1));
    assertThat(result.byDamage()).extracting(Score::pages).containsOnly("clean", "speckle");
    assertThat(result.byDamage()).extracting(Score::count).containsOnly(1);
    assertThat(result.byClass())
        .allSatisfy(
            score -> {
              assertThat(score.anyOrder()).isLessThanOrEqualTo(score.cer());
              assertThat(score.ids()).isEqualTo(new Score.Share(score.count(), score.count()));
              assertThat(score.pagesPerMinute()).isPositive();
              assertThat(score.cpuSeconds()).isPositive();
              boolean ours = score.reader().equals("huodang");
              assertThat(score.slowerThanUs() == null).isEqualTo(ours);
              assertThat(score.preparing() != null).isEqualTo(ours);
            });
  }

  @Test
  void tellsMisreadingFromMisordering() {
    int[] printed = CharacterErrors.counted("姓名：张三 性别：男");

    assertThat(CharacterErrors.inAnyOrder(printed, CharacterErrors.counted("性别男姓名张三"))).isZero();
    assertThat(CharacterErrors.between(printed, CharacterErrors.counted("性别男姓名张三"))).isPositive();
    assertThat(CharacterErrors.inAnyOrder(printed, CharacterErrors.counted("性别男姓名张王"))).isOne();
    assertThat(CharacterErrors.inAnyOrder(printed, CharacterErrors.counted("姓名张三性别男男男")))
        .isEqualTo(2);
    assertThat(CharacterErrors.inAnyOrder(printed, CharacterErrors.counted(""))).isEqualTo(7);
  }

  @Test
  void takesListsOfTruthsWithoutClassesByTheirType() {
    assertThat(PageClass.of(null, "insured-persons-roster")).isEqualTo(PageClass.LIST);
    assertThat(PageClass.of(null, "worker-recruitment")).isEqualTo(PageClass.FORM);
    assertThat(PageClass.of(null, null)).isEqualTo(PageClass.FORM);
    assertThat(PageClass.of("letter", "insured-persons-roster")).isEqualTo(PageClass.LETTER);
  }

  private static org.assertj.core.groups.Tuple tuple(String pages, int count) {
    return org.assertj.core.api.Assertions.tuple(pages, count);
  }

  private Map<String, Object> page(
      String file, Template template, long seed, String pageClass, String damage, boolean byHand)
      throws Exception {
    InventedForm form = InventedForm.of(template, seed);
    ImageIO.write(form.picture(), "png", directory.resolve(file).toFile());
    return Map.of(
        "file",
        file,
        "pages",
        List.of(
            Map.of(
                "page",
                1,
                "documentType",
                "unknown",
                "class",
                pageClass,
                "damage",
                damage,
                "byHand",
                byHand,
                "fields",
                Map.of("citizenId", form.person().citizenId()),
                "people",
                List.of(),
                "lines",
                List.of("公民身份号码", form.person().citizenId()))));
  }

  @SafeVarargs
  private void write(Map<String, Object>... files) throws Exception {
    Files.write(
        directory.resolve("truth.json"),
        JsonMapper.shared().writeValueAsBytes(Map.of("files", List.of(files))));
  }
}
