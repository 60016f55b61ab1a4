package io.huodang.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.huodang.access.SignIn.Known;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts a problem into words: a problem document for calls, a page for screens. */
@Component
class ProblemAnswers {
  private final MessageSource messages;
  private final FullDisk disk;

  ProblemAnswers(MessageSource messages, FullDisk disk) {
    this.messages = messages;
    this.disk = disk;
  }

  /**
   * RFC 9457. Own, because Spring's would repeat the address that was asked, whatever someone typed
   * there.
   */
  record Document(
      String type,
      String title,
      int status,
      String detail,
      String code,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID incident,
      @JsonAnyGetter Map<String, Object> details) {}

  Object to(Problem seen, HttpServletRequest request, Locale locale) {
    Problem problem = disk.behind(seen);
    String title =
        String.valueOf(
            messages.getMessage(
                "problem." + problem.code(),
                null,
                messages.getMessage("problem.other", null, locale),
                locale));
    return WhoAsks.isCall(request)
        ? document(problem, title)
        : page(problem, title, request, locale);
  }

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
                problem.incident(),
                problem.details()));
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
