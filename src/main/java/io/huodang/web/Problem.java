package io.huodang.web;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;

/**
 * What went wrong, as the asker is told: never with anything that was typed, read or stored.
 *
 * @param code stable and countable
 * @param detail what happened and what to do next, in English
 * @param incident under which the log has more; null when the asker can mend it
 */
record Problem(
    HttpStatusCode status,
    String code,
    String detail,
    @Nullable UUID incident,
    HttpHeaders headers) {

  /** Seconds after which what was away may be back. */
  private static final String TRY_AGAIN = "5";

  static Problem of(Exception failure) {
    return switch (failure) {
      case Refusal refusal -> plain(refusal.code(), String.valueOf(refusal.getMessage()));
      case ErrorResponse response -> standard(response);
      case TypeMismatchException mismatch -> standard(HttpStatus.BAD_REQUEST, HttpHeaders.EMPTY);
      case HttpMessageNotReadableException unreadable ->
          standard(HttpStatus.BAD_REQUEST, HttpHeaders.EMPTY);
      case Exception full when FullDisk.caused(full) ->
          plain("disk-full", "The store has no room left; nothing was taken in. Make room first.");
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

  private static Problem registryAway() {
    return incident(
        "registry-unavailable", "The registry cannot be reached; try again in a moment.");
  }

  private static Problem standard(ErrorResponse response) {
    return standard(response.getStatusCode(), response.getHeaders());
  }

  private static Problem standard(HttpStatusCode status, HttpHeaders headers) {
    return switch (status.value()) {
      case 404 -> new Problem(status, "not-found", "There is nothing here.", null, headers);
      case 405 ->
          new Problem(
              status, "method-not-allowed", "This address takes another method.", null, headers);
      case 406 ->
          new Problem(
              status, "not-acceptable", "The answer has no form that you accept.", null, headers);
      case 413 -> new Problem(status, "file-too-large", "The body is too large.", null, headers);
      case 415 ->
          new Problem(
              status,
              "unsupported-media-type",
              "The body is not of a type that is read here.",
              null,
              headers);
      default ->
          status.is5xxServerError()
              ? incident("internal-error", "The request could not be answered.")
              : new Problem(
                  status,
                  "bad-request",
                  "A part of the request is missing or malformed; see docs/openapi.yaml.",
                  null,
                  headers);
    };
  }

  private static Problem plain(String code, String detail) {
    HttpStatus status = ProblemStatus.of(code);
    return new Problem(
        status,
        code,
        detail,
        status == HttpStatus.INTERNAL_SERVER_ERROR ? UUID.randomUUID() : null,
        HttpHeaders.EMPTY);
  }

  private static Problem incident(String code, String detail) {
    HttpStatus status = ProblemStatus.of(code);
    HttpHeaders headers = new HttpHeaders();
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      headers.set(HttpHeaders.RETRY_AFTER, TRY_AGAIN);
    }
    return new Problem(status, code, detail, UUID.randomUUID(), headers);
  }

  /** Whether someone must look for a mistake; else what was away comes back by itself. */
  boolean isUnforeseen() {
    return incident != null && status.value() == HttpStatus.INTERNAL_SERVER_ERROR.value();
  }
}
