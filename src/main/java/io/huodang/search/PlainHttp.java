package io.huodang.search;

import co.elastic.clients.transport.TransportOptions;
import co.elastic.clients.transport.http.TransportHttpClient;
import co.elastic.clients.util.BinaryData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.net.URIBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Asks Elasticsearch on the thread of who waits for the answer: the client's own way hands each
 * question to a reactor and the answer back, which takes longer than many an answer. When one is
 * not answered in time, nobody waits on for the answers to others. Thread-safe.
 */
final class PlainHttp implements TransportHttpClient {
  private final URI url;
  private final CloseableHttpClient http;
  private final Set<HttpUriRequestBase> underWay = ConcurrentHashMap.newKeySet();

  /**
   * Prepares.
   *
   * @param http knows how patient to be, and who we are
   */
  PlainHttp(URI url, CloseableHttpClient http) {
    this.url = url;
    this.http = http;
  }

  @Override
  public Response performRequest(
      String endpointId, @Nullable Node node, Request request, @Nullable TransportOptions options)
      throws IOException {
    HttpUriRequestBase call = new HttpUriRequestBase(request.method(), address(request));
    request.headers().forEach(call::setHeader);
    if (options != null) {
      options.headers().forEach(header -> call.setHeader(header.getKey(), header.getValue()));
    }
    if (request.body() != null) {
      call.setEntity(new ByteArrayEntity(bytes(request.body()), null));
    }
    underWay.add(call);
    try {
      return http.execute(call, this::answer);
    } catch (SocketTimeoutException e) {
      underWay.forEach(HttpUriRequestBase::abort);
      throw e;
    } catch (IOException e) {
      throw call.isAborted() ? new SocketTimeoutException("Another one was not answered") : e;
    } finally {
      underWay.remove(call);
    }
  }

  private Answer answer(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    return new Answer(
        new Node(url),
        response.getCode(),
        List.of(response.getHeaders()),
        entity == null
            ? null
            : BinaryData.of(EntityUtils.toByteArray(entity), entity.getContentType()));
  }

  private URI address(Request request) throws IOException {
    List<NameValuePair> parameters = new ArrayList<>();
    request.queryParams().forEach((k, v) -> parameters.add(new BasicNameValuePair(k, v)));
    try {
      return new URIBuilder(url + request.path()).addParameters(parameters).build();
    } catch (URISyntaxException e) {
      throw new IOException("Not an address", e);
    }
  }

  private static byte[] bytes(Iterable<ByteBuffer> body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WritableByteChannel out = Channels.newChannel(bytes)) {
      for (ByteBuffer part : body) {
        out.write(part.duplicate()); // the line ends between are one buffer for all requests
      }
    }
    return bytes.toByteArray();
  }

  @Override
  public CompletableFuture<Response> performRequestAsync(
      String endpointId, @Nullable Node node, Request request, @Nullable TransportOptions options) {
    throw new UnsupportedOperationException("Who asks waits for the answer");
  }

  @Override
  public void close() throws IOException {
    http.close();
  }

  /** An answer, read to its end. */
  private record Answer(Node node, int statusCode, List<Header> all, @Nullable BinaryData body)
      implements Response {
    @Override
    public @Nullable String header(String name) {
      return headers(name).stream().findFirst().orElse(null);
    }

    @Override
    public List<String> headers(String name) {
      return all.stream()
          .filter(header -> header.getName().equalsIgnoreCase(name))
          .map(Header::getValue)
          .toList();
    }

    @Override
    public @Nullable Object originalResponse() {
      return null;
    }

    @Override
    public void close() {}
  }
}
