package io.huodang.viewing.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first screen: one box that asks {@code /api/v1/search} while someone types, and the desk. */
@Controller
class SearchScreen {

  /** Who may not search has the desk alone. */
  @Needs(Action.BE_SIGNED_IN)
  @GetMapping("/")
  String search() {
    return "search";
  }
}
