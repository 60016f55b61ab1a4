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
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
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
      @PathVariable UUID id,
      @PathVariable UUID page,
      @RequestParam(defaultValue = "90") int degrees,
      @RequestHeader("If-Match") String seen,
      Viewer viewer,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    return show(
        viewer,
        id,
        locale,
        model,
        response,
        seen,
        revision -> arrangement.turn(viewer, id, revision, page, degrees));
  }

  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/pages/{page}/blank")
  String blank(
      @PathVariable UUID id,
      @PathVariable UUID page,
      @RequestParam boolean blank,
      @RequestHeader("If-Match") String seen,
      Viewer viewer,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    return show(
        viewer,
        id,
        locale,
        model,
        response,
        seen,
        revision -> arrangement.setPage(viewer, id, revision, page, null, blank, null));
  }

  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/pages/order")
  String order(
      @PathVariable UUID id,
      @RequestParam List<UUID> pages,
      @RequestHeader("If-Match") String seen,
      Viewer viewer,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    return show(
        viewer,
        id,
        locale,
        model,
        response,
        seen,
        revision -> arrangement.reorder(viewer, id, revision, pages, null));
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
  String split(
      @PathVariable UUID id,
      @RequestParam UUID page,
      @RequestHeader("If-Match") String seen,
      Viewer viewer,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    return show(
        viewer,
        id,
        locale,
        model,
        response,
        seen,
        revision -> elsewhere(model, rearranging.split(viewer, id, revision, page, null)));
  }

  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/pages/move")
  String move(
      @PathVariable UUID id,
      @RequestParam List<UUID> pages,
      @RequestParam UUID to,
      @RequestParam(defaultValue = "") String why,
      @RequestHeader("If-Match") String seen,
      Viewer viewer,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    return show(
        viewer,
        id,
        locale,
        model,
        response,
        seen,
        revision ->
            elsewhere(
                model,
                rearranging.move(
                    viewer, id, revision, pages, to, null, ItemActions.blankAsNull(why))));
  }

  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/merge")
  String merge(
      @PathVariable UUID id,
      @RequestParam UUID other,
      @RequestParam(required = false) @Nullable UUID before,
      @RequestParam(required = false) @Nullable UUID instead,
      @RequestParam(defaultValue = "") String why,
      @RequestHeader("If-Match") String seen,
      Viewer viewer,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    return show(
        viewer,
        id,
        locale,
        model,
        response,
        seen,
        revision ->
            Optional.of(
                rearranging
                    .merge(
                        viewer,
                        id,
                        revision,
                        other,
                        new Rearranging.Place(before, instead),
                        ItemActions.blankAsNull(why))
                    .change()));
  }

  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/pages/{page}/remove")
  String removePage(
      @PathVariable UUID id,
      @PathVariable UUID page,
      @RequestParam(defaultValue = "") String why,
      @RequestHeader("If-Match") String seen,
      Viewer viewer,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    return show(
        viewer,
        id,
        locale,
        model,
        response,
        seen,
        revision ->
            Optional.of(
                removing.removePage(viewer, id, revision, page, ItemActions.blankAsNull(why))));
  }

  /** Nothing of the item is left to be shown: the bin is, where it can be put back. */
  @Needs(Action.CORRECT)
  @PostMapping("/items/{id}/remove")
  String remove(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String why,
      @RequestHeader("If-Match") String seen,
      Viewer viewer,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    try {
      again(
          IfMatch.revision(seen),
          revision ->
              Optional.of(removing.removeItem(viewer, id, revision, ItemActions.blankAsNull(why))));
    } catch (Refusal refusal) {
      return refused(viewer, id, locale, model, response, refusal);
    }
    response.setHeader("HX-Redirect", "/bin");
    return "parts/item-after :: gone";
  }

  private static Optional<Change> elsewhere(Model model, Rearranged made) {
    model.addAttribute("elsewhere", made.item());
    return Optional.of(made.change());
  }

  /** The screen after a change, or why there was none: then as the item is now. */
  private String show(
      Viewer viewer,
      UUID id,
      Locale locale,
      Model model,
      HttpServletResponse response,
      String seen,
      Function<@Nullable Long, Optional<Change>> change) {
    try {
      Change made = again(IfMatch.revision(seen), change).orElse(null);
      return view.after(model, looks.atItem(viewer, id), made, locale);
    } catch (Refusal refusal) {
      return refused(viewer, id, locale, model, response, refusal);
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

  private String refused(
      Viewer viewer,
      UUID id,
      Locale locale,
      Model model,
      HttpServletResponse response,
      Refusal refusal) {
    response.setStatus(refusal instanceof ChangedMeanwhile ? 412 : 409);
    model.addAttribute("refused", refusal.code());
    return view.after(model, looks.atItem(viewer, id), null, locale);
  }
}
