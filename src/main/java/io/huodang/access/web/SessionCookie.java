package io.huodang.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookies of a browser: out of reach of scripts, never sent along with what another site posts,
 * and over TLS only when it was there that they were set.
 */
final class SessionCookie {
  /** The secret of a session. */
  static final String SESSION = "HUODANG";

  /** A secret of someone who is not signed in, so that the sign-in form has its own token too. */
  static final String VISIT = "HUODANG-VISIT";

  /** The path to which someone wanted to go before signing in. */
  static final String WISH = "HUODANG-WISH";

  private SessionCookie() {}

  static @Nullable String read(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  /** Sets a cookie that lasts as long as the browser runs. */
  static void write(
      HttpServletRequest request, HttpServletResponse response, String name, String value) {
    add(request, response, ResponseCookie.from(name, value));
  }

  static void forget(HttpServletRequest request, HttpServletResponse response, String name) {
    add(request, response, ResponseCookie.from(name, "").maxAge(Duration.ZERO));
  }

  private static void add(
      HttpServletRequest request,
      HttpServletResponse response,
      ResponseCookie.ResponseCookieBuilder cookie) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        cookie
            .path(request.getContextPath() + "/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build()
            .toString());
  }
}
