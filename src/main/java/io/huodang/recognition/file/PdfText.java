package io.huodang.recognition.file;

import io.huodang.recognition.Box;
import io.huodang.recognition.PrintedGlyph;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The text layer of a page that was drawn, as far as it can be believed: it says what every
 * character means, most of the page is no picture, lines run from left to right, and the drawing
 * shows something where a character is said to stand.
 */
final class PdfText {
  private static final double MOSTLY_PICTURE = 0.5;
  private static final double ALMOST_ALL = 0.98;
  private static final int CONTRAST = 40;

  private final BufferedImage image;
  private final AffineTransform onImage;
  private final boolean fontMissing;
  private final Map<String, List<Box>> seen = new HashMap<>();

  private PdfText(BufferedImage image, AffineTransform onImage, boolean fontMissing) {
    this.image = image;
    this.onImage = onImage;
    this.fontMissing = fontMissing;
  }

  /**
   * The characters to believe; none when the page must be read from its picture.
   *
   * @param image the page as it was drawn
   * @param scale its pixels for one of the page's units
   * @param fontMissing whether shapes of some characters were not at hand
   */
  static List<PrintedGlyph> of(
      PdfContent content, BufferedImage image, double scale, boolean fontMissing) {
    AffineTransform onImage = onImage(content.page(), scale);
    if (content.pictured() >= MOSTLY_PICTURE || !isReadable(content.glyphs(), onImage)) {
      return List.of();
    }
    return new PdfText(image, onImage, fontMissing).printed(content.glyphs());
  }

  /** As the page's units are brought to pixels when it is drawn. */
  private static AffineTransform onImage(PDPage page, double scale) {
    PDRectangle sheet = page.getCropBox();
    int rotation = page.getRotation();
    AffineTransform onImage = AffineTransform.getScaleInstance(scale, scale);
    onImage.translate(
        rotation == 90 ? sheet.getHeight() : rotation == 180 ? sheet.getWidth() : 0,
        rotation == 270 ? sheet.getWidth() : rotation == 180 ? sheet.getHeight() : 0);
    onImage.rotate(Math.toRadians(rotation));
    onImage.translate(0, sheet.getHeight());
    onImage.scale(1, -1);
    onImage.translate(-sheet.getLowerLeftX(), -sheet.getLowerLeftY());
    return onImage;
  }

  private static boolean isReadable(List<PdfGlyph> glyphs, AffineTransform onImage) {
    int all = 0;
    int readable = 0;
    for (PdfGlyph glyph : glyphs) {
      if (!glyph.isSpace()) {
        all++;
        readable += !glyph.text().isEmpty() && runsToTheRight(glyph, onImage) ? 1 : 0;
      }
    }
    return all > 0 && readable >= ALMOST_ALL * all;
  }

  private static boolean runsToTheRight(PdfGlyph glyph, AffineTransform onImage) {
    Point2D direction =
        onImage.deltaTransform(
            new Point2D.Double(glyph.directionX(), glyph.directionY()), new Point2D.Double());
    return direction.getX() > 0 && Math.abs(direction.getY()) < 0.1 * direction.getX();
  }

  private List<PrintedGlyph> printed(List<PdfGlyph> glyphs) {
    List<PrintedGlyph> printed = new ArrayList<>();
    for (PdfGlyph glyph : glyphs) {
      Rectangle2D place = onImage.createTransformedShape(glyph.box()).getBounds2D();
      Box box =
          new Box(
              (int) Math.floor(place.getX()),
              (int) Math.floor(place.getY()),
              Math.max(1, (int) Math.ceil(place.getWidth())),
              Math.max(1, (int) Math.ceil(place.getHeight())));
      if (glyph.isSpace()) {
        printed.add(new PrintedGlyph(" ", box));
      } else if (!glyph.text().isEmpty() && isShown(glyph, box) && isFirstHere(glyph, box)) {
        printed.add(new PrintedGlyph(glyph.text(), box));
      }
    }
    return printed;
  }

  /** White on white, below a picture, beside the sheet: nobody sees it. */
  private boolean isShown(PdfGlyph glyph, Box box) {
    int left = Math.max(0, box.x());
    int right = Math.min(image.getWidth(), box.x() + box.width());
    int bottom = Math.min(image.getHeight(), box.y() + box.height());
    int darkest = 255;
    int lightest = 0;
    for (int y = Math.max(0, box.y()); y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int colour = image.getRGB(x, y);
        int low = Math.min(Math.min(colour >> 16 & 255, colour >> 8 & 255), colour & 255);
        darkest = Math.min(darkest, low);
        lightest = Math.max(lightest, low);
      }
    }
    boolean unknowable = fontMissing && !glyph.embedded() && right > left;
    return lightest - darkest >= CONTRAST || unknowable;
  }

  /** Some programs make letters bold by painting them twice. */
  private boolean isFirstHere(PdfGlyph glyph, Box box) {
    List<Box> same = seen.computeIfAbsent(glyph.text(), _ -> new ArrayList<>());
    boolean again =
        same.stream()
            .anyMatch(
                other ->
                    Math.abs(other.x() - box.x()) * 3 < box.width()
                        && Math.abs(other.y() - box.y()) * 3 < box.height());
    same.add(box);
    return !again;
  }
}
