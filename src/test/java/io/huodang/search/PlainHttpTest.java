package io.huodang.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
