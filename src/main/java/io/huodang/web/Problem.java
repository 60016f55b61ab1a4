package io.huodang.web;

import io.huodang.vocabulary.Refusal;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;

/**
 * What went wrong, as the asker is told: never with anything that was typed, read or stored.
 *
 * @param code stable and countable
 * @param detail what happened and what to do next, in English
 * @param incident under which the log has more; null when the asker can mend it
 * @param details what else a program that asks can use
 */
record Problem(
    HttpStatusCode status,
    String code,
    String detail,
    @Nullable UUID incident,
    HttpHeaders headers,
    Map<String, Object> details) {

  Problem(
      HttpStatusCode status,
      String code,
      String detail,
      @Nullable UUID incident,
      HttpHeaders headers) {
    this(status, code, detail, incident, headers, Map.of());
  }

  /** Seconds after which what was away may be back. */
  private static final String TRY_AGAIN = "5";

  static Problem of(Exception failure) {
    return switch (failure) {
      case Refusal refusal -> refused(refusal);
      case RequestRejectedException rejected ->
          refused(
              new Refusal(
                  "bad-request",
                  "The method is not known, or the address, a header or a field holds characters that are not taken here."));
      case TypeMismatchException mismatch -> refused(Malformed.parameter(mismatch));
      case HttpMessageNotReadableException unreadable -> refused(Malformed.body(unreadable));
      case ErrorResponse response ->
          standard(response.getStatusCode(), detail(failure), response.getHeaders());
      case ServletException wrapped when wrapped.getCause() instanceof Exception cause -> of(cause);
      case Exception full when FullDisk.caused(full) -> diskFull();
      case DataAccessResourceFailureException away -> registryAway();
      case TransientDataAccessException busy -> registryAway();
      case TransactionException away -> registryAway();
      case IOException away ->
          incident(
              "storage-unavailable",
              "Something that keeps or reads the bytes cannot be reached; try again in a moment.");
      default ->
          incident(
              "internal-error",
              "Something unexpected went wrong; nothing you sent is lost. Tell the operator the incident.");
    };
  }

  static Problem diskFull() {
    return refused(
        new Refusal(
            "disk-full",
            "The disk has no room left. What was acknowledged is safe; nothing more is taken in until there is room."));
  }

  private static Problem registryAway() {
    return incident(
        "registry-unavailable", "The registry cannot be reached; try again in a moment.");
  }

  /** What the server itself answers with that status. */
  static Problem of(HttpStatusCode status) {
    return standard(status, null, HttpHeaders.EMPTY);
  }

  private static @Nullable String detail(Exception failure) {
    return switch (failure) {
      case MissingServletRequestParameterException missing ->
          "The parameter %s is missing.".formatted(missing.getParameterName());
      case HttpMediaTypeNotSupportedException other ->
          "Send the body as %s.".formatted(first(other.getSupportedMediaTypes()));
      case HttpRequestMethodNotSupportedException other ->
          "This address takes %s only."
              .formatted(
                  String.join(
                      ", ",
                      Objects.requireNonNullElse(other.getSupportedMethods(), new String[0])));
      default -> null;
    };
  }

  private static String first(List<MediaType> types) {
    return types.isEmpty() ? "application/json" : types.getFirst().toString();
  }

  private static Problem standard(
      HttpStatusCode status, @Nullable String detail, HttpHeaders headers) {
    String code =
        switch (status.value()) {
          case 404 -> "not-found";
          case 405 -> "method-not-allowed";
          case 406 -> "not-acceptable";
          case 413 -> "body-too-large";
          case 415 -> "unsupported-media-type";
          default -> status.is5xxServerError() ? "internal-error" : "bad-request";
        };
    return status.is5xxServerError()
        ? incident(code, "The request could not be answered.")
        : new Problem(status, code, detail == null ? usual(code) : detail, null, headers);
  }

  private static String usual(String code) {
    return switch (code) {
      case "not-found" -> "There is nothing here.";
      case "method-not-allowed" -> "This address takes another method.";
      case "not-acceptable" -> "The answer has no form that you accept.";
      case "body-too-large" -> "The body is too large.";
      case "unsupported-media-type" -> "The body is not of a type that is read here.";
      default -> "A part of the request is missing or malformed; see docs/openapi.yaml.";
    };
  }

  private static Problem refused(Refusal refusal) {
    HttpStatus status = ProblemStatus.of(refusal.code());
    return new Problem(
        status,
        refusal.code(),
        String.valueOf(refusal.getMessage()),
        status == HttpStatus.INTERNAL_SERVER_ERROR ? UUID.randomUUID() : null,
        headers(status),
        refusal.details());
  }

  private static Problem incident(String code, String detail) {
    HttpStatus status = ProblemStatus.of(code);
    return new Problem(status, code, detail, UUID.randomUUID(), headers(status));
  }

  private static HttpHeaders headers(HttpStatus status) {
    HttpHeaders headers = new HttpHeaders();
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      headers.set(HttpHeaders.RETRY_AFTER, TRY_AGAIN);
    }
    return headers;
  }

  /** Whether someone must look for a mistake; else what was away comes back by itself. */
  boolean isUnforeseen() {
    return incident != null && status.value() == HttpStatus.INTERNAL_SERVER_ERROR.value();
  }
}
