package io.huodang.intake;

import io.huodang.catalog.Items;
import io.huodang.catalog.Shelving;
import io.huodang.catalog.Statements;
import io.huodang.tables.DeliveredTable;
import io.huodang.tables.Headings;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in the catalogue (目录) of a delivery: its rows are items that can be found at once, before
 * any page was read.
 */
@Service
public class Catalogues {
  private static final int MOST_FINDINGS = 1_000;

  private final Batches batches;
  private final Items items;
  private final Statements statements;
  private final Shelving shelving;
  private final Findings findings;
  private final Spool spool;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  Catalogues(
      Batches batches,
      Items items,
      Statements statements,
      Shelving shelving,
      Findings findings,
      Spool spool,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.batches = batches;
    this.items = items;
    this.statements = statements;
    this.shelving = shelving;
    this.findings = findings;
    this.spool = spool;
    this.transaction = transaction;
    this.events = events;
  }

  /**
   * What came of a catalogue.
   *
   * @param rows how many items it names
   * @param findings what is odd in it, at most 1,000
   */
  public record Taken(int rows, List<Finding> findings) {}

  private record Row(long line, CatalogueRow content) {}

  /**
   * Takes a catalogue in place of an earlier one, row by row: a row whose number is known already
   * describes the same item anew.
   *
   * @throws Refusal {@code batch-sealed}, {@code catalogue-too-late}, {@code catalogue-not-csv},
   *     {@code catalogue-empty}, {@code catalogue-headings}, {@code catalogue-damaged}; nothing was
   *     taken
   */
  public Taken take(UUID batchId, InputStream content) throws IOException {
    List<Finding> found = new ArrayList<>();
    List<Row> rows;
    try (Spool.Spooled spooled = spool.take(content)) {
      DeliveredTable<CatalogueField> table =
          DeliveredTable.open(spooled.file(), "catalogue", CatalogueField.COLUMNS);
      rows = read(table, found);
    }
    transaction.executeWithoutResult(
        status -> {
          Batch batch = expecting(batchId);
          Map<String, UUID> known = new HashMap<>(statements.itemsOfBatch(batchId));
          rows.forEach(row -> describe(batch, known, row.content()));
          found.forEach(finding -> findings.add(batchId, finding));
        });
    return new Taken(rows.size(), found);
  }

  private Batch expecting(UUID batchId) {
    batches.lock(batchId);
    Batch batch =
        batches
            .find(batchId)
            .orElseThrow(
                () -> new Refusal("no-such-batch", "There is no such batch; open one first."));
    if (batch.state() != Batch.State.OPEN) {
      throw new BatchIsSealed();
    }
    if (!batch.arrangement().waitsForAll() && batch.files().received() > 0) {
      throw new Refusal(
          "catalogue-too-late",
          "Files of this batch are items already; send the catalogue before the files, or open a batch with the arrangement catalogue.");
    }
    batches.arrangeByCatalogue(batchId);
    return batch;
  }

  private static List<Row> read(DeliveredTable<CatalogueField> table, List<Finding> found)
      throws IOException {
    Headings<CatalogueField> headings = table.headings();
    headings.unknown().forEach(heading -> found.add(new Finding("unknown-heading", heading)));
    List<Row> rows = new ArrayList<>();
    Set<String> numbers = new HashSet<>();
    table.read(
        (line, cells) -> {
          CatalogueRow row = CatalogueRow.read(headings, cells);
          List<String> odd = new ArrayList<>(row.odd());
          if (row.fileNumber().isEmpty()) {
            odd.add("no-file-number");
          } else if (!numbers.add(row.fileNumber())) {
            odd.add("file-number-twice");
          } else {
            rows.add(new Row(line, row));
          }
          if (found.size() + odd.size() <= MOST_FINDINGS) {
            odd.forEach(code -> found.add(new Finding("row-" + code, "line " + line)));
          }
        });
    return rows;
  }

  private void describe(Batch batch, Map<String, UUID> known, CatalogueRow row) {
    UUID item =
        known.computeIfAbsent(
            row.fileNumber(), number -> items.createCatalogued(batch.terms(), number));
    Map<String, String> values = new HashMap<>(row.values());
    values.put(Statements.FILE_NUMBER, row.fileNumber());
    if (row.pages() > 0) {
      values.put("pages", Integer.toString(row.pages()));
    }
    statements.put(item, values);
    if (row.paper() != null) {
      shelving.shelve(item, row.paper(), row.location());
    }
    events.publishEvent(new ItemCatalogued(batch.id(), item, batch.source().lane()));
  }
}
