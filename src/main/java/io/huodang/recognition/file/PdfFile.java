package io.huodang.recognition.file;

import io.huodang.recognition.Picture;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * A PDF (ISO 32000): scanned pages give their image as it is, others are drawn.
 *
 * <p>The file is read where it lies, never as a whole; what is decoded on the way goes to temporary
 * files. What pages share, their fonts above all, is kept while it is open; pictures are not.
 */
final class PdfFile implements PageFile {
  private static final String NO_PASSWORD = "";
  private static final int END = 64 << 10;

  private final PDDocument document;
  private final PdfDrawing drawing;
  private final int pages;

  private PdfFile(PDDocument document) {
    this.document = document;
    document.setResourceCache(new FontsOnly());
    List<PDPage> all = PdfPages.of(document);
    this.pages = all.size();
    this.drawing = new PdfDrawing(document);
  }

  static PageFile open(Path path) throws IOException {
    checkEnd(path);
    // Not mapped into memory: mapped pages of a large file would count as the worker's own.
    RandomAccessReadBufferedFile bytes = new RandomAccessReadBufferedFile(path.toFile());
    PDDocument document = null;
    try {
      document = Loader.loadPDF(bytes, NO_PASSWORD, IOUtils.createTempFileOnlyStreamCache());
      return new PdfFile(document);
    } catch (InvalidPasswordException e) {
      bytes.close();
      throw Refusals.encrypted();
    } catch (IOException | RuntimeException e) {
      IOUtils.closeQuietly(document);
      bytes.close();
      // A certificate instead of a password.
      if (String.valueOf(e.getMessage()).contains("decryption material")) {
        throw Refusals.encrypted();
      }
      throw e;
    } catch (StackOverflowError e) {
      IOUtils.closeQuietly(document);
      bytes.close();
      throw Refusals.tooComplex();
    }
  }

  /**
   * A file that was cut off has no end. PDFBox would search the rest for pages, and nobody would
   * hear of those that are missing.
   */
  private static void checkEnd(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      byte[] end = Content.read(channel, Math.max(0, channel.size() - END), END);
      String text = new String(end, StandardCharsets.ISO_8859_1);
      if (!text.contains("startxref") && !text.contains("%%EOF")) {
        throw Refusals.truncated();
      }
    }
  }

  @Override
  public int pages() {
    return pages;
  }

  @Override
  public Picture decode(int number) throws IOException {
    PDPage page = document.getPage(number - 1);
    if (PdfPages.isMissing(page)) {
      throw Refusals.damaged();
    }
    try {
      PdfContent content = PdfContent.of(page);
      PdfImage scan = content.scan();
      return scan == null ? drawing.of(number - 1, content) : scan.picture();
    } catch (StackOverflowError e) {
      throw Refusals.tooComplex();
    }
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
