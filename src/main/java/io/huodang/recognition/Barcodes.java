package io.huodang.recognition;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import io.huodang.recognition.image.Gray;
import io.huodang.recognition.image.Grayness;
import io.huodang.recognition.image.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads the barcodes and two-dimensional codes that label printers put on covers and boxes: those
 * with a check, for others are found in any grid.
 */
public final class Barcodes {
  private static final int READ_DOTS_PER_INCH = 200;
  private static final Map<DecodeHintType, Object> HINTS =
      Map.of(
          DecodeHintType.TRY_HARDER,
          true,
          DecodeHintType.CHARACTER_SET,
          "UTF-8",
          DecodeHintType.POSSIBLE_FORMATS,
          List.of(BarcodeFormat.CODE_128, BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX));

  private Barcodes() {}

  /**
   * A code on a page.
   *
   * @param text what it says
   * @param box on the page
   */
  public record Code(String text, Box box) {}

  /** All codes on a page that can be read. */
  public static List<Code> on(Picture page) {
    Gray gray = Grayness.of(page.image());
    double shrink = page.shrink();
    int divisor = (int) (page.dpi() / shrink / READ_DOTS_PER_INCH);
    if (divisor > 1) {
      gray = Scale.byMean(gray, divisor);
      shrink *= divisor;
    }
    LuminanceSource source = luminance(gray);
    double scale = shrink;
    try {
      Result[] found =
          new GenericMultipleBarcodeReader(new MultiFormatReader())
              .decodeMultiple(new BinaryBitmap(new HybridBinarizer(source)), HINTS);
      return Arrays.stream(found)
          .map(code -> new Code(code.getText(), around(code.getResultPoints(), scale)))
          .toList();
    } catch (NotFoundException none) {
      return List.of();
    }
  }

  /** A picture as the decoders want it; its pixels are shared. */
  static LuminanceSource luminance(Gray gray) {
    return new PlanarYUVLuminanceSource(
        gray.pixels(), gray.width(), gray.height(), 0, 0, gray.width(), gray.height(), false);
  }

  private static Box around(ResultPoint[] points, double scale) {
    var x = Arrays.stream(points).mapToDouble(ResultPoint::getX).summaryStatistics();
    var y = Arrays.stream(points).mapToDouble(ResultPoint::getY).summaryStatistics();
    return new Box(
        (int) (x.getMin() * scale),
        (int) (y.getMin() * scale),
        (int) Math.ceil((x.getMax() - x.getMin()) * scale) + 1,
        (int) Math.ceil((y.getMax() - y.getMin()) * scale) + 1);
  }
}
