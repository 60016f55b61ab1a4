package io.huodang.preservation;

import java.util.List;
import java.util.Locale;

/**
 * What a part of a manifest describes: something with an id of its own, and the rows of the
 * registry that are its alone. Of several descriptions of the same the newest counts as a whole.
 */
enum ManifestKind {
  FONDS(own("fonds")),
  CATEGORY(own("category")),
  LOCATION(own("storage_location")),
  VOLUME(own("volume")),
  /** Who did something: name and role, never a password. */
  USER(
      new Rows(
          "app_user",
          "(select id, name, display_name, role, password_hash = 'none' as program, created_at from app_user) t",
          "t.id")),
  BATCH(own("batch"), ledger("arrange")),
  /** What someone should know of a batch as a whole, under the batch's id. */
  FINDINGS(
      new Rows("finding", "(select * from finding where scan_file_id is null) t", "t.batch_id")),
  /** A delivered file with its pages and all that was ever read on them. */
  FILE(
      own("scan_file"),
      of("page", "scan_file_id"),
      new Rows("page_version", "page o join page_version t on t.page_id = o.id", "o.scan_file_id"),
      new Rows(
          "reading",
          "page o join page_version v on v.page_id = o.id join reading t on t.page_version_id = v.id",
          "o.scan_file_id"),
      of("finding", "scan_file_id"),
      ledger("open"),
      new Rows(
          "ledger",
          "page o join (%s where step = 'page') t on t.subject_id = o.id".formatted(Rows.LEDGER),
          "o.scan_file_id")),
  ITEM(
      own("item"),
      of("item_version", "item_id"),
      new Rows(
          "item_page", "item_version o join item_page t on t.item_version_id = o.id", "o.item_id"),
      of("link", "item_id"),
      of("confirmation", "item_id"),
      of("catalogue_statement", "item_id"),
      of("identifier", "item_id"),
      of("name", "item_id"),
      of("bin_page", "item_id"),
      of("volume_item", "item_id"),
      of("paper_movement", "item_id"),
      new Rows("tombstone", "(select * from tombstone where kind = 'item') t", "t.subject_id"),
      ledger("link"),
      ledger("index")),
  PERSON(
      own("person"),
      of("name", "person_id"),
      of("identifier", "person_id"),
      of("employment", "person_id"),
      of("roster_entry", "person_id"),
      of("not_same_person", "one")),
  EMPLOYER(own("employer"), of("name", "employer_id"), of("identifier", "employer_id")),
  ROSTER_IMPORT(own("roster_import")),
  /** What a person changed, with who, why and what it was before. */
  CHANGE(own("change"), of("change_edit", "change_id"), of("change_subject", "change_id"));

  private final List<Rows> rows;

  ManifestKind(Rows... rows) {
    this.rows = List.of(rows);
  }

  /**
   * Rows of one table.
   *
   * @param from where they are read, the row itself as {@code t}
   * @param owner the id of whose they are
   */
  record Rows(String table, String from, String owner) {
    static final String LEDGER =
        "select id, step, subject_kind, subject_id, batch_id, lane, state, revision, reason_code, reason_text, created_at, finished_at from ledger";
  }

  private static Rows own(String table) {
    return of(table, "id");
  }

  private static Rows of(String table, String owner) {
    return new Rows(table, table + " t", "t." + owner);
  }

  /** How far the work on it came. */
  private static Rows ledger(String step) {
    return new Rows(
        "ledger", "(%s where step = '%s') t".formatted(Rows.LEDGER, step), "t.subject_id");
  }

  List<Rows> rows() {
    return rows;
  }

  /** The table whose rows have the part's own id. */
  String table() {
    return rows.getFirst().table();
  }

  /**
   * How many of them one document describes: an item has its own, whole roster pages of persons
   * share one.
   */
  int together() {
    return this == PERSON || this == EMPLOYER ? 200 : 1;
  }

  /** The word of SQL and of the documents. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static ManifestKind ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
