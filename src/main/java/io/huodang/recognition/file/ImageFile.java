package io.huodang.recognition.file;

import io.huodang.recognition.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A picture, or several in one file, as an image decoder reads them. */
final class ImageFile implements PageFile {
  /** Above this, every second pixel of every second row is decoded (A3 at 400 dpi stays whole). */
  static final long MOST_DECODED_PIXELS = 40_000_000;

  private static final Set<String> SHOWN_BY_BROWSERS =
      Set.of("image/jpeg", "image/png", "image/webp");

  static {
    ImageIO.setUseCache(false);
  }

  private final ImageInputStream in;
  private final ImageReader reader;
  private final String mediaType;
  private final List<Integer> images;
  private final List<String> warnings = new ArrayList<>();

  private ImageFile(
      ImageInputStream in, ImageReader reader, String mediaType, List<Integer> images) {
    this.in = in;
    this.reader = reader;
    this.mediaType = mediaType;
    this.images = images;
    reader.setInput(in, false, false);
    reader.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
  }

  /** A file of one picture. */
  static ImageFile open(Path path, String mediaType) throws IOException {
    return open(path, mediaType, List.of(0));
  }

  /**
   * A file of several pictures.
   *
   * @param images which of its pictures are pages
   */
  static ImageFile open(Path path, String mediaType, List<Integer> images) throws IOException {
    ImageReader reader = readerOf(mediaType);
    ImageInputStream in = ImageIO.createImageInputStream(path.toFile());
    return new ImageFile(in, reader, mediaType, images);
  }

  /** One picture that is not in a file of its own. */
  static ImageFile of(ImageInputStream in, String mediaType) {
    return new ImageFile(in, readerOf(mediaType), mediaType, List.of(0));
  }

  /** TwelveMonkeys' decoders before those of the JDK: they read more. */
  static ImageReader readerOf(String mediaType) {
    ImageReader found = null;
    for (Iterator<ImageReader> all = ImageIO.getImageReadersByMIMEType(mediaType);
        all.hasNext(); ) {
      ImageReader reader = all.next();
      if (reader.getClass().getName().startsWith("com.twelvemonkeys.")) {
        return reader;
      }
      found = found == null ? reader : found;
    }
    if (found == null) {
      throw new IllegalStateException("This Java reads no " + mediaType);
    }
    return found;
  }

  @Override
  public int pages() throws IOException {
    for (int image : images) {
      Refusals.checkSize(reader.getWidth(image), reader.getHeight(image));
    }
    return images.size();
  }

  /** How a picture's pixels are had from its decoder. */
  @FunctionalInterface
  interface Decoding {
    BufferedImage of(ImageReader reader, ImageReadParam parameters) throws IOException;
  }

  @Override
  public Picture decode(int page) throws IOException {
    int image = images.get(page - 1);
    return decode(page, (decoder, parameters) -> decoder.read(image, parameters));
  }

  Picture decode(int page, Decoding decoding) throws IOException {
    int image = images.get(page - 1);
    int width = reader.getWidth(image);
    int height = reader.getHeight(image);
    Refusals.checkSize(width, height);
    warnings.clear();
    BufferedImage decoded = decoding.of(reader, thinned(reader, width, height));
    if (warnings.stream().anyMatch(Refusals::saysTruncated)) {
      throw Refusals.truncated();
    }
    Description said = Description.of(reader.getImageMetadata(image), mediaType);
    return PagePicture.of(decoded, width, height, said, SHOWN_BY_BROWSERS.contains(mediaType));
  }

  private static ImageReadParam thinned(ImageReader reader, int width, int height) {
    ImageReadParam parameters = reader.getDefaultReadParam();
    if ((long) width * height > MOST_DECODED_PIXELS) {
      parameters.setSourceSubsampling(2, 2, 0, 0);
    }
    return parameters;
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    in.close();
  }
}
