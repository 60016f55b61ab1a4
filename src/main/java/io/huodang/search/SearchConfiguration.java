package io.huodang.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.ElasticsearchTransportBase;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
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
    return impatient(settings);
  }

  @Bean(destroyMethod = "close")
  ElasticsearchClient writes(SearchSettings settings) {
    return client(settings, settings.writeTimeout());
  }

  /** For who waits at the counter. */
  static ElasticsearchClient impatient(SearchSettings settings) {
    Timeout patience = Timeout.of(settings.queryTimeout());
    PoolingHttpClientConnectionManager connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnPerRoute(CONNECTIONS)
            .setMaxConnTotal(CONNECTIONS)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                    .setSocketTimeout(patience)
                    .build())
            .build();
    CloseableHttpClient http =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(patience)
                    .setResponseTimeout(patience)
                    .build())
            .setDefaultHeaders(account(settings))
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .build();
    return new ElasticsearchClient(
        new ElasticsearchTransportBase(
            new PlainHttp(settings.url(), http), null, new Jackson3JsonpMapper()) {});
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
    builder.setDefaultHeaders(account(settings).toArray(Header[]::new));
    return new ElasticsearchClient(
        new Rest5ClientTransport(builder.build(), new Jackson3JsonpMapper()));
  }

  private static List<Header> account(SearchSettings settings) {
    String username = settings.username();
    String password = settings.password();
    return username == null || username.isBlank() || password == null
        ? List.of()
        : List.of(basic(username, password));
  }

  private static Header basic(String username, String password) {
    byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new BasicHeader(
        HttpHeaders.AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(pair));
  }
}
