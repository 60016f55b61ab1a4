package io.huodang.cli;

import io.huodang.cli.SeenPage.Row;
import io.huodang.cli.SeenPage.Step;
import io.huodang.cli.SeenPage.Value;
import io.huodang.cli.SeenPage.Verdict;
import io.huodang.extraction.FormKinds;
import io.huodang.extraction.PageOutcome;
import io.huodang.extraction.PersonRow;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes {@code index.html} of a debug folder: what was read, with pieces of the pages. */
final class ReadingReport {
  private static final List<String> STEPS =
      List.of(
          "1-delivered", "2-clean", "3-straight", "4-grid", "5-lines", "6-characters", "7-fields");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final DebugFolder folder;
  private final Truth truth;
  private final KnownPersons known;

  ReadingReport(DebugFolder folder, Truth truth, KnownPersons known) {
    this.folder = folder;
    this.truth = truth;
    this.known = known;
  }

  /** Writes the page and says where it is. */
  Path write(Recognition recognition) throws IOException {
    List<SeenPage> pages =
        recognition.seen().stream()
            .filter(seen -> !truth.isToldBy(seen.path()))
            .flatMap(seen -> pagesOf(seen).stream())
            .toList();
    Context context = new Context(Locale.ROOT);
    context.setVariable("engine", recognition.report().engine());
    context.setVariable("summary", recognition.summary());
    context.setVariable("at", TIME.format(LocalDateTime.now()));
    context.setVariable("pages", pages);
    context.setVariable("tallies", Tallies.of(pages));
    context.setVariable("told", !truth.isEmpty());
    context.setVariable(
        "words", new ReportWords(FormKinds.load(Installation.folder("ingest/document-types"))));
    Path page = folder.page();
    try (Writer out = Files.newBufferedWriter(page)) {
      engine().process("io/huodang/cli/reading-report.html", context, out);
    }
    return page;
  }

  private static SpringTemplateEngine engine() {
    ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
    templates.setCharacterEncoding("UTF-8");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(templates);
    return engine;
  }

  private List<SeenPage> pagesOf(Recognition.Seen seen) {
    RecognizedFile file = seen.file();
    String name = folder.nameOf(seen.path());
    if (seen.pages().isEmpty()) {
      return List.of(
          new SeenPage(
              name,
              0,
              file.state(),
              file.reason(),
              null,
              null,
              null,
              List.of(),
              List.of(),
              List.of(),
              List.of()));
    }
    List<SeenPage> pages = new ArrayList<>();
    for (int page = 1; page <= seen.pages().size(); page++) {
      pages.add(page(seen.path(), name, page, seen.pages().get(page - 1)));
    }
    return pages;
  }

  private SeenPage page(Path path, String name, int page, PageOutcome outcome) {
    Optional<KnownPage> told = truth.of(path, page);
    String type = told.map(KnownPage::documentType).orElse(null);
    String damage = told.map(KnownPage::group).orElse(null);
    Path stem = folder.stem(path, page);
    return switch (outcome) {
      case PageOutcome.Refused refused ->
          new SeenPage(
              name,
              page,
              "quarantined",
              refused.code(),
              null,
              type,
              damage,
              List.of(),
              values(told, List.of(), stem),
              List.of(),
              told.map(KnownPage::people).orElse(List.of()));
      case PageOutcome.Read read -> {
        List<RecognizedFile.Field> fields = known.settle(RecognizedFile.fieldsOf(page, read));
        Rows rows = new Rows(told.map(KnownPage::people).orElse(null));
        yield new SeenPage(
            name,
            page,
            read.flag() == null ? "ok" : "flagged",
            read.flag(),
            read,
            type,
            damage,
            steps(stem),
            values(told, fields, stem),
            rows.of(page, read, stem),
            rows.missed());
      }
    };
  }

  private List<Step> steps(Path stem) {
    return STEPS.stream()
        .flatMap(step -> folder.link(stem, step).map(link -> new Step(step, link)).stream())
        .toList();
  }

  /** What was read, and behind it what should have been. */
  private List<Value> values(
      Optional<KnownPage> told, List<RecognizedFile.Field> fields, Path stem) {
    Map<String, String> there = told.map(KnownPage::fields).orElse(Map.of());
    List<Value> values = new ArrayList<>();
    SequencedSet<String> missing = new LinkedHashSet<>(there.keySet());
    for (RecognizedFile.Field field : fields) {
      missing.remove(field.name());
      String right = there.get(field.name());
      values.add(
          new Value(
              field.name(),
              field.value(),
              field.confidence(),
              field.source(),
              field.alternatives(),
              folder.link(stem, "value-" + field.name()).orElse(null),
              right,
              told.isEmpty() ? Verdict.UNTOLD : verdict(field, right),
              differences(field.value(), right)));
    }
    for (String name : missing) {
      values.add(
          new Value(name, "", 0, "", List.of(), null, there.get(name), Verdict.MISSED, List.of()));
    }
    return values;
  }

  /** A truth tells every key that stands on a page; of other fields perhaps nothing. */
  private static Verdict verdict(RecognizedFile.Field field, @Nullable String right) {
    if (right == null) {
      return Reading.KEYS.contains(field.name()) ? Verdict.INVENTED : Verdict.UNTOLD;
    }
    return right.equals(field.value()) ? Verdict.RIGHT : Verdict.WRONG;
  }

  private static List<Difference.Run> differences(@Nullable String read, @Nullable String right) {
    return right == null || right.equals(read)
        ? List.of()
        : Difference.between(read == null ? "" : read, right);
  }

  /** Holds the rows of a list against the ID numbers that stand there, each of them once. */
  private final class Rows {
    private final boolean told;
    private final List<String> left;

    Rows(@Nullable List<String> there) {
      this.told = there != null && !there.isEmpty();
      this.left = new ArrayList<>(there == null ? List.of() : there);
    }

    List<Row> of(int page, PageOutcome.Read read, Path stem) {
      List<RecognizedFile.Person> people =
          RecognizedFile.peopleOf(page, read).stream().map(known::settle).toList();
      List<String> right =
          people.stream().map(RecognizedFile.Person::citizenId).filter(left::remove).toList();
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < people.size(); i++) {
        RecognizedFile.Person person = people.get(i);
        PersonRow as = read.people().get(i);
        String id = person.citizenId();
        boolean isRight = id != null && right.contains(id);
        String there = isRight ? id : nearest(id);
        rows.add(
            new Row(
                person.row(),
                person.personName(),
                id,
                person.insuredNumber(),
                as.confidence(),
                folder.link(stem, "row-" + person.row()).orElse(null),
                there,
                !told ? Verdict.UNTOLD : isRight ? Verdict.RIGHT : Verdict.WRONG,
                differences(id, there)));
      }
      return rows;
    }

    /** The number that was most likely meant; it is not asked for again. */
    private @Nullable String nearest(@Nullable String read) {
      int[] characters = CharacterErrors.counted(read == null ? "" : read);
      Optional<String> nearest =
          left.stream()
              .min(
                  Comparator.comparingInt(
                      there ->
                          CharacterErrors.between(CharacterErrors.counted(there), characters)));
      nearest.ifPresent(left::remove);
      return nearest.orElse(null);
    }

    List<String> missed() {
      return List.copyOf(left);
    }
  }
}
