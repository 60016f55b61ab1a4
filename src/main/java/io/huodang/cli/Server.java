package io.huodang.cli;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The running server, asked over HTTP: the one of a home with the token that it left there, or the
 * one that {@code HUODANG_URL} and {@code HUODANG_TOKEN} name.
 */
final class Server {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String token;

  private Server(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /** A server that is known already, whatever the environment names. */
  static Server at(String url, String token) {
    return new Server(url, token);
  }

  static Server of(Path home) throws IOException {
    String url = System.getenv("HUODANG_URL");
    String token = System.getenv("HUODANG_TOKEN");
    if (url != null && token != null) {
      return new Server(url.replaceFirst("/+$", ""), token);
    }
    Path key = home.resolve("cli.token");
    RunningServer running =
        RunningServer.in(home)
            .orElseThrow(
                () ->
                    new Refusal(
                        "no-server",
                        "No Huodang server runs on %s; start one with ./huodang up, or set HUODANG_URL and HUODANG_TOKEN"
                            .formatted(home)));
    return new Server(running.url(), Files.readString(key).strip());
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  JsonNode post(String path, @Nullable Object body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build());
  }

  JsonNode put(String path, Path file, String deliveredPath)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/octet-stream")
            .header("Huodang-Path", deliveredPath)
            .PUT(BodyPublishers.ofFile(file))
            .build());
  }

  /** Sends a roster; the answer comes as soon as it was received, the import goes on. */
  JsonNode postRoster(Path file, boolean dryRun) throws IOException, InterruptedException {
    String name =
        URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8)
            .replace("+", "%20");
    return send(
        request("/roster" + (dryRun ? "?dryRun=true" : ""))
            .header("Content-Type", "text/csv")
            .header("Huodang-Path", "UTF-8''" + name)
            .header("Prefer", "respond-async")
            .POST(BodyPublishers.ofFile(file))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json, application/problem+json");
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response;
    try {
      response = http.send(request, BodyHandlers.ofString());
    } catch (ConnectException e) {
      throw new Refusal("no-server", "The server at %s does not answer".formatted(url), e);
    }
    JsonNode body =
        response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
    if (response.statusCode() >= 400) {
      throw new Refusal(
          body.path("code").asString("refused"),
          body.path("detail").asString("The server answered " + response.statusCode()));
    }
    return body;
  }
}
