package io.huodang.intake.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.intake.Arrangement;
import io.huodang.intake.Batch;
import io.huodang.intake.Batches;
import io.huodang.intake.IntakeSettings;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Delivering files with a browser. */
@Controller
class UploadScreens {
  private static final int UNFINISHED = 10;

  private final PermittedBatches permitted;
  private final Batches batches;
  private final IntakeSettings settings;

  UploadScreens(PermittedBatches permitted, Batches batches, IntakeSettings settings) {
    this.permitted = permitted;
    this.batches = batches;
    this.settings = settings;
  }

  /**
   * @param batch the open batch to which more is delivered; a new one when it is null
   */
  @Needs(Action.UPLOAD)
  @GetMapping("/upload")
  String upload(@RequestParam(required = false) @Nullable UUID batch, Viewer viewer, Model model) {
    if (batch != null) {
      Batch known = permitted.require(viewer, Action.UPLOAD, batch);
      if (known.state() != Batch.State.OPEN) {
        return "redirect:/batches/" + batch;
      }
      model.addAttribute("batch", new BatchRow(known));
    }
    model.addAttribute(
        "unfinished",
        batches.openOf(viewer.userId(), UNFINISHED).stream().map(BatchRow::new).toList());
    model.addAttribute("largest", settings.largestFile().toBytes());
    model.addAttribute(
        "sources",
        Arrays.stream(Batch.Source.values())
            .map(source -> source.name().toLowerCase(Locale.ROOT))
            .toList());
    model.addAttribute(
        "arrangements", Arrays.stream(Arrangement.values()).map(Arrangement::word).toList());
    return "upload";
  }
}
