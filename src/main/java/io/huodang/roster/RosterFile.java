package io.huodang.roster;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import io.huodang.vocabulary.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A roster as a CSV file: UTF-8, UTF-16 or GB 18030; commas, semicolons, tabs or bars; headings in
 * Chinese, English or LD/T codes, within the first lines. Read in a stream, however long it is.
 */
public final class RosterFile {
  private static final List<Character> SEPARATORS = List.of(',', '\t', ';', '|', '，');
  private static final int HEADINGS_WITHIN = 10;
  private static final int MOST_CELLS = 300;
  private static final int LONGEST_CELL = 4_000;
  private static final int LONGEST_LINE = 100_000;

  private final Path file;
  private final Charset charset;
  private final char separator;
  private final Headings headings;

  private RosterFile(Path file, Charset charset, char separator, Headings headings) {
    this.file = file;
    this.charset = charset;
    this.separator = separator;
    this.headings = headings;
  }

  /**
   * Finds out how a file is written.
   *
   * @throws Refusal {@code roster-not-csv}, {@code roster-empty}, {@code roster-headings}
   */
  public static RosterFile open(Path file) throws IOException {
    if (Files.size(file) == 0) {
      throw new Refusal("roster-empty", "The roster is empty.");
    }
    Charset charset = Encoding.of(file);
    RosterFile best = null;
    for (char separator : SEPARATORS) {
      Optional<Headings> headings = headings(file, charset, separator);
      if (headings.isPresent()
          && (best == null || headings.get().columns().size() > best.headings.columns().size())) {
        best = new RosterFile(file, charset, separator, headings.get());
      }
    }
    if (best == null) {
      throw new Refusal(
          "roster-headings",
          "No line among the first %d of the roster names its columns: 姓名 and 身份证号 or 个人编号 are needed."
              .formatted(HEADINGS_WITHIN));
    }
    return best;
  }

  private static Optional<Headings> headings(Path file, Charset charset, char separator)
      throws IOException {
    try (CsvReader<CsvRecord> csv = csv(reader(file, charset), separator)) {
      Iterator<CsvRecord> records = csv.iterator();
      for (int i = 0; i < HEADINGS_WITHIN && records.hasNext(); i++) {
        CsvRecord record = records.next();
        Optional<Headings> headings =
            Headings.in(record.getStartingLineNumber(), record.getFields());
        if (headings.isPresent()) {
          return headings;
        }
      }
    } catch (CsvParseException _) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Headings that mean nothing here; their columns are left alone. */
  public List<String> unknownHeadings() {
    return headings.unknown();
  }

  /**
   * Reads every line below the headings, in order.
   *
   * @throws Refusal {@code roster-damaged} with the line at which no cells can be told apart any
   *     more
   */
  public void read(Consumer<RosterLine> each) throws IOException {
    long last = headings.line();
    try (CsvReader<CsvRecord> csv = csv(reader(file, charset), separator)) {
      for (CsvRecord record : csv) {
        last = record.getStartingLineNumber();
        boolean blank = record.getFields().stream().allMatch(String::isBlank);
        if (last > headings.line() && !blank) {
          each.accept(RowReading.read(headings, last, record.getFields()));
        }
      }
    } catch (CsvParseException _) {
      throw new Refusal(
          "roster-damaged",
          "The roster cannot be read behind line %d: a cell that never ends, or one of more than %d characters. Look for a quotation mark without its partner."
              .formatted(last, LONGEST_CELL));
    }
  }

  private static CsvReader<CsvRecord> csv(Reader reader, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .build(
            CsvRecordHandler.builder()
                .maxFields(MOST_CELLS)
                .maxFieldSize(LONGEST_CELL)
                .maxRecordSize(LONGEST_LINE)
                .build(),
            reader);
  }

  private static Reader reader(Path file, Charset charset) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), 1 << 16);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }
}
