package io.huodang.recognition;

import io.huodang.recognition.Preparation.InkOff;
import io.huodang.recognition.image.Background;
import io.huodang.recognition.image.Contrast;
import io.huodang.recognition.image.Gray;
import io.huodang.recognition.image.Grayness;
import io.huodang.recognition.image.Halftone;
import io.huodang.recognition.image.Negative;
import io.huodang.recognition.image.Perspective;
import io.huodang.recognition.image.Scale;
import io.huodang.recognition.image.Sharpness;
import io.huodang.recognition.image.SheetFinder;
import io.huodang.recognition.image.Speckles;
import io.huodang.recognition.image.StampInk;
import io.huodang.recognition.image.Threshold;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page whose paper is white and whose red ink, stamps and dust are gone, as it lay on the
 * scanner.
 *
 * @param gray about 300 dots an inch or what the master has, if less
 * @param shrink master pixels for one of these
 * @param dotsPerInch of these pixels
 * @param negative whether white print stood on black paper
 * @param sheet how a camera saw the sheet, null where it fills the picture
 * @param stamps in other colours than red whose ink was taken off
 * @param halftone whether it was shown by dots, which are greys now
 * @param withoutPaper the part that was no paper, such as black borders and holes; white now
 * @param inkLevel see {@link Contrast#stretch}
 * @param specks how many marks of dust were taken out
 * @param split up to where a pixel is ink
 * @param edgeWidth see {@link Sharpness#edgeWidth}
 */
record CleanPage(
    Gray gray,
    double shrink,
    double dotsPerInch,
    boolean negative,
    @Nullable Perspective sheet,
    List<InkOff> stamps,
    boolean halftone,
    double withoutPaper,
    int inkLevel,
    int specks,
    int split,
    double edgeWidth) {
  private static final double SPECKLE_PIXELS_AT_300_DPI = 12;

  static CleanPage of(Picture picture) {
    Gray gray = Grayness.of(picture.image());
    double shrink = picture.shrink();
    List<InkOff> stamps =
        StampInk.takeOff(picture.image(), gray, picture.dpi() / shrink).stream()
            .map(stamp -> InkOff.of(stamp, picture.shrink()))
            .toList();
    int divisor = (int) Math.round(picture.dpi() / shrink / 300);
    if (divisor > 1) {
      gray = Scale.byMean(gray, divisor);
      shrink *= divisor;
    }
    double dotsPerInch = picture.dpi() / shrink;
    double grain = dotsPerInch / 300;
    boolean negative = Negative.isOn(gray, dotsPerInch);
    if (negative) {
      Negative.invert(gray);
    }
    boolean mayBePhotograph = !picture.bilevel() && picture.printed().isEmpty();
    Perspective sheet = mayBePhotograph ? SheetFinder.find(gray).orElse(null) : null;
    if (sheet != null) {
      gray = sheet.flat(gray);
    }
    boolean halftone = Halftone.isOn(gray);
    if (halftone) {
      gray = Halftone.smoothed(gray, grain);
    }
    double withoutPaper = Background.flatten(gray, dotsPerInch);
    int inkLevel = Contrast.stretch(gray);
    int split = Math.clamp(Threshold.otsu(gray.histogram(2)), 90, 190);
    int specks =
        Speckles.remove(gray, split, (int) Math.round(SPECKLE_PIXELS_AT_300_DPI * grain * grain));
    return new CleanPage(
        gray,
        shrink,
        dotsPerInch,
        negative,
        sheet,
        stamps,
        halftone,
        withoutPaper,
        inkLevel,
        specks,
        split,
        Sharpness.edgeWidth(gray));
  }

  double grain() {
    return dotsPerInch / 300;
  }
}
