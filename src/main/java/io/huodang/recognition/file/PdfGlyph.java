package io.huodang.recognition.file;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * A character as a page of a PDF paints it.
 *
 * @param text what it means; empty when the file does not say, or says nonsense
 * @param box where it stands, in the page's own units, its y axis upwards
 * @param directionX of the line that it stands in, in the page's own units
 * @param directionY of the line that it stands in, in the page's own units
 * @param embedded whether the file brings its shape along
 */
record PdfGlyph(
    String text, Rectangle2D box, double directionX, double directionY, boolean embedded) {
  private static final double ABOVE = 0.86;
  private static final double BELOW = -0.14;

  static PdfGlyph of(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
    String unicode = font.toUnicode(code);
    PDFontDescriptor descriptor = font.getFontDescriptor();
    double above = descriptor == null ? 0 : descriptor.getAscent() / 1000;
    double below = descriptor == null ? 0 : descriptor.getDescent() / 1000;
    boolean isPlausible = above > 0.4 && above < 1.2 && below <= 0 && below > -0.6;
    double bottom = isPlausible ? below : BELOW;
    double top = isPlausible ? above : ABOVE;
    double width = font.isVertical() ? 1 : displacement.getX();
    Rectangle2D em = new Rectangle2D.Double(0, bottom, Math.max(width, 0.01), top - bottom);
    return new PdfGlyph(
        unicode == null || isNonsense(unicode) ? "" : Unified.of(unicode),
        matrix.createAffineTransform().createTransformedShape(em).getBounds2D(),
        matrix.getScaleX(),
        matrix.getShearY(),
        font.isEmbedded());
  }

  boolean isSpace() {
    return !text.isEmpty() && text.isBlank();
  }

  private static boolean isNonsense(String text) {
    return text.codePoints()
        .anyMatch(
            c ->
                c == 0xFFFD
                    || Character.isISOControl(c)
                    || Character.getType(c) == Character.PRIVATE_USE
                    || Character.getType(c) == Character.UNASSIGNED);
  }
}
