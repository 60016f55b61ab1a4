package io.huodang.access.web;

import io.huodang.access.SignIn.Known;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** What someone who is not, or no longer, signed in is told. */
@Component
class Strangers {
  private final Audit audit;

  Strangers(Audit audit) {
    this.audit = audit;
  }

  void refuseCall(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    response.setHeader("WWW-Authenticate", "Bearer realm=\"huodang\"");
    Problem.write(response, 401, "not-signed-in", "Send a valid token as a bearer, or sign in.");
  }

  void sendToSignIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    String signIn = request.getContextPath() + "/sign-in";
    if (request.getHeader("HX-Request") != null) {
      // A part of a page cannot be swapped for the sign-in page: the whole page has to go there.
      response.setHeader("HX-Redirect", signIn);
      response.setStatus(401);
    } else {
      response.sendRedirect(signIn);
    }
  }

  void refuseForgery(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    if (request.getRequestURI().startsWith("/api/")) {
      Problem.write(
          response,
          403,
          "csrf",
          "The request did not come from a page of this session. Reload the page and try again.");
    } else if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Refresh", "true");
      response.setStatus(403);
    } else {
      // Most often a sign-in page that was left open overnight.
      response.sendRedirect(request.getContextPath() + "/sign-in?stale");
    }
  }

  void recordSignOut(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    if (request.getAttribute(ViewerFilter.KNOWN) instanceof Known known) {
      audit.recordForGood(AuditEntry.of(known.viewer().actor(), "sign-out"));
    }
  }

  /** Whether a page is one to come back to after signing in. */
  boolean isWishWorthKeeping(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return request.getMethod().equals("GET")
        && request.getHeader("HX-Request") == null
        && accept != null
        && accept.contains("text/html");
  }
}
