package io.huodang.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RealPartsTest {

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
}
