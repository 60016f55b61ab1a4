package io.huodang.viewing;

import io.huodang.vocabulary.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes a print as a PDF: every page on an A4 sheet with who took it away, when and for what drawn
 * across and told at its foot.
 *
 * <p>Page pictures are those of the screen, put in as they lie in the vault; one of them is in
 * memory at a time, the rest waits in a temporary file.
 */
@Component
public class PrintedPdf {
  private static final float MARGIN = 20;
  private static final float FOOT = 12;
  private static final PDRectangle STANDING = PDRectangle.A4;
  private static final PDRectangle LYING =
      new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());

  private final Pictures pictures;

  PrintedPdf(Pictures pictures) {
    this.pictures = pictures;
  }

  /** Where the PDF goes once it is whole. */
  @FunctionalInterface
  public interface Sink {
    OutputStream open() throws IOException;
  }

  /**
   * Writes it; nothing is opened before every page is there.
   *
   * @throws Refusal {@code picture-failed}, {@code bytes-lost}
   */
  public void write(Print print, Sink sink) throws IOException, InterruptedException {
    try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      Drawing drawing = new Drawing(document, print);
      PDDocumentOutline contents = new PDDocumentOutline();
      for (Print.Part part : print.parts()) {
        PDPage first = null;
        for (SeenPage page : part.pages()) {
          PDPage drawn = drawing.add(jpegOf(page));
          first = first == null ? drawn : first;
        }
        if (first != null && part.title() != null) {
          PDOutlineItem entry = new PDOutlineItem();
          entry.setTitle(part.title());
          entry.setDestination(first);
          contents.addLast(entry);
        }
      }
      if (print.pageCount() == 0) {
        document.addPage(new PDPage(STANDING));
      }
      document.getDocumentCatalog().setDocumentOutline(contents);
      try (OutputStream out = sink.open()) {
        document.save(out);
      }
    }
  }

  /** Null for a page that nobody can see: it waits to be read, or cannot be. */
  private byte @Nullable [] jpegOf(SeenPage page) throws IOException, InterruptedException {
    try (InputStream bytes = pictures.of(page, Size.SCREEN).bytes().open()) {
      return bytes.readAllBytes();
    } catch (Refusal e) {
      if (e.code().equals("no-picture")) {
        return null;
      }
      throw e;
    }
  }

  /** A document under way; what stands on every sheet is drawn once. */
  private static final class Drawing {
    private final PDDocument document;
    private final int pages;
    private final PDImageXObject foot;
    private final PDImageXObject acrossStanding;
    private final PDImageXObject acrossLying;
    private final PDType1Font digits = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

    Drawing(PDDocument document, Print print) throws IOException {
      Watermark mark = new Watermark(print);
      this.document = document;
      this.pages = print.pageCount();
      this.foot = LosslessFactory.createFromImage(document, mark.foot());
      this.acrossStanding =
          LosslessFactory.createFromImage(
              document, mark.across(STANDING.getWidth(), STANDING.getHeight()));
      this.acrossLying =
          LosslessFactory.createFromImage(
              document, mark.across(LYING.getWidth(), LYING.getHeight()));
    }

    PDPage add(byte @Nullable [] jpeg) throws IOException {
      JpegHead head = jpeg == null ? null : JpegHead.of(jpeg);
      boolean lies = head != null && head.width() > head.height();
      PDPage page = new PDPage(lies ? LYING : STANDING);
      document.addPage(page);
      PDRectangle sheet = page.getMediaBox();
      try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
        if (jpeg != null && head != null) {
          draw(pen, sheet, jpeg, head);
        }
        pen.drawImage(
            lies ? acrossLying : acrossStanding, 0, 0, sheet.getWidth(), sheet.getHeight());
        float width = FOOT * foot.getWidth() / foot.getHeight();
        pen.drawImage(foot, MARGIN, 6, width, FOOT);
        String number = document.getNumberOfPages() + " / " + pages;
        float end = sheet.getWidth() - MARGIN - digits.getStringWidth(number) / 1000 * 9;
        pen.beginText();
        pen.setFont(digits, 9);
        pen.newLineAtOffset(end, 9);
        pen.showText(number);
        pen.endText();
      }
      return page;
    }

    private void draw(PDPageContentStream pen, PDRectangle sheet, byte[] jpeg, JpegHead head)
        throws IOException {
      PDImageXObject picture =
          new PDImageXObject(
              document,
              new ByteArrayInputStream(jpeg),
              COSName.DCT_DECODE,
              head.width(),
              head.height(),
              8,
              head.components() == 1 ? PDDeviceGray.INSTANCE : PDDeviceRGB.INSTANCE);
      float roomX = sheet.getWidth() - 2 * MARGIN;
      float roomY = sheet.getHeight() - 2 * MARGIN - FOOT;
      float scale = Math.min(roomX / head.width(), roomY / head.height());
      float width = head.width() * scale;
      float height = head.height() * scale;
      pen.drawImage(
          picture,
          (sheet.getWidth() - width) / 2,
          MARGIN + FOOT + (roomY - height) / 2,
          width,
          height);
    }
  }
}
