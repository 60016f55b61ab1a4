package io.huodang.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A way to a real server on which something is done at the moment when a certain request comes by.
 */
public final class Gate implements AutoCloseable {
  private static final int CHUNK = 1 << 16;

  private final URI behind;
  private final ServerSocket door;
  private final AtomicReference<@Nullable Watch> watch = new AtomicReference<>();

  /** When a request is to be noticed, and what for. */
  private record Watch(String words, boolean answered, Runnable deed) {}

  /** A way to this server. */
  public Gate(URI behind) throws IOException {
    this.behind = behind;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::letIn);
  }

  /** Where callers come in. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /** Does something once, instead of letting the next request that holds these words through. */
  public void insteadOf(String words, Runnable deed) {
    watch.set(new Watch(words, false, deed));
  }

  /** Does something once, when the next request that holds these words was answered. */
  public void after(String words, Runnable deed) {
    watch.set(new Watch(words, true, deed));
  }

  private void letIn() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        Socket server = new Socket(behind.getHost(), behind.getPort());
        AtomicReference<@Nullable Watch> due = new AtomicReference<>();
        Thread.startVirtualThread(() -> pass(caller, server, due, false));
        Thread.startVirtualThread(() -> pass(server, caller, due, true));
      } catch (IOException closed) {
        return;
      }
    }
  }

  /** Passes on what comes from one side, until one of them ends. */
  private void pass(Socket from, Socket to, AtomicReference<@Nullable Watch> due, boolean answers) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] chunk = new byte[CHUNK];
      for (int length = in.read(chunk); length > 0; length = in.read(chunk)) {
        Watch noticed = answers ? due.getAndSet(null) : noticed(chunk, length);
        if (noticed != null && noticed.answered() && !answers) {
          due.set(noticed);
        } else if (noticed != null) {
          noticed.deed().run();
          return;
        }
        out.write(chunk, 0, length);
      }
    } catch (IOException ended) {
      // As who called, or who was called, would have seen it.
    }
  }

  private @Nullable Watch noticed(byte[] chunk, int length) {
    Watch armed = watch.get();
    boolean holds =
        armed != null
            && new String(chunk, 0, length, StandardCharsets.UTF_8).contains(armed.words());
    return holds && watch.compareAndSet(armed, null) ? armed : null;
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
