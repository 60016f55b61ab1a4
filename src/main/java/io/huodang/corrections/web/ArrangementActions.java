package io.huodang.corrections.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.catalog.Change;
import io.huodang.catalog.ChangedMeanwhile;
import io.huodang.corrections.Arrangement;
import io.huodang.viewing.Looks;
import io.huodang.vocabulary.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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

  ArrangementActions(Looks looks, ItemView view, Arrangement arrangement) {
    this.looks = looks;
    this.view = view;
    this.arrangement = arrangement;
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
        () -> arrangement.turn(viewer, id, IfMatch.revision(seen), page, degrees));
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
        () -> arrangement.setPage(viewer, id, IfMatch.revision(seen), page, null, blank, null));
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
        () -> arrangement.reorder(viewer, id, IfMatch.revision(seen), pages, null));
  }

  /** The screen after a change, or why there was none: then as the item is now. */
  private String show(
      Viewer viewer,
      UUID id,
      Locale locale,
      Model model,
      HttpServletResponse response,
      Supplier<Optional<Change>> change) {
    try {
      Change made = change.get().orElse(null);
      return view.after(model, looks.atItem(viewer, id), made, locale);
    } catch (Refusal refusal) {
      response.setStatus(refusal instanceof ChangedMeanwhile ? 412 : 409);
      model.addAttribute("refused", refusal.code());
      return view.after(model, looks.atItem(viewer, id), null, locale);
    }
  }
}
