package io.huodang.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Two clients of one Elasticsearch: impatient for who waits at the counter, patient for bulks. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
  /**
   * A search asks two questions at a time; nobody waits for a connection before the node is busy.
   */
  private static final int CONNECTIONS = 64;

  @Bean(destroyMethod = "close")
  ElasticsearchClient queries(SearchSettings settings) {
    return client(settings, settings.queryTimeout());
  }

  @Bean(destroyMethod = "close")
  ElasticsearchClient writes(SearchSettings settings) {
    return client(settings, settings.writeTimeout());
  }

  static ElasticsearchClient client(SearchSettings settings, Duration patience) {
    Rest5ClientBuilder builder =
        Rest5Client.builder(HttpHost.create(settings.url()))
            .setConnectionManagerCallback(
                connections ->
                    connections.setMaxConnPerRoute(CONNECTIONS).setMaxConnTotal(CONNECTIONS))
            .setConnectionConfigCallback(
                connection ->
                    connection
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(patience)))
            .setRequestConfigCallback(
                request ->
                    request
                        .setConnectionRequestTimeout(Timeout.of(patience))
                        .setResponseTimeout(Timeout.of(patience)));
    String username = settings.username();
    String password = settings.password();
    if (username != null && !username.isBlank() && password != null) {
      builder.setDefaultHeaders(new Header[] {basic(username, password)});
    }
    return new ElasticsearchClient(
        new Rest5ClientTransport(builder.build(), new Jackson3JsonpMapper()));
  }

  private static Header basic(String username, String password) {
    byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new BasicHeader(
        HttpHeaders.AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(pair));
  }
}
