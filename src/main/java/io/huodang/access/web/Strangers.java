package io.huodang.access.web;

import io.huodang.access.Leaving;
import io.huodang.access.Sessions;
import io.huodang.access.SignIn.Known;
import io.huodang.vocabulary.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** What someone who is not, or no longer, signed in is told. */
@Component
class Strangers {
  private static final Pattern PLAIN_PATH =
      Pattern.compile("/|/[A-Za-z0-9][A-Za-z0-9/_-]{0,200}(\\?[A-Za-z0-9=&_-]{1,200})?");

  private final Leaving leaving;

  Strangers(Leaving leaving) {
    this.leaving = leaving;
  }

  void refuseCall(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
    throw notSignedIn(response);
  }

  private static Refusal notSignedIn(HttpServletResponse response) {
    response.setHeader("WWW-Authenticate", "Bearer realm=\"huodang\"");
    return new Refusal(
        "not-signed-in", "Send a token that still works as a bearer, or sign in with a browser.");
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
      if (isWishWorthKeeping(request)) {
        SessionCookie.write(request, response, SessionCookie.WISH, wish(request));
      }
      response.sendRedirect(signIn);
    }
  }

  /** Hands the browser its session, and leads to the page that was wanted before signing in. */
  void welcome(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    if (!(authentication.getPrincipal() instanceof Sessions.Begun begun)) {
      throw new IllegalStateException("Signing in begins a session");
    }
    SessionCookie.write(request, response, SessionCookie.SESSION, begun.secret());
    String wish = SessionCookie.read(request, SessionCookie.WISH);
    SessionCookie.forget(request, response, SessionCookie.WISH);
    response.sendRedirect(request.getContextPath() + (isPlainPath(wish) ? wish : "/"));
  }

  void refuseForgery(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    if (ViewerFilter.isCall(request)) {
      if (!(request.getAttribute(ViewerFilter.KNOWN) instanceof Known)) {
        throw notSignedIn(response);
      }
      throw new Refusal(
          "csrf",
          "The request did not come from a page of this session; reload the page and try again.");
    } else if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Refresh", "true");
      response.setStatus(403);
    } else {
      // Most often a sign-in page that was left open overnight.
      response.sendRedirect(request.getContextPath() + "/sign-in?stale");
    }
  }

  void signOut(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    if (request.getAttribute(ViewerFilter.KNOWN) instanceof Known known) {
      leaving.signOut(known);
    }
    SessionCookie.forget(request, response, SessionCookie.SESSION);
  }

  /** Whether a page is one to come back to after signing in. */
  private static boolean isWishWorthKeeping(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return request.getMethod().equals("GET")
        && request.getHeader("HX-Request") == null
        && accept != null
        && accept.contains("text/html");
  }

  private static String wish(HttpServletRequest request) {
    String query = request.getQueryString();
    String path = request.getServletPath() + (query == null ? "" : "?" + query);
    return isPlainPath(path) ? path : "/";
  }

  /**
   * A path of this server with what our own pages put behind it: never another server's address.
   */
  private static boolean isPlainPath(@Nullable String path) {
    return path != null && PLAIN_PATH.matcher(path).matches();
  }
}
