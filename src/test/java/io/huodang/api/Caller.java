package io.huodang.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Calls the server as one caller after another, and remembers every exchange. */
final class Caller {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final Map<String, String> identity;
  private final List<Exchange> exchanges;

  private Caller(String url, Map<String, String> identity, List<Exchange> exchanges) {
    this.url = url;
    this.identity = identity;
    this.exchanges = exchanges;
  }

  /** Nobody in particular. */
  static Caller of(String url) {
    return new Caller(url, Map.of(), new ArrayList<>());
  }

  /** The same notebook, another caller. */
  Caller withToken(String token) {
    return new Caller(url, Map.of("Authorization", "Bearer " + token), exchanges);
  }

  Caller withHeaders(Map<String, String> headers) {
    Map<String, String> more = new HashMap<>(identity);
    more.putAll(headers);
    return new Caller(url, more, exchanges);
  }

  List<Exchange> exchanges() {
    return exchanges;
  }

  Exchange get(String path) {
    return send("GET", path, Map.of(), new byte[0]);
  }

  Exchange delete(String path) {
    return send("DELETE", path, Map.of(), new byte[0]);
  }

  Exchange post(String path) {
    return send("POST", path, Map.of(), new byte[0]);
  }

  Exchange post(String path, String json) {
    return json("POST", path, json);
  }

  Exchange patch(String path, String json) {
    return json("PATCH", path, json);
  }

  private Exchange json(String method, String path, String json) {
    return send(
        method,
        path,
        Map.of("Content-Type", "application/json"),
        json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  Exchange send(String method, String path, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    identity.forEach(request::setHeader);
    headers.forEach(request::setHeader);
    try {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      Map<String, String> answered = new TreeMap<>();
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> answered.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
      Exchange exchange =
          new Exchange(
              method, path, sent(headers, body), answer.statusCode(), answered, answer.body());
      exchanges.add(exchange);
      return exchange;
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode sent(Map<String, String> headers, byte[] body) {
    try {
      return "application/json".equals(headers.get("Content-Type"))
          ? JsonMapper.shared().readTree(body)
          : MissingNode.getInstance();
    } catch (tools.jackson.core.JacksonException malformed) {
      return MissingNode.getInstance();
    }
  }
}
