package io.huodang.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One call and its answer.
 *
 * @param path below {@code /api/v1}, with the query
 * @param sent the body as JSON, missing when it was none
 * @param headers of the answer, names in small letters
 */
record Exchange(
    String method,
    String path,
    JsonNode sent,
    int status,
    Map<String, String> headers,
    byte[] body) {

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  JsonNode json() {
    return JsonMapper.shared().readTree(body);
  }

  /** Of a problem, else empty. */
  String code() {
    return header("content-type").orElse("").startsWith("application/problem+json")
        ? json().path("code").asString("")
        : "";
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(body);
  }

  /** Without bodies: they may hold what is nothing for a report. */
  @Override
  public String toString() {
    return "%s %s -> %d %s".formatted(method, path, status, code());
  }
}
