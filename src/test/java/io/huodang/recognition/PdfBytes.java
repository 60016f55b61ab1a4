package io.huodang.recognition;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/** Writes PDFs: right ones with PDFBox, wrong ones object by object. */
public final class PdfBytes {
  /** As large as the sample picture at 150 dots an inch, in points. */
  static final PDRectangle SHEET =
      new PDRectangle(SamplePicture.WIDTH * 72f / 150, SamplePicture.HEIGHT * 72f / 150);

  private PdfBytes() {}

  /** How an image is stored. */
  enum Stored {
    JPEG,
    FAX,
    DEFLATED;

    PDImageXObject in(PDDocument document, BufferedImage picture) throws IOException {
      return switch (this) {
        case JPEG -> JPEGFactory.createFromImage(document, picture, 0.9f);
        case FAX -> CCITTFactory.createFromImage(document, picture);
        case DEFLATED -> LosslessFactory.createFromImage(document, picture);
      };
    }
  }

  /** What is painted on a page. */
  interface Painting {
    void on(PDDocument document, PDPageContentStream page) throws IOException;
  }

  /** A page of the sample's size. */
  static byte[] page(Painting painting) {
    return page(new PDPage(SHEET), painting);
  }

  static byte[] page(PDPage page, Painting painting) {
    try (PDDocument document = new PDDocument()) {
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        painting.on(document, content);
      }
      return bytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Pages of one image each. */
  public static byte[] scans(List<BufferedImage> pictures, double dotsPerInch) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (BufferedImage picture : pictures) {
        float width = (float) (picture.getWidth() * 72 / dotsPerInch);
        float height = (float) (picture.getHeight() * 72 / dotsPerInch);
        PDPage page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        boolean bilevel = picture.getType() == BufferedImage.TYPE_BYTE_BINARY;
        PDImageXObject image = (bilevel ? Stored.FAX : Stored.JPEG).in(document, picture);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.drawImage(image, new Matrix(width, 0, 0, height, 0, 0));
        }
      }
      return bytes(document);
    }
  }

  static byte[] bytes(PDDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  /** A file of objects as they are written here, from number 1, the first being the catalog. */
  static byte[] of(List<String> objects) {
    List<byte[]> all = new ArrayList<>();
    objects.forEach(object -> all.add(object.getBytes(StandardCharsets.ISO_8859_1)));
    return ofBytes(all);
  }

  /** The same, of any bytes. */
  public static byte[] ofBytes(List<byte[]> objects) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, "%PDF-1.7\n");
    int[] places = new int[objects.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = out.size();
      write(out, (i + 1) + " 0 obj\n");
      out.writeBytes(objects.get(i));
      write(out, "\nendobj\n");
    }
    int table = out.size();
    write(out, "xref\n0 " + (places.length + 1) + "\n0000000000 65535 f \n");
    for (int place : places) {
      write(out, "%010d 00000 n \n".formatted(place));
    }
    write(out, "trailer\n<</Size %d/Root 1 0 R>>\n".formatted(places.length + 1));
    write(out, "startxref\n" + table + "\n%%EOF\n");
    return out.toByteArray();
  }

  /** An object with a stream. */
  public static byte[] stream(String entries, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(bytes, "<<%s/Length %d>>stream\n".formatted(entries, content.length));
    bytes.writeBytes(content);
    write(bytes, "\nendstream");
    return bytes.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
