package io.huodang.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service, asked over its API as the search screen asks it. */
final class QualityService implements QualityTarget {
  private static final int ROWS = 20;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final String token;

  QualityService(String url, String token) {
    this.url = url;
    this.token = token;
  }

  @Override
  public String name() {
    return "huodang";
  }

  /** Whether the index answers, not the registry in its stead. */
  boolean isAnsweredByTheIndex() throws IOException, InterruptedException {
    return ask("王伟").path("degraded").isNull();
  }

  private JsonNode ask(String typed) throws IOException, InterruptedException {
    byte[] body =
        JsonMapper.shared()
            .writeValueAsBytes(
                Map.of("query", typed, "in", List.of("people", "items", "text"), "limit", ROWS));
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(url + "/api/v1/search"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("The service answered %d".formatted(response.statusCode()));
    }
    return JsonMapper.shared().readTree(response.body());
  }

  @Override
  public QualityAnswer answer(String typed) throws IOException, InterruptedException {
    JsonNode answer = ask(typed);
    if (!answer.path("degraded").isNull()) {
      throw new IOException("The registry answered in the index's stead");
    }
    QualityAnswer.Reading reading = new QualityAnswer.Reading();
    answer.path("people").forEach(person -> reading.person(person.path("id").asString()));
    for (JsonNode item : answer.path("items")) {
      Set<String> about = new LinkedHashSet<>();
      item.path("people").forEach(person -> about.add(person.path("id").asString()));
      reading.paper(item.path("id").asString(), about);
    }
    answer.path("text").forEach(page -> reading.paper(page.path("itemId").asString(), Set.of()));
    return reading.done();
  }
}
