package io.huodang.viewing.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.viewing.Print;
import io.huodang.viewing.PrintedPdf;
import io.huodang.viewing.Prints;
import io.huodang.vocabulary.Refusal;
import io.huodang.web.ExtendedValue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code file.pdf}: an item or a person's file to be taken away, on record with its purpose. */
@RestController
class PrintCalls {
  private static final String PURPOSE = "Huodang-Purpose";

  private final Prints prints;
  private final PrintedPdf pdf;

  PrintCalls(Prints prints, PrintedPdf pdf) {
    this.prints = prints;
    this.pdf = pdf;
  }

  @Needs(Action.VIEW_PAGE)
  @GetMapping("/api/v1/items/{id}/file.pdf")
  void item(
      @PathVariable UUID id,
      @RequestHeader(name = PURPOSE, required = false) @Nullable String purpose,
      Viewer viewer,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    send(prints.ofItem(viewer, id, decoded(purpose)), id, response);
  }

  @Needs(Action.VIEW_PERSON)
  @GetMapping("/api/v1/people/{id}/file.pdf")
  void person(
      @PathVariable UUID id,
      @RequestHeader(name = PURPOSE, required = false) @Nullable String purpose,
      Viewer viewer,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    send(prints.ofPerson(viewer, id, decoded(purpose)), id, response);
  }

  private void send(Print print, UUID id, HttpServletResponse response)
      throws IOException, InterruptedException {
    pdf.write(print, () -> PdfAnswer.begin(response, id));
  }

  private static @Nullable String decoded(@Nullable String header) {
    return header == null
        ? null
        : ExtendedValue.decode(header)
            .orElseThrow(
                () ->
                    new Refusal(
                        "purpose-needed",
                        "Huodang-Purpose must be UTF-8'' followed by the percent-encoded purpose."));
  }
}
