package io.huodang.desk.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.desk.LastOpened;
import io.huodang.desk.Pile;
import io.huodang.desk.Piles;
import io.huodang.desk.SavedViews;
import io.huodang.desk.Waiting;
import io.huodang.keying.Keying;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What stands on someone's desk, and the lists to which its counts lead. */
@Controller
@Needs(Action.BE_SIGNED_IN)
class DeskScreens {
  private static final int ROWS = 50;

  private final Piles piles;
  private final SavedViews views;
  private final LastOpened lastOpened;
  private final Keying keying;

  DeskScreens(Piles piles, SavedViews views, LastOpened lastOpened, Keying keying) {
    this.piles = piles;
    this.views = views;
    this.lastOpened = lastOpened;
    this.keying = keying;
  }

  /** A pile as the desk shows it; keying is done on a screen of its own. */
  public record Tile(String word, String path, long count) {}

  /** The desk below the box; asked for apart, so that the box never waits for it. */
  @GetMapping("/desk")
  String desk(Viewer viewer, Model model) {
    model.addAttribute("tiles", tiles(viewer));
    boolean searches = viewer.may(Action.SEARCH);
    model.addAttribute("searches", searches);
    model.addAttribute("views", searches ? views.of(viewer) : List.of());
    model.addAttribute("opened", searches ? lastOpened.by(viewer) : List.of());
    return "parts/desk :: desk";
  }

  private List<Tile> tiles(Viewer viewer) {
    Stream<Tile> lists =
        piles.counts(viewer).entrySet().stream()
            .map(
                pile ->
                    new Tile(
                        pile.getKey().word(), "/waiting/" + pile.getKey().word(), pile.getValue()));
    Tile toKey = new Tile("keying", "/keying", keying.waiting(viewer).items());
    return Stream.concat(Stream.of(toKey), lists).filter(tile -> tile.count() > 0).toList();
  }

  /**
   * @param after only what came to wait after this one
   */
  @GetMapping("/waiting/{pile}")
  String waiting(
      @PathVariable String pile,
      @RequestParam(required = false) @Nullable UUID after,
      Viewer viewer,
      Model model) {
    Pile wanted = Pile.of(pile);
    List<Waiting> found = piles.list(viewer, wanted, after, ROWS + 1);
    List<Waiting> shown = found.subList(0, Math.min(ROWS, found.size()));
    model.addAttribute("pile", wanted.word());
    model.addAttribute("rows", shown.stream().map(row -> new WaitingRow(wanted, row)).toList());
    model.addAttribute("more", found.size() > ROWS ? shown.getLast().id() : null);
    model.addAttribute("first", after == null);
    return "waiting";
  }
}
