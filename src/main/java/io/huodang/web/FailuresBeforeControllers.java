package io.huodang.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Hands what fails in a filter, such as a door, to those who answer what fails in a controller.
 * Left alone, the server would log its message, and messages quote what they were given.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FailuresBeforeControllers extends OncePerRequestFilter {
  private final HandlerExceptionResolver answers;
  private final LocaleResolver languages;

  FailuresBeforeControllers(
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers,
      LocaleResolver languages) {
    this.answers = answers;
    this.languages = languages;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException | ServletException failure) {
      if (response.isCommitted()) {
        throw failure;
      }
      if (!WhoAsks.isCall(request)) {
        // Only the servlet can render a page.
        request.setAttribute(Unreached.FAILURE, failure);
        response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        return;
      }
      request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
      if (answers.resolveException(request, response, null, failure) == null) {
        throw failure;
      }
    }
  }
}
