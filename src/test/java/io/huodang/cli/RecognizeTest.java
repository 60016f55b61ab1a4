package io.huodang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huodang.recognition.InventedForm;
import io.huodang.recognition.InventedForm.Template;
import io.huodang.recognition.InventedPerson;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecognizeTest {
  private final InventedPerson person = InventedForm.of(Template.LINES, 21).person();

  @TempDir Path directory;

  @BeforeEach
  void deliverAFormAndALetter() throws IOException {
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font (fonts-noto-cjk) to draw with");
    Path folder = Files.createDirectories(directory.resolve("batch/a"));
    ImageIO.write(
        InventedForm.of(Template.LINES, 21).picture(), "png", folder.resolve("1.png").toFile());
    Files.writeString(folder.resolve("2.tif"), "not a picture");
  }

  @Test
  void writesOneDocumentAboutEveryFileOfAFolder() {
    JsonNode document = recognize();

    assertThat(document.get("engine").asString()).startsWith("tesseract 5").endsWith("chi_sim");
    JsonNode form = document.get("files").get(0);
    assertThat(form.get("file").asString()).endsWith("batch/a/1.png");
    assertThat(form.get("state").asString()).isEqualTo("ok");
    assertThat(form.get("reason").isNull()).isTrue();
    assertThat(form.get("documentType").asString()).isEqualTo("contribution-certificate");
    assertThat(form.get("pages").get(0).get("text").asString()).contains(person.citizenId());
    assertThat(field(form, "citizenId").get("value").asString()).isEqualTo(person.citizenId());
    assertThat(field(form, "citizenId").get("box")).hasSize(4);
    assertThat(field(form, "citizenId").get("page").asInt()).isEqualTo(1);
  }

  @Test
  void keepsAFileThatIsNoPictureWithAReason() {
    JsonNode letter = recognize().get("files").get(1);

    assertThat(letter.get("state").asString()).isEqualTo("quarantined");
    assertThat(letter.get("reason").asString()).isEqualTo("not-as-named");
    assertThat(letter.get("pages")).isEmpty();
  }

  @Test
  void takesTheNameFromTheRosterWhereTheNumberLeavesNoDoubt() throws IOException {
    // The roster knows a rare character in the place of one that was printed.
    String known = person.name().charAt(0) + "喆";
    Path roster = directory.resolve("roster.csv");
    Files.writeString(
        roster,
        "姓名,身份证号,参保号\n" + known + "," + person.citizenId() + "," + person.insuredNumber() + "\n",
        Charset.forName("GB18030"));

    JsonNode name =
        field(recognize("--roster", roster.toString()).get("files").get(0), "personName");

    assertThat(name.get("value").asString()).isEqualTo(known);
    assertThat(name.get("source").asString()).isEqualTo("roster");
    assertThat(name.get("alternatives").get(0).asString()).isEqualTo(person.name());
  }

  @Test
  void leavesAPictureOfEachStepAndAPageThatShowsWhatWasRead() throws IOException {
    Path same = Files.createDirectories(directory.resolve("batch/b"));
    Files.copy(directory.resolve("batch/a/1.png"), same.resolve("1.png"));
    Path debug = directory.resolve("debug");

    recognize("--debug", debug.toString());

    for (String step :
        List.of("1-delivered", "2-clean", "3-straight", "4-grid", "5-lines", "6-characters")) {
      assertThat(debug.resolve("a/1.png-p1-" + step + ".jpg")).exists();
      assertThat(debug.resolve("b/1.png-p1-" + step + ".jpg")).exists();
    }
    String page = Files.readString(debug.resolve("index.html"));
    assertThat(page).contains(person.citizenId(), "not-as-named");
    Matcher links = Pattern.compile("(?:href|src)=\"([^\"]+)\"").matcher(page);
    assertThat(links.results().map(link -> link.group(1)).distinct().toList())
        .contains("a/1.png-p1-7-fields.jpg", "b/1.png-p1-value-citizenId.jpg")
        .allSatisfy(link -> assertThat(debug.resolve(link)).exists());
  }

  @Test
  void marksWhatWasReadWrongWhenTheTruthIsKnown() throws IOException {
    String id = person.citizenId();
    String other = (id.charAt(0) == '9' ? '8' : '9') + id.substring(1);
    Files.writeString(
        directory.resolve("batch/truth.json"),
        """
        {"1": {"lines": [], "fields": {"name": "%s", "id": "%s", "ins": "<b>%s"}}}
        """
            .formatted(person.name(), other, person.insuredNumber()));
    Path debug = directory.resolve("debug");

    recognize("--debug", debug.toString());

    String page = Files.readString(debug.resolve("index.html"));
    assertThat(page)
        .contains("<del>" + id.charAt(0) + "</del><ins>" + other.charAt(0) + "</ins>")
        .contains("1/1 · 100 %", "0/1 · 0 %")
        .contains("<ins>&lt;b&gt;</ins>")
        .doesNotContain("<b>" + person.insuredNumber());
  }

  @Test
  void failsInOneLineWhenAFileDoesNotExist() {
    int status =
        new CommandLine(new Recognize())
            .execute(directory.resolve("none").toString(), "--out", out().toString());

    assertThat(status).isEqualTo(1);
    assertThat(out()).doesNotExist();
  }

  private Path out() {
    return directory.resolve("out.json");
  }

  private JsonNode recognize(String... more) {
    String[] arguments = new String[more.length + 5];
    arguments[0] = directory.resolve("batch").toString();
    arguments[1] = "--out";
    arguments[2] = out().toString();
    arguments[3] = "--threads";
    arguments[4] = "1";
    System.arraycopy(more, 0, arguments, 5, more.length);
    assertThat(new CommandLine(new Recognize()).execute(arguments)).isZero();
    return JsonMapper.shared().readTree(out().toFile());
  }

  private static JsonNode field(JsonNode file, String name) {
    return file.get("fields")
        .valueStream()
        .filter(field -> field.get("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
