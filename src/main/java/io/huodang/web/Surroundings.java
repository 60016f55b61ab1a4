package io.huodang.web;

import io.huodang.access.SignIn.Known;
import io.huodang.access.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every screen shows: who is signed in, where, in which language. */
@ControllerAdvice(annotations = Controller.class)
class Surroundings {

  /** Null before someone has signed in. */
  @ModelAttribute("viewer")
  @Nullable Viewer viewer(HttpServletRequest request) {
    return WhoAsks.of(request).map(Known::viewer).orElse(null);
  }

  @ModelAttribute("path")
  String path(HttpServletRequest request) {
    return WhoAsks.path(request);
  }

  @ModelAttribute("language")
  String language(Locale locale) {
    return locale.getLanguage();
  }
}
