package io.huodang.recognition.file;

import io.huodang.recognition.engine.Jpeg2000;
import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Reads JPEG 2000, as a file and for PDFBox, which asks Java's image decoders. */
final class Jpeg2000Reader extends ImageReader {
  private static final int LONGEST = 256 << 20;

  /** Decoding takes 16 bytes a pixel beside the Java heap. */
  private static final long MOST_PIXELS = 40_000_000;

  private static final long START_OF_CODESTREAM = 0xFF4FFF51L;

  private byte @Nullable [] bytes;
  private Measures measures = new Measures(0, 0, 0);

  Jpeg2000Reader(ImageReaderSpi provider) {
    super(provider);
  }

  private record Measures(int width, int height, int components) {}

  private byte[] bytes() throws IOException {
    byte[] known = bytes;
    if (known == null) {
      ImageInputStream in = (ImageInputStream) getInput();
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      byte[] piece = new byte[1 << 16];
      for (int n = in.read(piece); n >= 0 && all.size() < LONGEST; n = in.read(piece)) {
        all.write(piece, 0, n);
      }
      known = all.toByteArray();
      measures = measures(known);
      bytes = known;
    }
    return known;
  }

  /** From the first marker segment of the codestream (annex A.5.1). */
  private static Measures measures(byte[] bytes) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(bytes);
    for (int at = 0; at + 42 < bytes.length; at++) {
      if (Integer.toUnsignedLong(all.getInt(at)) == START_OF_CODESTREAM) {
        long width = unsigned(all, at + 8) - unsigned(all, at + 16);
        long height = unsigned(all, at + 12) - unsigned(all, at + 20);
        Refusals.checkSize(width, height);
        return new Measures((int) width, (int) height, all.getShort(at + 40));
      }
    }
    throw new IOException("No JPEG 2000 codestream");
  }

  private static long unsigned(ByteBuffer bytes, int at) {
    return Integer.toUnsignedLong(bytes.getInt(at));
  }

  @Override
  public void setInput(Object input, boolean forwardOnly, boolean ignoreMetadata) {
    super.setInput(input, forwardOnly, ignoreMetadata);
    bytes = null;
  }

  @Override
  public int getNumImages(boolean search) {
    return 1;
  }

  @Override
  public int getWidth(int image) throws IOException {
    bytes();
    return measures.width;
  }

  @Override
  public int getHeight(int image) throws IOException {
    bytes();
    return measures.height;
  }

  @Override
  public Iterator<ImageTypeSpecifier> getImageTypes(int image) {
    return List.of(ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_BYTE_GRAY))
        .iterator();
  }

  @Override
  public @Nullable IIOMetadata getStreamMetadata() {
    return null;
  }

  @Override
  public @Nullable IIOMetadata getImageMetadata(int image) {
    return null;
  }

  @Override
  public BufferedImage read(int image, @Nullable ImageReadParam parameters) throws IOException {
    byte[] file = bytes();
    if (measures.components != 1 && measures.components != 3) {
      throw new IOException("JPEG 2000 of " + measures.components + " components is not read");
    }
    int stepX = parameters == null ? 1 : parameters.getSourceXSubsampling();
    int stepY = parameters == null ? 1 : parameters.getSourceYSubsampling();
    int reduction = Integer.highestOneBit(Math.clamp(Math.min(stepX, stepY), 1, 8));
    if ((long) measures.width * measures.height / ((long) reduction * reduction) > MOST_PIXELS) {
      throw Refusals.tooLarge(measures.width, measures.height);
    }
    Rectangle region = getSourceRegion(parameters, measures.width, measures.height);
    Jpeg2000.Decoded decoded = Jpeg2000.decode(file, reduction);
    boolean whole = region.equals(new Rectangle(measures.width, measures.height));
    return whole && stepX == reduction && stepY == reduction
        ? image(decoded.width(), decoded.height(), decoded.grey(), decoded.samples())
        : part(decoded, region, stepX, stepY, reduction);
  }

  private static BufferedImage part(
      Jpeg2000.Decoded decoded, Rectangle region, int stepX, int stepY, int reduction) {
    int width = (region.width + stepX - 1) / stepX;
    int height = (region.height + stepY - 1) / stepY;
    int bands = decoded.grey() ? 1 : 3;
    byte[] samples = new byte[width * height * bands];
    for (int y = 0; y < height; y++) {
      int fromY = Math.min((region.y + y * stepY) / reduction, decoded.height() - 1);
      for (int x = 0; x < width; x++) {
        int fromX = Math.min((region.x + x * stepX) / reduction, decoded.width() - 1);
        System.arraycopy(
            decoded.samples(),
            (fromY * decoded.width() + fromX) * bands,
            samples,
            (y * width + x) * bands,
            bands);
      }
    }
    return image(width, height, decoded.grey(), samples);
  }

  /** In the order of the samples, which PDFBox takes as they lie. */
  private static BufferedImage image(int width, int height, boolean grey, byte[] samples) {
    int bands = grey ? 1 : 3;
    int[] offsets = grey ? new int[] {0} : new int[] {0, 1, 2};
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(samples, samples.length),
            width,
            height,
            width * bands,
            bands,
            offsets,
            null);
    ColorSpace space = ColorSpace.getInstance(grey ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
    ComponentColorModel colours =
        new ComponentColorModel(
            space, false, false, ComponentColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
    return new BufferedImage(colours, raster, false, null);
  }
}
