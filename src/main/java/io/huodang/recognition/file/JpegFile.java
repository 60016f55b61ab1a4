package io.huodang.recognition.file;

import io.huodang.recognition.Picture;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A JPEG: a picture whose segments are looked at before a decoder sees it. */
final class JpegFile {
  private JpegFile() {}

  static PageFile open(Path path) throws IOException {
    JpegSegments segments;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      segments = JpegSegments.of(in);
    }
    ImageFile image = ImageFile.open(path, "image/jpeg");
    return segments.isPlainInks() ? new OfInks(image) : image;
  }

  /** Cyan, magenta, yellow and black without Adobe's marker, which decoders take for a colour. */
  private record OfInks(ImageFile image) implements PageFile {
    @Override
    public int pages() throws IOException {
      return image.pages();
    }

    @Override
    public Picture decode(int page) throws IOException {
      return image.decode(
          page, (reader, parameters) -> Plain.ofInks(reader.readRaster(0, parameters)));
    }

    @Override
    public void close() throws IOException {
      image.close();
    }
  }
}
