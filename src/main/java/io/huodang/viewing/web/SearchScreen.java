package io.huodang.viewing.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first screen: one box that asks {@code /api/v1/search} while someone types. */
@Controller
class SearchScreen {

  /** Who may not search is led to what they delivered. */
  @Needs(Action.BE_SIGNED_IN)
  @GetMapping("/")
  String search(Viewer viewer) {
    return viewer.may(Action.SEARCH) ? "search" : "redirect:/batches";
  }
}
