package io.huodang.operations.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.operations.Operations;
import io.huodang.operations.State;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the house is, asked anew every few seconds while someone looks. */
@Controller
@Needs(Action.OPERATE)
class OperationsScreens {
  private final Operations operations;

  OperationsScreens(Operations operations) {
    this.operations = operations;
  }

  /** Instants and bytes as people read them. */
  public static final class Words {
    private Words() {}

    static final Words ONLY = new Words();

    /** In the time zone of the agency's machine. */
    public @Nullable ZonedDateTime at(@Nullable Instant instant) {
      return instant == null ? null : instant.atZone(ZoneId.systemDefault());
    }

    public String size(long bytes) {
      return bytes >= 1L << 30
          ? "%.1f GB".formatted(bytes / (double) (1L << 30))
          : "%d MB".formatted(bytes >> 20);
    }
  }

  @GetMapping("/operations")
  String operations(Model model) {
    now(model);
    return "operations";
  }

  /** The figures alone. */
  @GetMapping("/operations/now")
  String now(Model model) {
    State state = operations.state();
    model.addAttribute("state", state);
    model.addAttribute("words", Words.ONLY);
    model.addAttribute("pace", state.pagesRead() / (double) Operations.PACE.toMinutes());
    model.addAttribute("full", state.diskFree() * 10 < state.diskTotal());
    return "parts/operations :: now";
  }
}
