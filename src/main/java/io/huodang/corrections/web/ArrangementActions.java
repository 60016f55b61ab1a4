package io.huodang.corrections.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.catalog.Change;
import io.huodang.catalog.ChangedMeanwhile;
import io.huodang.catalog.Item;
import io.huodang.corrections.Arrangement;
import io.huodang.corrections.Rearranging;
import io.huodang.corrections.Rearranging.Rearranged;
import io.huodang.corrections.Removing;
import io.huodang.viewing.ItemDocument;
import io.huodang.viewing.Looks;
import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How an item's pages stand, put right at the strip of pages beside them. */
@Controller
class ArrangementActions {
  private final Looks looks;
  private final ItemView view;
  private final Arrangement arrangement;
  private final Rearranging rearranging;
  private final Removing removing;

  ArrangementActions(
      Looks looks,
      ItemView view,
      Arrangement arrangement,
      Rearranging rearranging,
      Removing removing) {
    this.looks = looks;
    this.view = view;
    this.arrangement = arrangement;
    this.rearranging = rearranging;
    this.removing = removing;
  }

  /**
   * Turns a page from how it is shown.
   *
   * @param degrees clockwise, a multiple of 90
   */
  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/pages/{page}/turn")
  String turn(
      Viewer viewer,
      AtItem at,
      @PathVariable UUID page,
      @RequestParam(defaultValue = "90") int degrees) {
    return show(viewer, at, revision -> arrangement.turn(viewer, at.id(), revision, page, degrees));
  }

  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/pages/{page}/blank")
  String blank(Viewer viewer, AtItem at, @PathVariable UUID page, @RequestParam boolean blank) {
    return show(
        viewer,
        at,
        revision -> arrangement.setPage(viewer, at.id(), revision, page, null, blank, null));
  }

  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/pages/order")
  String order(Viewer viewer, AtItem at, @RequestParam List<UUID> pages) {
    return show(
        viewer, at, revision -> arrangement.reorder(viewer, at.id(), revision, pages, null));
  }

  /** Items into which pages of this one may belong: those beside it, and those of its people. */
  @Needs(Action.CORRECT)
  @GetMapping("/items/{id}/beside")
  String beside(@PathVariable UUID id, Viewer viewer, Model model) {
    looks.atItem(viewer, id);
    model.addAttribute(
        "beside", rearranging.beside(viewer, id).stream().map(this::document).toList());
    return "parts/elsewhere :: beside";
  }

  private ItemDocument document(Item item) {
    return ItemDocument.of(item, looks.namesOf(List.of(item)));
  }

  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/split")
  String split(Viewer viewer, AtItem at, @RequestParam UUID page) {
    return show(
        viewer,
        at,
        revision ->
            elsewhere(at.model(), rearranging.split(viewer, at.id(), revision, page, null)));
  }

  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/pages/move")
  String move(
      Viewer viewer,
      AtItem at,
      @RequestParam List<UUID> pages,
      @RequestParam UUID to,
      @RequestParam(defaultValue = "") String why) {
    return show(
        viewer,
        at,
        revision ->
            elsewhere(
                at.model(),
                rearranging.move(
                    viewer, at.id(), revision, pages, to, null, ItemActions.blankAsNull(why))));
  }

  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/merge")
  String merge(
      Viewer viewer,
      AtItem at,
      @RequestParam UUID other,
      @RequestParam(required = false) @Nullable UUID before,
      @RequestParam(required = false) @Nullable UUID instead,
      @RequestParam(defaultValue = "") String why) {
    return show(
        viewer,
        at,
        revision ->
            Optional.of(
                rearranging
                    .merge(
                        viewer,
                        at.id(),
                        revision,
                        other,
                        new Rearranging.Place(before, instead),
                        ItemActions.blankAsNull(why))
                    .change()));
  }

  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/pages/{page}/remove")
  String removePage(
      Viewer viewer,
      AtItem at,
      @PathVariable UUID page,
      @RequestParam(defaultValue = "") String why) {
    return show(
        viewer,
        at,
        revision ->
            Optional.of(
                removing.removePage(
                    viewer, at.id(), revision, page, ItemActions.blankAsNull(why))));
  }

  /** Nothing of the item is left to be shown: the bin is, where it can be put back. */
  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/remove")
  String remove(Viewer viewer, AtItem at, @RequestParam(defaultValue = "") String why) {
    try {
      again(
          at.revision(),
          revision ->
              Optional.of(
                  removing.removeItem(viewer, at.id(), revision, ItemActions.blankAsNull(why))));
    } catch (Refusal refusal) {
      return refused(viewer, at, refusal);
    }
    at.response().setHeader("HX-Redirect", "/bin");
    return "parts/item-after :: gone";
  }

  private static Optional<Change> elsewhere(Model model, Rearranged made) {
    model.addAttribute("elsewhere", made.item());
    return Optional.of(made.change());
  }

  /** The screen after a change, or why there was none: then as the item is now. */
  private String show(Viewer viewer, AtItem at, Function<@Nullable Long, Optional<Change>> change) {
    try {
      Change made = again(at.revision(), change).orElse(null);
      return view.after(at.model(), looks.atItem(viewer, at.id()), made, at.locale());
    } catch (Refusal refusal) {
      return refused(viewer, at, refusal);
    }
  }

  /** Goes on by itself when it was the program alone that changed the item meanwhile. */
  private static Optional<Change> again(
      @Nullable Long seen, Function<@Nullable Long, Optional<Change>> change) {
    try {
      return OnceMore.make(() -> change.apply(seen));
    } catch (ChangedMeanwhile changed) {
      if (!changed.changes().isEmpty()) {
        throw changed;
      }
      return OnceMore.make(() -> change.apply(changed.revision()));
    }
  }

  private String refused(Viewer viewer, AtItem at, Refusal refusal) {
    at.response().setStatus(refusal instanceof ChangedMeanwhile ? 412 : 409);
    at.model().addAttribute("refused", refusal.code());
    return view.after(at.model(), looks.atItem(viewer, at.id()), null, at.locale());
  }
}
