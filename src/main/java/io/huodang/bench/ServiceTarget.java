package io.huodang.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service, asked as its search screen asks it: people, items and text, rights, on record. */
final class ServiceTarget implements Target {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final String token;
  private final boolean withoutIndex;

  ServiceTarget(String url, String token) {
    this(url, token, false);
  }

  private ServiceTarget(String url, String token, boolean withoutIndex) {
    this.url = url;
    this.token = token;
    this.withoutIndex = withoutIndex;
  }

  /** The same, where answers of the registry count as well. */
  ServiceTarget withoutIndex() {
    return new ServiceTarget(url, token, true);
  }

  @Override
  public String name() {
    return withoutIndex ? "huodang, no index" : "huodang";
  }

  /** Whether it is the index that answers. */
  boolean hasIndex() throws IOException, InterruptedException {
    return search("王伟").path("degraded").isNull();
  }

  @Override
  public boolean finds(Query query) throws IOException, InterruptedException {
    JsonNode answer = search(query.typed());
    if (!withoutIndex && !answer.path("degraded").isNull()) {
      throw new IOException("answered by the registry");
    }
    Invented meant = query.meant();
    if (meant == null) {
      return !answer.path(query.kind() == Kind.TEXT ? "text" : "people").isEmpty();
    }
    return holds(answer, meant);
  }

  /** The answer as the service gives it, from whichever part of it. */
  JsonNode search(String typed) throws IOException, InterruptedException {
    return post(
        "/search", Map.of("query", typed, "in", List.of("people", "items", "text"), "limit", ROWS));
  }

  /** Whether someone is suggested to who has typed so much, as forms suggest people. */
  boolean suggests(String typed, Invented meant) throws IOException, InterruptedException {
    return holds(post("/suggest", Map.of("query", typed)), meant);
  }

  private static boolean holds(JsonNode answer, Invented meant) {
    String id = meant.id().toString();
    return answer
        .path("people")
        .valueStream()
        .anyMatch(person -> person.path("id").asString().equals(id));
  }

  private JsonNode post(String path, Map<String, Object> body)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body)))
                .build(),
            BodyHandlers.ofString());
    JsonNode answer = JsonMapper.shared().readTree(response.body());
    if (response.statusCode() != 200) {
      throw new IOException(
          "%d %s".formatted(response.statusCode(), answer.path("code").asString("")));
    }
    return answer;
  }
}
