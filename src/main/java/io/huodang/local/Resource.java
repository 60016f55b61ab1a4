package io.huodang.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A text file beside this class. */
final class Resource {
  private Resource() {}

  static String text(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Resource.class.getResourceAsStream(name), "missing: " + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
