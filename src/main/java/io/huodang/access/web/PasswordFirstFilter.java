package io.huodang.access.web;

import io.huodang.access.SignIn.Known;
import io.huodang.vocabulary.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever got a password from someone else changes it before anything else. */
final class PasswordFirstFilter extends OncePerRequestFilter {
  private static final Set<String> ALLOWED =
      Set.of("/password", "/sign-out", "/sign-in", "/language", "/favicon.ico");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = ViewerFilter.path(request);
    if (request.getAttribute(ViewerFilter.KNOWN) instanceof Known known
        && known.mustChange()
        && !ALLOWED.contains(path)
        && !path.startsWith("/assets/")
        && !path.startsWith("/webjars/")) {
      if (ViewerFilter.isCall(request)) {
        throw new Refusal(
            "password-change-needed", "Sign in with a browser and change the password first.");
      } else {
        response.sendRedirect(request.getContextPath() + "/password");
      }
      return;
    }
    chain.doFilter(request, response);
  }
}
