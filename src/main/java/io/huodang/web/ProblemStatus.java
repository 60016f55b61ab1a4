package io.huodang.web;

import static java.util.Map.entry;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** Which status belongs to a refusal's code: the one table; a code that is not in it is a 400. */
final class ProblemStatus {
  private static final Map<String, HttpStatus> TABLE =
      Map.ofEntries(
          entry("not-signed-in", HttpStatus.UNAUTHORIZED),
          entry("not-allowed", HttpStatus.FORBIDDEN),
          entry("closed", HttpStatus.FORBIDDEN),
          entry("password-change-needed", HttpStatus.FORBIDDEN),
          entry("csrf", HttpStatus.FORBIDDEN),
          entry("no-such-batch", HttpStatus.NOT_FOUND),
          entry("no-such-user", HttpStatus.NOT_FOUND),
          entry("no-such-token", HttpStatus.NOT_FOUND),
          entry("no-such-view", HttpStatus.NOT_FOUND),
          entry("too-many-views", HttpStatus.CONFLICT),
          entry("view-of-number", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("no-such-grant", HttpStatus.NOT_FOUND),
          entry("no-such-file", HttpStatus.NOT_FOUND),
          entry("no-such-item", HttpStatus.NOT_FOUND),
          entry("no-such-link", HttpStatus.NOT_FOUND),
          entry("no-such-change", HttpStatus.NOT_FOUND),
          entry("no-such-category", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("no-such-field", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("field-invalid", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("no-such-page", HttpStatus.NOT_FOUND),
          entry("no-such-reading", HttpStatus.NOT_FOUND),
          entry("no-such-person", HttpStatus.NOT_FOUND),
          entry("no-picture", HttpStatus.NOT_FOUND),
          entry("no-text", HttpStatus.NOT_FOUND),
          entry("not-found", HttpStatus.NOT_FOUND),
          entry("batch-sealed", HttpStatus.CONFLICT),
          entry("other-bytes", HttpStatus.CONFLICT),
          entry("catalogue-too-late", HttpStatus.CONFLICT),
          entry("catalogue-not-csv", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("catalogue-empty", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("catalogue-headings", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("catalogue-damaged", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("roster-not-csv", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("roster-empty", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("roster-headings", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("roster-damaged", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("roster-busy", HttpStatus.CONFLICT),
          entry("no-such-import", HttpStatus.NOT_FOUND),
          entry("no-such-verification", HttpStatus.NOT_FOUND),
          entry("rebuild-under-way", HttpStatus.CONFLICT),
          entry("no-kept-index", HttpStatus.CONFLICT),
          entry("name-taken", HttpStatus.CONFLICT),
          entry("changed-since", HttpStatus.CONFLICT),
          entry("undone-already", HttpStatus.CONFLICT),
          entry("file-number-fixed", HttpStatus.CONFLICT),
          entry("file-number-taken", HttpStatus.CONFLICT),
          entry("row-not-clear", HttpStatus.CONFLICT),
          entry("link-exists", HttpStatus.CONFLICT),
          entry("page-unread", HttpStatus.CONFLICT),
          entry("last-page", HttpStatus.CONFLICT),
          entry("item-waits", HttpStatus.CONFLICT),
          entry("pages-differ", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("bad-rotation", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("bad-split", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("same-item", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("not-in-bin", HttpStatus.CONFLICT),
          entry("keyed-by-other", HttpStatus.CONFLICT),
          entry("same-person", HttpStatus.CONFLICT),
          entry("reason-needed", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("same-location", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("no-papers-there", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("own-account", HttpStatus.CONFLICT),
          entry("last-administrator", HttpStatus.CONFLICT),
          entry("program-account", HttpStatus.CONFLICT),
          entry("account-closed", HttpStatus.CONFLICT),
          entry("sees-everything", HttpStatus.CONFLICT),
          entry("own-delivery", HttpStatus.CONFLICT),
          entry("changed-meanwhile", HttpStatus.PRECONDITION_FAILED),
          entry("if-match-needed", HttpStatus.PRECONDITION_REQUIRED),
          entry("file-too-large", HttpStatus.CONTENT_TOO_LARGE),
          entry("body-too-large", HttpStatus.CONTENT_TOO_LARGE),
          entry("digest-mismatch", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("upscaling-unsupported", HttpStatus.NOT_IMPLEMENTED),
          entry("picture-failed", HttpStatus.UNPROCESSABLE_CONTENT),
          entry("bytes-lost", HttpStatus.INTERNAL_SERVER_ERROR),
          entry("internal-error", HttpStatus.INTERNAL_SERVER_ERROR),
          entry("registry-unavailable", HttpStatus.SERVICE_UNAVAILABLE),
          entry("search-unavailable", HttpStatus.SERVICE_UNAVAILABLE),
          entry("storage-unavailable", HttpStatus.SERVICE_UNAVAILABLE),
          entry("workers-unavailable", HttpStatus.SERVICE_UNAVAILABLE),
          entry("disk-full", HttpStatus.INSUFFICIENT_STORAGE));

  private ProblemStatus() {}

  static HttpStatus of(String code) {
    return TABLE.getOrDefault(code, HttpStatus.BAD_REQUEST);
  }
}
