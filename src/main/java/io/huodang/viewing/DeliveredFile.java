package io.huodang.viewing;

import io.huodang.catalog.Words;
import io.huodang.intake.DeliveredName;
import io.huodang.intake.ScanFile;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivered file without pages, as it goes over the wire.
 *
 * @param name as delivered, without its folder
 * @param kind {@code sound}, {@code video} or {@code other}
 * @param mediaType by its content
 * @param size bytes
 * @param sha256 of its bytes at receipt, in hexadecimal
 */
public record DeliveredFile(
    UUID id, String name, String kind, @Nullable String mediaType, long size, String sha256) {
  private static final Set<String> PLAYED =
      Set.of(
          "audio/mpeg",
          "audio/wav",
          "audio/ogg",
          "audio/flac",
          "audio/aac",
          "audio/mp4",
          "video/mp4",
          "video/webm",
          "video/ogg",
          "video/quicktime");

  static DeliveredFile of(ScanFile file) {
    return new DeliveredFile(
        file.id(),
        DeliveredName.of(file.path()).file(),
        Words.of(file.kind()),
        file.mediaType(),
        file.size(),
        file.sha256().hex());
  }

  /** Whether browsers mostly play it. */
  public boolean isPlayed() {
    return mediaType != null && PLAYED.contains(mediaType);
  }

  /** The size for people, with its unit. */
  public String sizeInWords() {
    return size >= 1 << 20
        ? "%.1f MB".formatted(size / (double) (1 << 20))
        : size >= 1 << 10 ? (size >> 10) + " kB" : size + " B";
  }
}
