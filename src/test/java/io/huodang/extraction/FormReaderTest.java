package io.huodang.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huodang.recognition.Damage;
import io.huodang.recognition.InventedForm;
import io.huodang.recognition.InventedForm.Template;
import io.huodang.recognition.InventedPerson;
import io.huodang.recognition.TrainedData;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormReaderTest {
  private static FormReader reader;

  @TempDir Path directory;

  @BeforeAll
  static void loadEngine() {
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font (fonts-noto-cjk) to draw with");
    reader = FormReader.load(TrainedData.find(), Path.of("ingest/document-types"));
  }

  @AfterAll
  static void closeEngine() {
    if (reader != null) {
      reader.close();
    }
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({"GRID, 1", "LINES, 2", "UNKNOWN, 3", "BOXES, 9"})
  void findsTheKeyFieldsOfAPersonByTheirLabels(Template template, long seed) throws IOException {
    InventedForm form = InventedForm.of(template, seed);

    PageOutcome.Read page = read(form.picture());

    InventedPerson person = form.person();
    assertThat(value(page, "personName")).isEqualTo(person.name());
    assertThat(value(page, "citizenId")).isEqualTo(person.citizenId());
    assertThat(value(page, "insuredNumber")).isEqualTo(person.insuredNumber());
    assertThat(value(page, "employerName")).isEqualTo(person.employer());
    assertThat(field(page, "citizenId").confidence()).isGreaterThan(0.98);
  }

  @Test
  void knowsAFormByItsHeading() throws IOException {
    PageOutcome.Read known = read(InventedForm.of(Template.GRID, 4).picture());
    PageOutcome.Read unknown = read(InventedForm.of(Template.UNKNOWN, 4).picture());

    assertThat(known.title()).isEqualTo("企业职工退休审批表");
    assertThat(known.documentType()).isEqualTo("pension-retirement-approval");
    assertThat(unknown.title()).isEqualTo("职工疗养登记卡片");
    assertThat(unknown.documentType()).isNull();
  }

  @Test
  void readsALabelThatIsWrittenFromTopToBottom() throws IOException {
    PageOutcome.Read page = read(InventedForm.of(Template.GRID, 5).picture());

    assertThat(page.text().text().lines()).contains("单位意见");
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void readsNumbersOnADamagedPageWhereTheyStandOnTheMaster(Damage damage) throws IOException {
    InventedForm form = InventedForm.of(Template.GRID, 6);
    BufferedImage damaged = damage.on(form.picture(), 6);

    PageOutcome.Read page = read(damaged);

    assertThat(value(page, "citizenId")).isEqualTo(form.person().citizenId());
    assertThat(value(page, "insuredNumber")).isEqualTo(form.person().insuredNumber());
    for (String field : List.of("personName", "citizenId", "insuredNumber")) {
      Rectangle drawn = damage.place(form.picture(), 6, form.place(field));
      assertThat(overlap(field(page, field), drawn)).as(field).isGreaterThan(0.6);
    }
    assertThat(page.rotation())
        .isEqualTo(
            switch (damage) {
              case UPSIDE_DOWN -> 180;
              case LYING -> 90;
              case NONE, SEAL, SKEW, SPECKLE, BLUR, NEGATIVE -> 0;
            });
    assertThat(page.skew()).isCloseTo(damage == Damage.SKEW ? 2 : 0, within(0.2));
  }

  @Test
  void readsEveryPersonOfARoster() throws IOException {
    InventedForm form = InventedForm.of(Template.ROSTER, 7);

    PageOutcome.Read page = read(form.picture());

    assertThat(page.documentType()).isEqualTo("insured-persons-roster");
    assertThat(page.people()).hasSameSizeAs(form.people());
    assertThat(page.people())
        .extracting(PersonRow::citizenId)
        .containsExactlyElementsOf(form.people().stream().map(InventedPerson::citizenId).toList());
    assertThat(page.people())
        .extracting(PersonRow::insuredNumber)
        .containsExactlyElementsOf(
            form.people().stream().map(InventedPerson::insuredNumber).toList());
    assertThat(page.fields()).extracting(FieldReading::name).doesNotContain("citizenId");
  }

  @Test
  void knowsTheColumnsOfARosterWhoseHeadingIsGone() throws IOException {
    InventedForm form = InventedForm.of(Template.ROSTER, 7);
    Graphics2D stain = form.picture().createGraphics();
    stain.setColor(Color.WHITE);
    stain.fillRect(310, 470, 1000, 95);
    stain.dispose();

    PageOutcome.Read page = read(form.picture());

    assertThat(page.people())
        .extracting(PersonRow::personName, PersonRow::citizenId)
        .containsExactlyElementsOf(
            form.people().stream()
                .map(person -> tuple(person.name(), person.citizenId()))
                .toList());
  }

  @Test
  void findsWhichWayIsUpOnAListFullOfNumbers() {
    Path list = Path.of("ingest/samples/single/2024-11-花名册.jpg");

    PageOutcome outcome = reader.read(new PageRequest(list, 1, directory, Set.of(), true, -1));

    assertThat(((PageOutcome.Read) outcome).people()).hasSize(22);
  }

  @Test
  void saysThatAnEmptyPageIsBlank() throws IOException {
    BufferedImage white = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
    white.createGraphics().fillRect(0, 0, 1240, 1754);

    PageOutcome.Read page = read(white);

    assertThat(page.blank()).isTrue();
    assertThat(page.fields()).isEmpty();
  }

  @Test
  void makesUprightPicturesOfTheRightSize() throws IOException {
    InventedForm form = InventedForm.of(Template.GRID, 8);
    Path file = write(Damage.LYING.on(form.picture(), 8));

    PageOutcome outcome =
        reader.read(
            new PageRequest(file, 1, directory, Set.of("thumb", "screen", "full"), false, 90));

    PageOutcome.Read page = (PageOutcome.Read) outcome;
    assertThat(page.derivatives()).hasSize(3);
    for (Derivative derivative : page.derivatives()) {
      BufferedImage picture = ImageIO.read(directory.resolve(derivative.fileName()).toFile());
      assertThat(picture.getWidth()).isEqualTo(derivative.width());
      assertThat(picture.getHeight()).isEqualTo(derivative.height());
    }
    assertThat(page.derivatives())
        .extracting(Derivative::kind, Derivative::height)
        .contains(tuple("screen", 2000), tuple("full", InventedForm.HEIGHT));
  }

  @Test
  void refusesAPageThatIsNoPicture() throws IOException {
    Path file = Files.writeString(directory.resolve("scan.tif"), "not a picture");

    PageOutcome outcome =
        reader.read(new PageRequest(file, 1, directory, Set.of("thumb"), true, -1));

    assertThat(outcome).isInstanceOf(PageOutcome.Refused.class);
    assertThat(((PageOutcome.Refused) outcome).code()).isEqualTo("no-pages");
  }

  private PageOutcome.Read read(BufferedImage picture) throws IOException {
    return (PageOutcome.Read)
        reader.read(new PageRequest(write(picture), 1, directory, Set.of(), true, -1));
  }

  private Path write(BufferedImage picture) throws IOException {
    Path file = directory.resolve("page.png");
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  private static FieldReading field(PageOutcome.Read page, String name) {
    return page.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + page.text().text()));
  }

  private static String value(PageOutcome.Read page, String name) {
    return field(page, name).value();
  }

  /** Shared area as a part of the area of both together. */
  private static double overlap(FieldReading field, Rectangle drawn) {
    Rectangle found =
        new Rectangle(field.box().x(), field.box().y(), field.box().width(), field.box().height());
    Rectangle shared = found.intersection(drawn);
    if (shared.isEmpty()) {
      return 0;
    }
    double both = shared.getWidth() * shared.getHeight();
    return both
        / (found.getWidth() * found.getHeight() + drawn.getWidth() * drawn.getHeight() - both);
  }
}
