package io.huodang.recognition.file;

import io.huodang.recognition.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Draws pages of a PDF that are more than an image, at 300 dots an inch. */
final class PdfDrawing extends PDFRenderer {
  private static final double DOTS_PER_INCH = 300;
  private static final int MOST_OPERATORS = 5_000_000;

  private int operators;
  private boolean partMissing;
  private boolean fontMissing;

  PdfDrawing(PDDocument document) {
    super(document);
    setSubsamplingAllowed(true);
  }

  /** Draws one page, from 0; a very large one with fewer dots an inch. */
  Picture of(int index, PdfContent content) throws IOException {
    operators = 0;
    partMissing = false;
    fontMissing = false;
    PDRectangle sheet = content.page().getCropBox();
    double unit = content.page().getUserUnit() / 72.0;
    double wide = sheet.getWidth() * unit;
    double high = sheet.getHeight() * unit;
    double most = Math.sqrt(ImageFile.MOST_DECODED_PIXELS / (wide * high));
    double dpi = Math.min(DOTS_PER_INCH, most);
    float scale = (float) (dpi * unit);
    BufferedImage drawn = Plain.of(renderImage(index, scale, ImageType.RGB));
    BufferedImage image = Plain.withoutColour(drawn);
    String flag = partMissing ? "part-missing" : fontMissing ? "font-missing" : null;
    return new Picture(
        image,
        image.getWidth(),
        image.getHeight(),
        (int) Math.round(dpi),
        0,
        false,
        PdfText.of(content, image, scale, fontMissing),
        flag);
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new Pen(parameters);
  }

  private final class Pen extends PageDrawer {
    Pen(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      operators +=
          operator.getName().equals(OperatorName.DRAW_OBJECT) ? PdfContent.OF_AN_OBJECT : 1;
      if (operators > MOST_OPERATORS) {
        throw Refusals.tooComplex();
      }
      super.processOperator(operator, operands);
    }

    /** PDFBox would go on as if nothing had been there. */
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) {
      partMissing = true;
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
      Refusals.checkSize(image.getWidth(), image.getHeight());
      super.drawImage(image);
    }

    @Override
    protected void showFontGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
        throws IOException {
      if (!font.isEmbedded() && font instanceof PDVectorFont shapes && !shapes.hasGlyph(code)) {
        String text = font.toUnicode(code);
        fontMissing |= text == null || !text.isBlank();
      }
      super.showFontGlyph(matrix, font, code, displacement);
    }
  }
}
