package io.huodang.recognition.file;

import io.huodang.recognition.FileKind;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a file is by its content.
 *
 * @param mediaType for example {@code image/tiff}
 * @param kind what it is to an archive
 */
public record FileType(String mediaType, FileKind kind) {
  static final FileType UNKNOWN = other("application/octet-stream");

  /** What a file that is not empty is. */
  public static FileType of(Path file) throws IOException {
    return FileTypes.of(file);
  }

  static FileType pages(String mediaType) {
    return new FileType(mediaType, FileKind.PAGES);
  }

  static FileType sound(String mediaType) {
    return new FileType(mediaType, FileKind.SOUND);
  }

  static FileType video(String mediaType) {
    return new FileType(mediaType, FileKind.VIDEO);
  }

  static FileType other(String mediaType) {
    return new FileType(mediaType, FileKind.OTHER);
  }
}
