package io.huodang.viewing;

import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes to be shown.
 *
 * @param mediaType for example {@code image/jpeg}
 * @param size bytes
 * @param bytes opened by whoever sends them
 */
public record Picture(String mediaType, long size, Bytes bytes) {

  /** Where the bytes come from; reading to the end proves that they have not changed. */
  @FunctionalInterface
  public interface Bytes {
    InputStream open() throws IOException;
  }
}
