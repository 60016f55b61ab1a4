package io.huodang.recognition.file;

import java.awt.geom.Area;
import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * What is painted on a page of a PDF, without painting it: is it one image, and which characters
 * can be seen?
 */
final class PdfContent extends PDFGraphicsStreamEngine {
  private static final int MOST_OPERATORS = 3_000_000;

  /** Painting a form or an image counts for so many. */
  static final int OF_AN_OBJECT = 100;

  private static final int MOST_CHARACTERS = 200_000;

  /** An image that leaves less than this share of the page free is the page. */
  private static final double ALL = 0.98;

  private static final Rectangle2D UNIT = new Rectangle2D.Double(0, 0, 1, 1);

  private final PDPage page;
  private final Rectangle2D sheet;
  private final GeneralPath path = new GeneralPath();
  private final List<PdfImage> images = new ArrayList<>();
  private final List<PdfGlyph> glyphs = new ArrayList<>();
  private double pictured;
  private boolean marked;
  private int operators;
  private int clipRule = -1;

  private PdfContent(PDPage page) {
    super(page);
    this.page = page;
    this.sheet = page.getCropBox().toGeneralPath().getBounds2D();
  }

  static PdfContent of(PDPage page) throws IOException {
    PdfContent content = new PdfContent(page);
    content.processPage(page);
    content.marked |= content.hasVisibleAnnotations();
    return content;
  }

  /** The image that is all of the page; null when there is more to see, or less. */
  @Nullable PdfImage scan() {
    boolean single = images.size() == 1 && !marked && glyphs.isEmpty();
    return single && images.getFirst().isPlain() ? images.getFirst() : null;
  }

  /** The characters that are painted, in the order of painting. */
  List<PdfGlyph> glyphs() {
    return glyphs;
  }

  /** Which share of the page images cover, where they overlap counted twice. */
  double pictured() {
    return pictured;
  }

  PDPage page() {
    return page;
  }

  private boolean hasVisibleAnnotations() throws IOException {
    for (PDAnnotation annotation : page.getAnnotations()) {
      boolean paints = annotation.getNormalAppearanceStream() != null && !annotation.isHidden();
      if (paints
          && !(annotation instanceof PDAnnotationLink)
          && !(annotation instanceof PDAnnotationPopup)) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    operators += operator.getName().equals(OperatorName.DRAW_OBJECT) ? OF_AN_OBJECT : 1;
    if (operators > MOST_OPERATORS) {
      throw Refusals.tooComplex();
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException e) {
    // What cannot be understood is something to see: it is for the drawing to make sense of.
    marked = true;
  }

  @Override
  public void drawImage(PDImage image) throws IOException {
    Refusals.checkSize(image.getWidth(), image.getHeight());
    PDGraphicsState state = getGraphicsState();
    Matrix place = state.getCurrentTransformationMatrix();
    Rectangle2D box = place.createAffineTransform().createTransformedShape(UNIT).getBounds2D();
    Rectangle2D seen = box.createIntersection(sheet);
    Rectangle2D clipped = seen.createIntersection(clip().getBounds2D());
    double share = Math.max(0, clipped.getWidth()) * Math.max(0, clipped.getHeight()) / area(sheet);
    boolean whole = !clipped.isEmpty() && area(clipped) >= ALL * area(box);
    boolean opaque =
        !image.isStencil()
            && !image.getCOSObject().containsKey(COSName.SMASK)
            && !image.getCOSObject().containsKey(COSName.MASK)
            && state.getNonStrokeAlphaConstant() == 1
            && state.getSoftMask() == null;
    boolean isWhole = whole && opaque && image instanceof PDImageXObject;
    if (opaque && area(clipped) >= ALL * area(sheet)) {
      // What was painted before is below it.
      images.clear();
      glyphs.clear();
      marked = false;
      pictured = 0;
    }
    pictured += share;
    images.add(new PdfImage(page, image, place.clone(), isWhole));
  }

  private static double area(Rectangle2D box) {
    return box.getWidth() * box.getHeight();
  }

  private Area clip() {
    Area clip = getGraphicsState().getCurrentClippingPath();
    return clip == null ? new Area(sheet) : clip;
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    PDGraphicsState state = getGraphicsState();
    RenderingMode mode = state.getTextState().getRenderingMode();
    boolean isSeen =
        mode != RenderingMode.NEITHER
            && mode != RenderingMode.NEITHER_CLIP
            && state.getNonStrokeAlphaConstant() > 0.1;
    if (isSeen) {
      if (glyphs.size() == MOST_CHARACTERS) {
        throw Refusals.tooComplex();
      }
      PdfGlyph glyph = PdfGlyph.of(matrix, font, code, displacement);
      if (!glyph.isSpace() || !glyphs.isEmpty()) {
        glyphs.add(glyph);
      }
    }
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
    // Layers can be hidden, which the drawing knows.
    marked |= tag.equals(COSName.OC);
    super.beginMarkedContentSequence(tag, properties);
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    path.moveTo(p0.getX(), p0.getY());
    path.lineTo(p1.getX(), p1.getY());
    path.lineTo(p2.getX(), p2.getY());
    path.lineTo(p3.getX(), p3.getY());
    path.closePath();
  }

  @Override
  public void clip(int windingRule) {
    clipRule = windingRule;
  }

  @Override
  public void moveTo(float x, float y) {
    path.moveTo(x, y);
  }

  @Override
  public void lineTo(float x, float y) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x, y);
    }
    path.lineTo(x, y);
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x3, y3);
    }
    path.curveTo(x1, y1, x2, y2, x3, y3);
  }

  @Override
  public @Nullable Point2D getCurrentPoint() {
    return path.getCurrentPoint();
  }

  @Override
  public void closePath() {
    if (path.getCurrentPoint() != null) {
      path.closePath();
    }
  }

  @Override
  public void endPath() {
    if (clipRule >= 0) {
      path.setWindingRule(clipRule);
      getGraphicsState().intersectClippingPath(path);
      clipRule = -1;
    }
    path.reset();
  }

  @Override
  public void strokePath() {
    marked = true;
    endPath();
  }

  @Override
  public void fillPath(int windingRule) {
    marked = true;
    endPath();
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    marked = true;
    endPath();
  }

  @Override
  public void shadingFill(COSName shading) {
    marked = true;
  }
}
