package io.huodang.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huodang.access.SignIn.Known;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers every failure of a controller: calls with a problem document, screens with a page. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private final MessageSource messages;

  Problems(MessageSource messages) {
    this.messages = messages;
  }

  @ExceptionHandler
  @Nullable Object answer(
      Exception failure, HttpServletRequest request, HttpServletResponse response, Locale locale)
      throws Exception {
    if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
      throw failure; // The doors answer these.
    }
    if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
      return null;
    }
    Problem problem = Problem.of(failure);
    if (problem.isUnforeseen()) {
      log.error("Incident {}: {} {}", problem.incident(), problem.code(), Trace.of(failure));
    } else if (problem.incident() != null) {
      log.warn(
          "Incident {}: {} ({})",
          problem.incident(),
          problem.code(),
          failure.getClass().getSimpleName());
    }
    if (response.isCommitted()) {
      return null;
    }
    String title =
        String.valueOf(
            messages.getMessage(
                "problem." + problem.code(),
                null,
                messages.getMessage("problem.other", null, locale),
                locale));
    return isCall(request) ? document(problem, title) : page(problem, title, request, locale);
  }

  private static boolean isCall(HttpServletRequest request) {
    String path = WhoAsks.path(request);
    return path.startsWith("/api/") || path.startsWith("/iiif/") || path.startsWith("/actuator/");
  }

  /**
   * Own, because Spring's would repeat the address that was asked, whatever someone typed there.
   */
  record Document(
      String type,
      String title,
      int status,
      String detail,
      String code,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID incident) {}

  private static ResponseEntity<Document> document(Problem problem, String title) {
    return ResponseEntity.status(problem.status())
        .headers(headers -> headers.putAll(problem.headers()))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            new Document(
                "about:blank",
                title,
                problem.status().value(),
                problem.detail(),
                problem.code(),
                problem.incident()));
  }

  private static ModelAndView page(
      Problem problem, String title, HttpServletRequest request, Locale locale) {
    ModelAndView page = new ModelAndView("error");
    page.setStatus(problem.status());
    page.addObject("status", problem.status().value());
    page.addObject("code", problem.code());
    page.addObject("heading", title);
    page.addObject("incident", problem.incident());
    // Model attributes of an advice are not made for failures.
    page.addObject("viewer", WhoAsks.of(request).map(Known::viewer).orElse(null));
    page.addObject("path", WhoAsks.path(request));
    page.addObject("language", locale.getLanguage());
    return page;
  }
}
