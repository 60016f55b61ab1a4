package io.huodang.recognition.file;

import io.huodang.recognition.Picture;
import java.io.IOException;
import java.nio.file.Path;

/**
 * An opened file of pages. Not thread-safe.
 *
 * <p>Its methods throw what decoders throw; {@link io.huodang.recognition.PageFiles} makes a {@link
 * io.huodang.vocabulary.Refusal} of it.
 */
public interface PageFile extends AutoCloseable {

  /** Opens a file of a type that has pages. */
  static PageFile open(Path path, FileType type) throws IOException {
    return switch (type.mediaType()) {
      case "image/tiff" -> TiffFile.open(path);
      case "image/jpeg" -> JpegFile.open(path);
      case "image/png", "image/bmp", "image/webp", "image/jp2" ->
          ImageFile.open(path, type.mediaType());
      case "application/pdf" -> PdfFile.open(path);
      default -> throw Refusals.noPages();
    };
  }

  /** How many pages it has; looks at the measures of each, but decodes none. */
  int pages() throws IOException;

  /**
   * Decodes one page.
   *
   * @param page from 1 to {@link #pages}
   */
  Picture decode(int page) throws IOException;

  @Override
  void close() throws IOException;
}
