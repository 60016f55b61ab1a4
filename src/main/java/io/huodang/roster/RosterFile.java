package io.huodang.roster;

import io.huodang.tables.DeliveredTable;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A roster as a CSV file, its headings in Chinese, English or LD/T codes. */
public final class RosterFile {
  private final DeliveredTable<RosterField> table;

  private RosterFile(DeliveredTable<RosterField> table) {
    this.table = table;
  }

  /**
   * Finds out how a file is written.
   *
   * @throws Refusal {@code roster-not-csv}, {@code roster-empty}, {@code roster-headings}
   */
  public static RosterFile open(Path file) throws IOException {
    return new RosterFile(DeliveredTable.open(file, "roster", RosterField.COLUMNS));
  }

  /** Headings that mean nothing here; their columns are left alone. */
  public List<String> unknownHeadings() {
    return table.headings().unknown();
  }

  /** The fields that it has a column for. */
  Set<RosterField> stated() {
    return table.headings().columns().keySet();
  }

  /**
   * Reads every line below the headings, in order.
   *
   * @throws Refusal {@code roster-damaged} with the line at which no cells can be told apart any
   *     more
   */
  public void read(Consumer<RosterLine> each) throws IOException {
    table.read((line, cells) -> each.accept(RowReading.read(table.headings(), line, cells)));
  }
}
