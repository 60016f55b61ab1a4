package io.huodang.api;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signs in as a browser does. */
final class Visitor {
  private static final Pattern PAGE_TOKEN =
      Pattern.compile("name=\"csrf\"[^>]*content=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String url;

  private Visitor(String url) {
    this.url = url;
  }

  /** What a script of a page sends along with its calls. */
  static Map<String, String> signIn(String url, String name, String password) {
    Visitor visitor = new Visitor(url);
    String form =
        Map.of("name", name, "password", password, "_csrf", visitor.pageToken("/sign-in"))
            .entrySet()
            .stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    visitor.send(
        HttpRequest.newBuilder(URI.create(url + "/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
    String session =
        visitor.cookies.getCookieStore().getCookies().stream()
            .filter(cookie -> cookie.getName().equals("HUODANG"))
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(name + " could not sign in"));
    return Map.of("Cookie", session, "X-CSRF-TOKEN", visitor.pageToken("/password"));
  }

  private String pageToken(String path) {
    Matcher token = PAGE_TOKEN.matcher(send(HttpRequest.newBuilder(URI.create(url + path))));
    if (!token.find()) {
      throw new IllegalStateException("There is no page token on " + path);
    }
    return token.group(1);
  }

  private String send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
