package io.huodang.access.web;

import io.huodang.access.SignIn;
import io.huodang.access.SignIn.Known;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks, anew at every request, by bearer token or session. */
final class ViewerFilter extends OncePerRequestFilter {
  /** Where the request keeps the {@link Known} that it was sent by. */
  static final String KNOWN = Known.class.getName();

  private static final String BEARER = "bearer ";

  private final SignIn signIn;

  ViewerFilter(SignIn signIn) {
    this.signIn = signIn;
  }

  /** The secret that the request carries, null when it carries none. */
  static @Nullable String bearer(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? header.substring(BEARER.length()).strip()
        : null;
  }

  /** Whether a program asks, who wants problems as documents. */
  static boolean isCall(HttpServletRequest request) {
    return path(request).startsWith("/api/");
  }

  /** The path within this application, without what a proxy put before it. */
  static String path(HttpServletRequest request) {
    return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // A token stands alone: with a wrong one, a session beside it does not count either.
    String token = bearer(request);
    String session = token == null ? SessionCookie.read(request, SessionCookie.SESSION) : null;
    Optional<Known> known = Optional.empty();
    if (token != null) {
      known = signIn.byToken(token, request.getRemoteAddr());
    } else if (session != null) {
      known = signIn.bySession(session, request.getRemoteAddr());
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    known.ifPresent(
        it -> {
          context.setAuthentication(authentication(it.viewer().userId().toString()));
          request.setAttribute(KNOWN, it);
        });
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }

  private static Authentication authentication(String name) {
    return UsernamePasswordAuthenticationToken.authenticated(name, null, List.of());
  }
}
