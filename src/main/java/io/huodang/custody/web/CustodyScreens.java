package io.huodang.custody.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.catalog.Item.ImageState;
import io.huodang.catalog.Item.PaperState;
import io.huodang.catalog.Location;
import io.huodang.catalog.Words;
import io.huodang.custody.Custody;
import io.huodang.custody.TrackChoice;
import io.huodang.custody.TrackCount;
import io.huodang.custody.TrackRow;
import io.huodang.search.Track;
import io.huodang.vocabulary.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Paper and image held against each other, of all or at one location: how many of which, which they
 * are, taken away; and a shelf that is moved.
 */
@Controller
class CustodyScreens {
  private static final int ROWS = 50;

  private final Custody custody;

  CustodyScreens(Custody custody) {
    this.custody = custody;
  }

  /** A number of the table, and the words of the list that it leads to. */
  public record Cell(String image, long items, boolean mismatch) {}

  @Needs(Action.SEE_TRACKS)
  @GetMapping("/tracks")
  String tracks(
      @ModelAttribute TrackForm form,
      @RequestParam(required = false) @Nullable UUID cursor,
      Viewer viewer,
      Model model) {
    TrackChoice choice = form.choice();
    List<TrackCount> counts = custody.counts(choice.below());
    List<TrackRow> found = custody.after(viewer, choice, cursor, ROWS + 1);
    List<TrackRow> shown = found.subList(0, Math.min(ROWS, found.size()));
    model.addAttribute("form", form);
    model.addAttribute("totals", totals(counts));
    model.addAttribute("table", table(counts));
    model.addAttribute("images", Arrays.stream(ImageState.values()).map(Words::of).toList());
    model.addAttribute("rows", shown);
    model.addAttribute("next", found.size() > ROWS ? shown.getLast().id() : null);
    if (choice.below() != null && viewer.may(Action.MOVE_SHELVES)) {
      model.addAttribute("standing", custody.countAt(choice.below()));
    }
    return "tracks";
  }

  /** Registers that a shelf was moved, and leads to where it stands now. */
  @Needs(Action.MOVE_SHELVES)
  @PostMapping("/tracks/move")
  String moveAll(
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam(defaultValue = "") String why,
      Viewer viewer,
      RedirectAttributes next) {
    try {
      Location target = TrackChoice.location(to);
      int moved = custody.moveAll(viewer, TrackChoice.location(from), target, why);
      next.addFlashAttribute("moved", moved);
      next.addAttribute("location", target.toString());
    } catch (Refusal refusal) {
      next.addFlashAttribute("refused", refusal.code());
      next.addAttribute("location", from);
    }
    return "redirect:/tracks";
  }

  @Needs(Action.SEE_TRACKS)
  @PostMapping("/tracks/export")
  void export(@ModelAttribute TrackForm form, Viewer viewer, HttpServletResponse response)
      throws IOException {
    TrackChoice choice = form.choice();
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    String name = "huodang-tracks-%s.csv".formatted(LocalDate.now(ZoneId.systemDefault()));
    response.setHeader(
        "Content-Disposition", ContentDisposition.attachment().filename(name).build().toString());
    Writer out = response.getWriter();
    TrackCsv csv = new TrackCsv(out);
    custody.export(viewer, choice, csv::write);
    out.flush();
  }

  /** Registers from the item's screen where its paper is, and leads back to it. */
  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/paper")
  String move(
      @PathVariable UUID id,
      @RequestParam String paper,
      @RequestParam(defaultValue = "") String location,
      @RequestParam(defaultValue = "") String why,
      Viewer viewer) {
    custody.move(
        viewer,
        id,
        TrackChoice.paper(paper),
        location.isBlank() ? null : TrackChoice.location(location),
        why);
    return "redirect:/items/" + id;
  }

  private static Map<String, Long> totals(List<TrackCount> counts) {
    Map<String, Long> totals = new LinkedHashMap<>();
    for (Track track : List.of(Track.MISMATCH, Track.PAPER_ONLY, Track.IMAGE_ONLY, Track.BOTH)) {
      totals.put(
          track.word(),
          counts.stream()
              .filter(count -> track.holds(count.paper(), count.image()))
              .mapToLong(TrackCount::items)
              .sum());
    }
    return totals;
  }

  /** A row for each state of the paper, a cell for each state of the image. */
  private static Map<String, List<Cell>> table(List<TrackCount> counts) {
    Map<PaperState, Map<ImageState, Long>> known = new EnumMap<>(PaperState.class);
    counts.forEach(
        count ->
            known
                .computeIfAbsent(count.paper(), _ -> new EnumMap<>(ImageState.class))
                .put(count.image(), count.items()));
    Map<String, List<Cell>> table = new LinkedHashMap<>();
    for (PaperState paper : PaperState.values()) {
      Map<ImageState, Long> row = known.getOrDefault(paper, Map.of());
      table.put(
          Words.of(paper),
          Arrays.stream(ImageState.values())
              .map(
                  image ->
                      new Cell(
                          Words.of(image),
                          row.getOrDefault(image, 0L),
                          Track.MISMATCH.holds(paper, image)))
              .toList());
    }
    return table;
  }
}
