package io.huodang.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PlainHttpTest {
  private static final Duration PATIENCE = Duration.ofMillis(300);

  @Test
  void whoAcceptsAndSaysNothingIsGivenUp() throws IOException {
    try (ServerSocket silent = listening();
        ElasticsearchClient client = asking(silent)) {
      assertThatIOException().isThrownBy(() -> client.search(s -> s.index("people"), Void.class));
    }
  }

  @Test
  void nobodyWaitsOnWhenAnotherOneIsGivenUp() throws Exception {
    try (ServerSocket server = listening();
        ElasticsearchClient client = asking(server);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<SearchResponse<Void>> slow = callers.submit(() -> ask(client));
      Socket toSlow = server.accept();
      callers.submit(() -> answerForEver(toSlow));
      Future<SearchResponse<Void>> silent = callers.submit(() -> ask(client));

      assertThat(silent).failsWithin(Duration.ofSeconds(10));
      assertThat(slow).failsWithin(Duration.ofSeconds(10));
    }
  }

  private static SearchResponse<Void> ask(ElasticsearchClient client) throws IOException {
    return client.search(s -> s.index("people"), Void.class);
  }

  /** Says something again and again, so that nobody gives it up for its silence. */
  private static Void answerForEver(Socket caller) throws Exception {
    try (caller) {
      OutputStream out = caller.getOutputStream();
      out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
      while (true) {
        out.write('.');
        Thread.sleep(PATIENCE.dividedBy(10));
      }
    }
  }

  @Test
  void whatIsNoAnswerOfElasticsearchIsNone() throws Exception {
    try (ServerSocket other = listening();
        ElasticsearchClient client = asking(other)) {
      Thread answering = Thread.startVirtualThread(() -> answer(other));
      assertThatIOException().isThrownBy(() -> client.search(s -> s.index("people"), Void.class));
      assertThat(answering.join(Duration.ofSeconds(10))).isTrue();
    }
  }

  /** As a proxy does that does not reach what is behind it. */
  private static void answer(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getInputStream().readNBytes(1);
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 4\r\n\r\nnope"
                  .getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  private static ElasticsearchClient asking(ServerSocket server) {
    URI url = URI.create("http://127.0.0.1:" + server.getLocalPort());
    return SearchConfiguration.impatient(
        new SearchSettings(
            url, null, null, "", null, PATIENCE, PATIENCE, PATIENCE, Duration.ofSeconds(2)));
  }
}
