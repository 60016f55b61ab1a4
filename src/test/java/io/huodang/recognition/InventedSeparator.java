package io.huodang.recognition;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Map;

/** A separator sheet as it comes out of a printer: the code in the middle of an A4 page. */
public final class InventedSeparator {
  private static final int CODE = 1063; // 90 mm at 300 dots an inch

  private InventedSeparator() {}

  /** A sheet with a code that says so. */
  public static BufferedImage saying(String text) {
    BufferedImage page =
        new BufferedImage(InventedForm.WIDTH, InventedForm.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, page.getWidth(), page.getHeight());
    pen.setColor(Color.BLACK);
    pen.fillRect(800, 500, 880, 90);
    BitMatrix modules = modules(text);
    double side = (double) CODE / modules.getWidth();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y)) {
          int left = (int) (708 + x * side);
          int top = (int) (1200 + y * side);
          pen.fillRect(
              left, top, (int) (708 + (x + 1) * side) - left, (int) (1200 + (y + 1) * side) - top);
        }
      }
    }
    pen.dispose();
    return page;
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.H,
                  EncodeHintType.CHARACTER_SET,
                  "UTF-8"));
    } catch (WriterException e) {
      throw new IllegalStateException(e);
    }
  }
}
