package io.huodang.viewing.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.viewing.Print;
import io.huodang.viewing.PrintedPdf;
import io.huodang.viewing.Prints;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Printing from a screen: posted, because a purpose must not stand in an address. */
@Controller
class PrintScreens {
  private final Prints prints;
  private final PrintedPdf pdf;

  PrintScreens(Prints prints, PrintedPdf pdf) {
    this.prints = prints;
    this.pdf = pdf;
  }

  @Needs(Action.VIEW_PAGE)
  @PostMapping("/pages/{id}/print")
  void page(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String purpose,
      Viewer viewer,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    show(prints.ofPage(viewer, id, purpose), id, response);
  }

  @Needs(Action.VIEW_PAGE)
  @PostMapping("/items/{id}/print")
  void item(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String purpose,
      Viewer viewer,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    show(prints.ofItem(viewer, id, purpose), id, response);
  }

  @Needs(Action.VIEW_PERSON)
  @PostMapping("/people/{id}/print")
  void person(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String purpose,
      Viewer viewer,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    show(prints.ofPerson(viewer, id, purpose), id, response);
  }

  private void show(Print print, UUID id, HttpServletResponse response)
      throws IOException, InterruptedException {
    pdf.write(print, () -> PdfAnswer.begin(response, id));
  }
}
