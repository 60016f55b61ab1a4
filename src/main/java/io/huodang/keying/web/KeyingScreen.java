package io.huodang.keying.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.keying.Keying;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The screen on which keys are keyed, one after the other. */
@Controller
class KeyingScreen {
  private final Keying keying;

  KeyingScreen(Keying keying) {
    this.keying = keying;
  }

  @Needs(Action.KEY)
  @GetMapping("/keying")
  String keying(Viewer viewer, Model model) {
    model.addAttribute("waiting", keying.waiting(viewer));
    return "keying";
  }
}
