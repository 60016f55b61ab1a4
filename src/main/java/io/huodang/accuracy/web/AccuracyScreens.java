package io.huodang.accuracy.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.accuracy.Accuracy;
import io.huodang.accuracy.Cell;
import io.huodang.accuracy.Choice;
import io.huodang.accuracy.Dimension;
import io.huodang.accuracy.Figure;
import io.huodang.accuracy.Misreading;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How well pages are read, and what was not; addresses hold codes and ids only. */
@Controller
@Needs(Action.SEE_ACCURACY)
class AccuracyScreens {
  private static final int ROWS = 50;

  private final Accuracy accuracy;
  private final AccuracyWords words;

  AccuracyScreens(Accuracy accuracy, AccuracyWords words) {
    this.accuracy = accuracy;
    this.words = words;
  }

  /** A misreading as the screen shows it; what was read, and what the person says. */
  public record Line(MisreadingDocument of, Marked read, Marked said, ZonedDateTime at) {
    static Line of(Misreading misreading) {
      MisreadingDocument shown = MisreadingDocument.of(misreading);
      String read = Objects.requireNonNullElse(misreading.read(), "");
      String shownRead = Objects.requireNonNullElse(shown.read(), "");
      return new Line(
          shown,
          Marked.of(read, misreading.said(), shownRead),
          Marked.of(misreading.said(), read, shown.said()),
          misreading.at().atZone(ZoneId.systemDefault()));
    }
  }

  @GetMapping("/accuracy")
  String accuracy(@ModelAttribute ChoiceForm form, Model model) {
    List<Figure> figures = accuracy.figures(form.choice());
    FigureTable all = FigureTable.of(Dimension.ALL, figures);
    model.addAttribute("form", form);
    model.addAttribute("words", words);
    model.addAttribute("columns", FigureTable.COLUMNS);
    model.addAttribute("titles", accuracy.batchTitles(figures));
    model.addAttribute("all", all.rows().isEmpty() ? null : all.rows().getFirst());
    model.addAttribute(
        "fields",
        figures.stream()
            .filter(figure -> figure.dimension() == Dimension.ALL)
            .sorted(Comparator.comparingInt(Figure::errors).reversed())
            .toList());
    model.addAttribute(
        "tables",
        Arrays.stream(Dimension.values())
            .filter(dimension -> dimension != Dimension.ALL)
            .map(dimension -> FigureTable.of(dimension, figures))
            .filter(table -> !table.rows().isEmpty())
            .toList());
    return "accuracy";
  }

  @GetMapping("/accuracy/misreadings")
  String misreadings(
      @RequestParam(defaultValue = "all") String by,
      @RequestParam(defaultValue = "all") String group,
      @RequestParam(defaultValue = Cell.ALL_FIELDS) String field,
      @RequestParam(required = false) @Nullable UUID cursor,
      @ModelAttribute ChoiceForm form,
      Viewer viewer,
      Model model,
      Locale locale) {
    Cell cell = new Cell(Dimension.of(by), group, field);
    Choice choice = form.choice();
    List<Misreading> found = accuracy.misreadings(viewer, choice, cell, cursor, ROWS + 1);
    List<Misreading> shown = found.subList(0, Math.min(ROWS, found.size()));
    model.addAttribute("form", form);
    model.addAttribute("cell", cell);
    model.addAttribute("words", words);
    model.addAttribute("group", words.group(cell.dimension(), group, titleOf(cell), locale));
    model.addAttribute("lines", shown.stream().map(Line::of).toList());
    model.addAttribute("older", found.size() > ROWS ? shown.getLast().id() : null);
    return "misreadings";
  }

  @PostMapping("/accuracy/export")
  void export(
      @ModelAttribute ChoiceForm form, Viewer viewer, Locale locale, HttpServletResponse response)
      throws IOException {
    List<Figure> figures = accuracy.export(viewer, form.choice());
    Map<String, String> titles = accuracy.batchTitles(figures);
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    String name = "huodang-accuracy-%s.csv".formatted(LocalDate.now(ZoneId.systemDefault()));
    response.setHeader(
        "Content-Disposition", ContentDisposition.attachment().filename(name).build().toString());
    Writer out = response.getWriter();
    AccuracyCsv csv = new AccuracyCsv(out);
    for (Figure figure : figures) {
      csv.write(figure, words.group(figure, titles, locale));
    }
    out.flush();
  }

  private Map<String, String> titleOf(Cell cell) {
    return cell.dimension() == Dimension.BATCH
        ? accuracy.batchTitles(
            List.of(new Figure(Dimension.BATCH, cell.group(), cell.field(), 0, 0, 0, 0, 0)))
        : Map.of();
  }
}
