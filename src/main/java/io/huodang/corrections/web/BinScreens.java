package io.huodang.corrections.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.catalog.BinEntry;
import io.huodang.corrections.Removing;
import io.huodang.vocabulary.Refusal;
import io.huodang.web.Part;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The screen of the bin: what was removed, by whom and until when, and the way back. */
@Controller
class BinScreens {
  private static final int ROWS = 100;

  private final Removing removing;

  BinScreens(Removing removing) {
    this.removing = removing;
  }

  @Needs(Action.CORRECT)
  @GetMapping("/bin")
  String bin(@RequestParam(required = false) @Nullable UUID before, Viewer viewer, Model model) {
    Part<BinEntry> part = Part.of(removing.waiting(viewer, before, ROWS + 1), ROWS, BinEntry::id);
    model.addAttribute("entries", part.items());
    model.addAttribute("older", part.next());
    return "bin";
  }

  @Needs(Action.CORRECT)
  @PostMapping("/bin/restore")
  String restore(
      @RequestParam UUID item,
      @RequestParam(required = false) @Nullable UUID page,
      @RequestParam(defaultValue = "") String why,
      Viewer viewer,
      RedirectAttributes next) {
    try {
      removing.restore(viewer, item, page, ItemActions.blankAsNull(why));
      return "redirect:/items/" + item;
    } catch (Refusal refusal) {
      next.addFlashAttribute("refused", refusal.code());
      return "redirect:/bin";
    }
  }
}
