package io.huodang.intake.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.intake.IntakeSettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Photographing papers with a document camera or a telephone. */
@Controller
class CameraScreens {
  private final IntakeSettings settings;

  CameraScreens(IntakeSettings settings) {
    this.settings = settings;
  }

  @Needs(Action.UPLOAD)
  @GetMapping("/camera")
  String camera(Model model) {
    model.addAttribute("largest", settings.largestFile().toBytes());
    return "camera";
  }
}
