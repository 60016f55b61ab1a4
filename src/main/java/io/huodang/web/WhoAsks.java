package io.huodang.web;

import io.huodang.access.SignIn.Known;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;

/** Who sent a request, and where to; also where strangers are welcome. */
final class WhoAsks {
  private WhoAsks() {}

  static Optional<Known> of(HttpServletRequest request) {
    return request.getAttribute(Known.class.getName()) instanceof Known known
        ? Optional.of(known)
        : Optional.empty();
  }

  /** Whether a program asks, who wants problems as documents. */
  static boolean isCall(HttpServletRequest request) {
    return path(request).matches("/(api|iiif|actuator)(/.*)?");
  }

  /**
   * The path within this application, without what a proxy put before it; of a request that failed
   * before it reached its controller, the path that was asked for.
   */
  static String path(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked) {
      return asked.substring(request.getContextPath().length());
    }
    return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
  }
}
