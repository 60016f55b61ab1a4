package io.huodang.corrections.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.catalog.Item;
import io.huodang.viewing.Looks;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The screen of one item: its pages, with what was read on them beside. */
@Controller
class ItemScreen {
  private final Looks looks;
  private final ItemView view;

  ItemScreen(Looks looks, ItemView view) {
    this.looks = looks;
    this.view = view;
  }

  /**
   * @param page at which position to begin, from 1
   */
  @Needs(Action.VIEW_ITEM)
  @GetMapping("/items/{id}")
  String item(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int page,
      Viewer viewer,
      Locale locale,
      Model model) {
    Item item = looks.atItem(viewer, id);
    view.fill(model, item, locale);
    model.addAttribute("start", page);
    return "item";
  }
}
