package io.huodang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Writes a PDF as scanners do: a JPEG a page, byte for byte. */
final class JpegPdf {
  private JpegPdf() {}

  /** So many pages, each file as often as it takes; every page has bytes of its own. */
  static Path write(Path pdf, List<Path> files, int pages) throws IOException {
    try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      for (int number = 0; number < pages; number++) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (InputStream in = Files.newInputStream(files.get(number % files.size()));
            PDPageContentStream content = new PDPageContentStream(document, page)) {
          PDImageXObject image = JPEGFactory.createFromStream(document, in);
          content.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
        }
      }
      document.save(pdf.toFile());
    }
    return pdf;
  }
}
