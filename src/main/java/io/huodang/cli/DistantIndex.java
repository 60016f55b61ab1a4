package io.huodang.cli;

import io.huodang.local.Home;
import io.huodang.local.Knock;
import io.huodang.vocabulary.Refusal;
import io.huodang.vocabulary.SyncedFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * An Elasticsearch that a setting names.
 *
 * <p>One that never answered this home is a mistake in the settings and ends the start. One that
 * did answer before and is away today is an outage: people are found by the registry meanwhile.
 */
record DistantIndex(String url, @Nullable String username, @Nullable String password) {

  static DistantIndex of(PropertyResolver settings, String prefix) {
    return new DistantIndex(
        settings.getProperty(prefix + "url", ""),
        settings.getProperty(prefix + "username"),
        settings.getProperty(prefix + "password"));
  }

  void require(Home home) throws IOException {
    Path known = home.path().resolve("index-url");
    int status;
    try {
      status = Knock.http(URI.create(url + "/_cluster/health"), username, password);
    } catch (IOException | IllegalArgumentException | ClassCastException e) {
      if (Files.exists(known) && Files.readString(known).equals(url)) {
        System.err.printf(
            "huodang: Elasticsearch at %s is away (%s); the registry answers searches until it is back%n",
            url, e.getMessage());
        return;
      }
      throw refusal("does not answer (%s)".formatted(e.getMessage()), e);
    }
    switch (status) {
      case 200, 408 -> SyncedFile.write(known, url);
      case 401, 403 -> throw refusal("does not let us in (%d)".formatted(status), null);
      default -> throw refusal("does not answer like one (%d)".formatted(status), null);
    }
  }

  private Refusal refusal(String what, @Nullable Throwable cause) {
    String message =
        "Elasticsearch at %s %s; see huodang.search.url, .username and .password"
            .formatted(url, what);
    return cause == null
        ? new Refusal("index-unusable", message)
        : new Refusal("index-unusable", message, cause);
  }
}
