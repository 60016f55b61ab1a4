package io.huodang.extraction;

import io.huodang.recognition.Barcodes;
import io.huodang.recognition.Condition;
import io.huodang.recognition.Effort;
import io.huodang.recognition.FileOutcome;
import io.huodang.recognition.PageFiles;
import io.huodang.recognition.PageReader;
import io.huodang.recognition.PageText;
import io.huodang.recognition.Picture;
import io.huodang.recognition.ReadPage;
import io.huodang.recognition.Rendering;
import io.huodang.recognition.Separators;
import io.huodang.recognition.Stages;
import io.huodang.vocabulary.Refusal;
import io.huodang.vocabulary.SeparatorCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads delivered files: opens them, and turns each page into text, fields and derivatives.
 *
 * <p>Holds a warm recognition engine; not thread-safe, one for each worker process or thread.
 */
public final class FormReader implements AutoCloseable {
  private static final double LEGIBLE = 0.6;

  private final PageReader reader;
  private final DocumentTypes types;
  private final SecondLook secondLook;
  private final PageFiles files = new PageFiles();

  private FormReader(PageReader reader, DocumentTypes types) {
    this.reader = reader;
    this.types = types;
    this.secondLook = new SecondLook(reader);
  }

  /**
   * Loads the engine and the document types.
   *
   * @param trainedData the directory of {@code chi_sim.traineddata}, see {@link
   *     io.huodang.recognition.TrainedData#find}
   * @param documentTypes the directory of the document types' YAML files
   * @throws Refusal {@code tesseract-missing}, {@code trained-data-unusable}, {@code
   *     document-types-missing}, {@code document-type-invalid} with file and line
   */
  public static FormReader load(Path trainedData, Path documentTypes) {
    DocumentTypes types = DocumentTypes.load(documentTypes);
    return new FormReader(PageReader.load(trainedData), types);
  }

  /** Tells what a file is and counts its pages, without decoding them. */
  public FileOutcome open(Path file) {
    try {
      return files.open(file);
    } catch (OutOfMemoryError e) {
      files.close();
      return new FileOutcome.Refused(
          "too-large", "The file needs more memory than a worker has. Split it.");
    }
  }

  /** Decodes one page once and makes all that was asked of it. */
  public PageOutcome read(PageRequest request) {
    return read(request, null);
  }

  /**
   * Decodes one page once, makes all that was asked of it, and leaves pictures of what was seen.
   *
   * @param stem a path without ending in an existing directory: the pictures are named by it; null
   *     when none are wanted
   */
  public PageOutcome read(PageRequest request, @Nullable Path stem) {
    long start = System.nanoTime();
    try {
      Picture decoded = files.decode(request.file(), request.page());
      Picture picture = request.corners() == null ? decoded : decoded.cut(request.corners());
      SeparatorCode separator = request.separators() ? Separators.on(picture).orElse(null) : null;
      return request.read() && separator == null
          ? read(picture, request, stem, start)
          : pictures(picture, separator, request, start);
    } catch (Refusal e) {
      return new PageOutcome.Refused(e.code(), String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      files.close();
      return new PageOutcome.Refused(
          "too-large", "The page needs more memory than a worker has. Scan it smaller.");
    }
  }

  private PageOutcome read(Picture picture, PageRequest request, @Nullable Path stem, long start) {
    ReadPage page = reader.read(picture, request.rotation());
    Extraction extraction = Extraction.of(page, types, secondLook, () -> Barcodes.on(picture));
    double seconds = seconds(start);
    if (stem != null) {
      Stages.write(picture, page, stem);
      FieldStages.write(picture, page, extraction, stem);
    }
    PageText text = page.text();
    return new PageOutcome.Read(
        picture.width(),
        picture.height(),
        picture.dpi(),
        page.rotation(),
        picture.asDelivered(),
        Math.round(page.skew() * 100) / 100.0,
        page.blank(),
        text,
        page.confidence(),
        extraction.documentType(),
        extraction.title(),
        extraction.fields(),
        extraction.people(),
        derivatives(picture, page.rotation(), request),
        Condition.of(picture, page),
        null,
        flag(picture, page),
        seconds);
  }

  /** Only the pictures, turned as asked. */
  private PageOutcome pictures(
      Picture picture, @Nullable SeparatorCode separator, PageRequest request, long start) {
    int rotation = request.rotation() >= 0 ? request.rotation() : picture.rotation();
    return new PageOutcome.Read(
        picture.width(),
        picture.height(),
        picture.dpi(),
        rotation,
        picture.asDelivered(),
        0,
        false,
        new PageText(engine(), List.of()),
        0,
        null,
        null,
        List.of(),
        List.of(),
        derivatives(picture, rotation, request),
        null,
        separator,
        null,
        seconds(start));
  }

  private static List<Derivative> derivatives(Picture picture, int rotation, PageRequest request) {
    List<Derivative> made = new ArrayList<>();
    Rendering rendering = new Rendering(picture, rotation);
    for (String kind : request.derivatives().stream().sorted().toList()) {
      Rendering.Written written =
          switch (kind) {
            case "thumb" -> rendering.thumb(request.output());
            case "screen" -> rendering.screen(request.output());
            case "full" -> rendering.full(request.output());
            case "tiles" -> rendering.tiles(request.output());
            default -> throw new IllegalArgumentException("No such derivative: " + kind);
          };
      made.add(
          new Derivative(
              kind, written.fileName(), written.mediaType(), written.width(), written.height()));
    }
    return made;
  }

  /** Pages that a person should look at: little on them can be trusted. */
  private static @Nullable String flag(Picture picture, ReadPage page) {
    if (picture.flag() != null) {
      return picture.flag();
    }
    return page.blank() || page.confidence() >= LEGIBLE ? null : "illegible";
  }

  private static double seconds(long start) {
    return Math.round((System.nanoTime() - start) / 1e6) / 1e3;
  }

  /**
   * What the page that was read last cost; that of an earlier one where only pictures were made.
   */
  public Effort effort() {
    return reader.effort();
  }

  /** Which engine reads, for example {@code tesseract 5.5.2 chi_sim}. */
  public String engine() {
    return reader.engine();
  }

  /** Lets go of the file that was read last; it is opened again when it is asked for. */
  public void rest() {
    files.close();
  }

  @Override
  public void close() {
    files.close();
    reader.close();
  }
}
