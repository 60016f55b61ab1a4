package io.huodang.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Asks once whether somebody answers at an address, with little patience. */
public final class Knock {
  private static final int CONNECT = 1000; // milliseconds
  private static final int READ = 5000;

  private Knock() {}

  /**
   * Asks over HTTP.
   *
   * @param user whom we say we are; null for nobody
   * @param password of that user
   * @return the status of the answer
   * @throws IOException when nobody answers
   */
  public static int http(URI address, @Nullable String user, @Nullable String password)
      throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(CONNECT);
    connection.setReadTimeout(READ);
    connection.setInstanceFollowRedirects(false);
    if (user != null) {
      byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      connection.setRequestProperty(
          "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
    try {
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }

  /** Whether this address answers with 200; an address that does not answer does not. */
  static boolean answers(String address, @Nullable String user, @Nullable String password) {
    try {
      return http(URI.create(address), user, password) == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether somebody listens there. */
  public static boolean isOpen(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), CONNECT);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
