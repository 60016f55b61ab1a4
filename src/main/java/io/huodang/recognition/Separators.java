package io.huodang.recognition;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.huodang.recognition.image.Gray;
import io.huodang.recognition.image.Grayness;
import io.huodang.recognition.image.Negative;
import io.huodang.recognition.image.Scale;
import io.huodang.vocabulary.SeparatorCode;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for the code of a separator sheet on a page. The code is large: a page of some hundred
 * pixels shows it, and dust and noise are gone from it; what a small one does not show, a larger
 * one may. Evenly lit scans want one threshold, photographs many.
 */
public final class Separators {
  private static final int[] LONGER_SIDES = {600, 1000, 2000};
  private static final Map<DecodeHintType, Object> HINTS =
      Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.CHARACTER_SET, "UTF-8");

  private Separators() {}

  /** What the separator's code on the page says, or empty when it is no separator sheet. */
  public static Optional<SeparatorCode> on(Picture page) {
    Gray gray = Grayness.of(page.image());
    Optional<SeparatorCode> found = inSizes(gray);
    if (found.isEmpty() && Negative.isMostlyDark(gray)) {
      Negative.invert(gray);
      return inSizes(gray);
    }
    return found;
  }

  private static Optional<SeparatorCode> inSizes(Gray gray) {
    int tried = 0;
    for (int side : LONGER_SIDES) {
      int divisor = Math.max(1, Math.max(gray.width(), gray.height()) / side);
      if (divisor == tried) {
        break;
      }
      tried = divisor;
      Optional<SeparatorCode> found = in(divisor == 1 ? gray : Scale.byMean(gray, divisor));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<SeparatorCode> in(Gray gray) {
    LuminanceSource source = Barcodes.luminance(gray);
    return in(new GlobalHistogramBinarizer(source)).or(() -> in(new HybridBinarizer(source)));
  }

  private static Optional<SeparatorCode> in(Binarizer page) {
    try {
      Result code = new QRCodeReader().decode(new BinaryBitmap(page), HINTS);
      return SeparatorCode.parse(code.getText());
    } catch (NotFoundException | ChecksumException | FormatException noneThatCanBeRead) {
      return Optional.empty();
    }
  }
}
