package io.huodang.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A problem document (RFC 9457) for answers that are given before any controller is reached. */
final class Problem {
  private Problem() {}

  /** Writes the document; both texts come from the program and need no escaping. */
  static void write(HttpServletResponse response, int status, String code, String detail)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response
        .getWriter()
        .write(
            "{\"type\":\"about:blank\",\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}"
                .formatted(status, code, detail));
  }
}
