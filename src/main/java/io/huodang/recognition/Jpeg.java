package io.huodang.recognition;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as JPEG (ITU T.81). */
public final class Jpeg {
  private Jpeg() {}

  /**
   * Writes one picture of grey or of colour.
   *
   * @param out left open
   * @param quality from 0 to 1
   */
  public static void write(BufferedImage image, OutputStream out, float quality)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream bytes = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(bytes);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
  }
}
