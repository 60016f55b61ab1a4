package io.huodang.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers every failure, whether of a controller or of a door before it. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private final ProblemAnswers answers;

  Problems(ProblemAnswers answers) {
    this.answers = answers;
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
    return answers.to(problem, request, locale);
  }
}
