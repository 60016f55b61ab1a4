package io.huodang.workers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of what a process wrote to standard error: a bounded part of what may be without end. */
final class LastWords {
  private static final Logger log = LoggerFactory.getLogger(LastWords.class);
  private static final int KEPT = 2000;

  private final StringBuilder text = new StringBuilder();

  private LastWords() {}

  /** Listens until the process ends. */
  static LastWords of(Process process) {
    LastWords words = new LastWords();
    Thread.ofPlatform()
        .daemon()
        .name("worker-" + process.pid() + "-errors")
        .start(() -> words.listen(process.getErrorStream()));
    return words;
  }

  private void listen(InputStream in) {
    byte[] buffer = new byte[4096];
    try (in) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        add(new String(buffer, 0, n, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      log.debug("A worker's standard error ended", e);
    }
  }

  private synchronized void add(String more) {
    text.append(more);
    text.delete(0, Math.max(0, text.length() - KEPT));
  }

  @Override
  public synchronized String toString() {
    return text.toString().strip();
  }
}
