package io.huodang.recognition;

import io.huodang.recognition.engine.Symbol;
import io.huodang.recognition.engine.Tesseract;
import io.huodang.recognition.image.Gray;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Reads a page as Tesseract does by itself: grey, uncleaned, cut by the engine (psm 3). The
 * baseline that recognition is measured against.
 */
public final class PlainReader implements AutoCloseable {
  private final Tesseract engine;

  private PlainReader(Tesseract engine) {
    this.engine = engine;
  }

  /** Loads the engine; one for each thread. */
  public static PlainReader load(Path trainedData) {
    return new PlainReader(Tesseract.load(trainedData, TrainedData.LANGUAGE));
  }

  /** All characters of a page in the engine's reading order. */
  public String read(Picture picture) {
    BufferedImage grey =
        new BufferedImage(
            picture.image().getWidth(), picture.image().getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = grey.createGraphics();
    pen.drawImage(picture.image(), 0, 0, null);
    pen.dispose();
    byte[] pixels = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
    return engine
        .read(new Gray(grey.getWidth(), grey.getHeight(), pixels), Tesseract.Layout.PAGE)
        .stream()
        .map(Symbol::text)
        .collect(Collectors.joining());
  }

  @Override
  public void close() {
    engine.close();
  }
}
