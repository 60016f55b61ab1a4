package io.huodang.web;

import io.huodang.access.SignIn.Known;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who sent a request, where strangers are welcome too. */
final class WhoAsks {
  private WhoAsks() {}

  static Optional<Known> of(HttpServletRequest request) {
    return request.getAttribute(Known.class.getName()) instanceof Known known
        ? Optional.of(known)
        : Optional.empty();
  }
}
