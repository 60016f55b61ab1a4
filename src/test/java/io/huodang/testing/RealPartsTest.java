package io.huodang.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.vocabulary.CitizenId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class RealPartsTest {
  private static final String SEVENTEEN = "37108119600101123";
  private static final String ID = SEVENTEEN + CitizenId.checkOf(SEVENTEEN);

  @Test
  void registryIsDurableAndSpeaksChinese() {
    JdbcClient jdbc = JdbcClient.create(RealPostgres.migrated().source());

    assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
    assertThat(jdbc.sql("show data_checksums").query(String.class).single()).isEqualTo("on");
    assertThat(jdbc.sql("show listen_addresses").query(String.class).single())
        .isEqualTo("127.0.0.1");
    assertThat(jdbc.sql("select similarity('王建国', '王建囯')").query(Double.class).single())
        .isBetween(0.1, 0.9);
  }

  @Test
  void indexAsksForAPassword() throws Exception {
    RealElasticsearch.Indices indices = RealElasticsearch.indices();
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(indices.url() + "/_cluster/health"));

    assertThat(http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(401);
    String credentials = indices.username() + ":" + indices.password();
    request.header(
        "Authorization",
        "Basic "
            + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    assertThat(http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(200);
  }

  /** Values of people stand in statements, in details, and in the very messages of errors. */
  @Test
  void whatTheRegistryRefusesIsNotQuotedInItsLog() throws Exception {
    RealPostgres.Database registry = RealPostgres.migrated();
    JdbcClient jdbc = JdbcClient.create(registry.source());

    for (String statement :
        List.of(
            "select cast(:value as date)",
            "insert into fonds (number, name) select :value, :value from generate_series(1, 2)",
            "do $$ begin raise exception '%s'; end $$".formatted(ID),
            "insert into app_user (name, display_name, role, password_hash) values (:value, '', 'clerk', '')")) {
      assertThatThrownBy(() -> jdbc.sql(statement).param("value", ID + "!").query().listOfRows())
          .isInstanceOf(DataAccessException.class);
    }

    assertThat(LogGate.filesBelow(RealPostgres.logs())).isNotEmpty();
    assertThat(leaks(RealPostgres.logs())).isEmpty();
  }

  @Test
  void whatTheIndexRefusesIsNotQuotedInItsLog() throws Exception {
    RealElasticsearch.Indices indices = RealElasticsearch.indices();
    String index = indices.indexPrefix() + "log";
    call(
        indices, "PUT", "/" + index, "{\"mappings\":{\"properties\":{\"n\":{\"type\":\"date\"}}}}");

    call(indices, "POST", "/" + index + "/_doc", "{\"n\":\"%s!\"}".formatted(ID));
    call(
        indices,
        "POST",
        "/_bulk",
        "{\"index\":{\"_index\":\"%s\"}}\n{\"n\":\"%s!\"}\n".formatted(index, ID));
    call(
        indices,
        "POST",
        "/" + index + "/_search",
        "{\"query\":{\"term\":{\"n\":\"%s!\"}}}".formatted(ID));
    call(
        indices,
        "POST",
        "/" + index + "/_search",
        "{\"query\":{\"none-such\":\"%s\"}}".formatted(ID));
    call(indices, "POST", "/" + index + "/_search", "not JSON " + ID);

    assertThat(LogGate.filesBelow(RealElasticsearch.logs())).isNotEmpty();
    assertThat(leaks(RealElasticsearch.logs())).isEmpty();
  }

  private static void call(
      RealElasticsearch.Indices indices, String method, String path, String body) throws Exception {
    String credentials = indices.username() + ":" + indices.password();
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(indices.url() + path))
                .header("Content-Type", "application/json")
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.discarding());
  }

  private static List<LogGate.Leak> leaks(Path logs) throws Exception {
    List<LogGate.Leak> leaks = new ArrayList<>();
    for (Path file : LogGate.filesBelow(logs)) {
      leaks.addAll(LogGate.leaksOf(file));
    }
    return leaks;
  }
}
