package io.huodang.viewing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;

/** The answer that is a PDF: shown by the browser, kept by nobody on the way. */
final class PdfAnswer {
  private PdfAnswer() {}

  /** Its name tells an id: a delivered name may name a person. */
  static OutputStream begin(HttpServletResponse response, UUID id) throws IOException {
    response.setContentType(MediaType.APPLICATION_PDF_VALUE);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.inline().filename(id + ".pdf").build().toString());
    // Browsers show a PDF with a page of their own making, which the policy of our pages would
    // bind.
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    return response.getOutputStream();
  }
}
