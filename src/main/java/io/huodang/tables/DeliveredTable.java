package io.huodang.tables;

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

/**
 * A table as a CSV file: UTF-8, UTF-16 or GB 18030; commas, semicolons, tabs or bars; headings
 * within the first lines. Read in a stream, however long it is.
 *
 * @param <F> the columns that this kind of table has
 */
public final class DeliveredTable<F> {
  private static final List<Character> SEPARATORS = List.of(',', '\t', ';', '|', '，');
  private static final int HEADINGS_WITHIN = 10;
  private static final int MOST_CELLS = 300;
  private static final int LONGEST_CELL = 4_000;
  private static final int LONGEST_LINE = 100_000;

  private final Path file;
  private final String what;
  private final Charset charset;
  private final char separator;
  private final Headings<F> headings;

  private DeliveredTable(
      Path file, String what, Charset charset, char separator, Headings<F> headings) {
    this.file = file;
    this.what = what;
    this.charset = charset;
    this.separator = separator;
    this.headings = headings;
  }

  /** Takes a line below the headings. */
  @FunctionalInterface
  public interface Lines {
    /** Takes the cells of the line with this number, from 1. */
    void take(long line, List<String> cells);
  }

  /**
   * Finds out how a file is written.
   *
   * @param what it is to a person, for example {@code roster}: the beginning of the refusals' codes
   * @throws Refusal {@code …-not-csv}, {@code …-empty}, {@code …-headings}
   */
  public static <F> DeliveredTable<F> open(Path file, String what, Columns<F> columns)
      throws IOException {
    if (Files.size(file) == 0) {
      throw new Refusal(what + "-empty", "The %s is empty.".formatted(what));
    }
    Charset charset = Encoding.of(file, what);
    DeliveredTable<F> best = null;
    for (char separator : SEPARATORS) {
      Optional<Headings<F>> headings = headings(file, charset, separator, columns);
      if (headings.isPresent()
          && (best == null || headings.get().columns().size() > best.headings.columns().size())) {
        best = new DeliveredTable<>(file, what, charset, separator, headings.get());
      }
    }
    if (best == null) {
      throw new Refusal(
          what + "-headings",
          "No line among the first %d of the %s names its columns: %s are needed."
              .formatted(HEADINGS_WITHIN, what, columns.needed()));
    }
    return best;
  }

  private static <F> Optional<Headings<F>> headings(
      Path file, Charset charset, char separator, Columns<F> columns) throws IOException {
    try (CsvReader<CsvRecord> csv = csv(reader(file, charset), separator)) {
      Iterator<CsvRecord> records = csv.iterator();
      for (int i = 0; i < HEADINGS_WITHIN && records.hasNext(); i++) {
        CsvRecord record = records.next();
        Optional<Headings<F>> headings =
            Headings.in(columns, record.getStartingLineNumber(), record.getFields());
        if (headings.isPresent()) {
          return headings;
        }
      }
    } catch (CsvParseException _) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Which column holds what. */
  public Headings<F> headings() {
    return headings;
  }

  /**
   * Reads every line below the headings, in order; blank ones are left out.
   *
   * @throws Refusal {@code …-damaged} with the line at which no cells can be told apart any more
   */
  public void read(Lines each) throws IOException {
    long last = headings.line();
    try (CsvReader<CsvRecord> csv = csv(reader(file, charset), separator)) {
      for (CsvRecord record : csv) {
        last = record.getStartingLineNumber();
        boolean blank = record.getFields().stream().allMatch(String::isBlank);
        if (last > headings.line() && !blank) {
          each.take(last, record.getFields());
        }
      }
    } catch (CsvParseException _) {
      throw new Refusal(
          what + "-damaged",
          "The %s cannot be read behind line %d: a cell that never ends, or one of more than %d characters. Look for a quotation mark without its partner."
              .formatted(what, last, LONGEST_CELL));
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
