package io.huodang.recognition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was read on a page: costly to make, so it is kept as data beside the master.
 *
 * @param engine which engine and trained data read it, for example {@code tesseract 5.5.2 chi_sim}
 * @param lines in reading order
 */
public record PageText(String engine, List<TextLine> lines) {

  public PageText {
    lines = List.copyOf(lines);
  }

  private static final int BUFFER = 8 * 1024; // bytes
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Reads what {@link #compressed} wrote. */
  public static PageText read(InputStream compressed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(compressed, BUFFER);
        JsonParser json = JSON.createParser(in)) {
      return new PageTextReader(json).read();
    }
  }

  /**
   * The form in which the vault keeps a page's text: gzip of its JSON, the same bytes each time.
   */
  public byte[] compressed() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      JSON.writeValue(gzip, this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The lines joined by line feeds. */
  public String text() {
    return lines.stream().map(TextLine::text).collect(Collectors.joining("\n"));
  }
}
