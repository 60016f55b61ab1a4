package io.huodang.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The formats that pages are delivered in, told apart by their first bytes, never by a name. */
enum ImageFormat {
  TIFF("image/tiff"),
  JPEG("image/jpeg"),
  PNG("image/png");

  private final String mediaType;

  ImageFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  static Optional<ImageFormat> of(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(8);
    }
    if (startsWith(start, 'I', 'I', 42, 0)
        || startsWith(start, 'M', 'M', 0, 42)
        || startsWith(start, 'I', 'I', 43, 0)
        || startsWith(start, 'M', 'M', 0, 43)) {
      return Optional.of(TIFF);
    }
    if (startsWith(start, 0xFF, 0xD8, 0xFF)) {
      return Optional.of(JPEG);
    }
    if (startsWith(start, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
      return Optional.of(PNG);
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... expected) {
    if (bytes.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((bytes[i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
