package io.huodang.ingest;

import io.huodang.catalog.NewPageVersion;
import io.huodang.catalog.NewReading;
import io.huodang.catalog.PageVersion;
import io.huodang.extraction.Derivative;
import io.huodang.extraction.FieldReading;
import io.huodang.extraction.PageOutcome;
import io.huodang.extraction.PersonRow;
import io.huodang.recognition.Box;
import io.huodang.vault.Holding;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.Reason;
import io.huodang.vocabulary.Sha256;
import io.huodang.workers.PageWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what a worker made of a page in the vault, and says what the registry must know of it. */
final class Keeping {
  private Keeping() {}

  /** Bytes first, rows second: when this returns, every hash that it names is kept. */
  static NewPageVersion keep(PageOutcome.Read read, PageWork work, Vault vault) throws IOException {
    List<PageVersion.Picture> pictures = new ArrayList<>();
    for (Derivative derivative : read.derivatives()) {
      pictures.add(keep(derivative, work.file(derivative), vault));
    }
    Sha256 text = vault.keep(Holding.PAGE_TEXT, read.text().compressed());
    return new NewPageVersion(
        read.width(),
        read.height(),
        read.dpi(),
        read.rotation(),
        read.asDelivered(),
        read.skew(),
        read.blank(),
        read.confidence(),
        read.documentType(),
        read.title(),
        read.text().engine(),
        text,
        read.seconds(),
        read.condition() == null ? null : JsonMapper.shared().writeValueAsString(read.condition()),
        pictures,
        readingsOf(read),
        flagOf(read.flag()));
  }

  private static PageVersion.Picture keep(Derivative derivative, Path file, Vault vault)
      throws IOException {
    Sha256 sha256 = Sha256.ofContent(file);
    vault.keep(Holding.DERIVATIVE, sha256, file);
    return new PageVersion.Picture(
        derivative.kind(),
        sha256,
        Files.size(file),
        derivative.mediaType(),
        derivative.width(),
        derivative.height());
  }

  private static List<NewReading> readingsOf(PageOutcome.Read read) {
    List<NewReading> readings = new ArrayList<>();
    for (FieldReading field : read.fields()) {
      readings.add(
          new NewReading(
              field.name(),
              null,
              field.value(),
              field.confidence(),
              field.alternatives(),
              corners(field.box()),
              field.source()));
    }
    for (PersonRow row : read.people()) {
      addOfRow(readings, row, "personName", row.personName());
      addOfRow(readings, row, "citizenId", row.citizenId());
      addOfRow(readings, row, "insuredNumber", row.insuredNumber());
    }
    return readings;
  }

  private static void addOfRow(
      List<NewReading> readings, PersonRow row, String field, @Nullable String value) {
    if (value != null) {
      readings.add(
          new NewReading(
              field, row.row(), value, row.confidence(), List.of(), corners(row.box()), "ocr"));
    }
  }

  private static int[] corners(Box box) {
    return new int[] {box.x(), box.y(), box.width(), box.height()};
  }

  private static @Nullable Reason flagOf(@Nullable String code) {
    return code == null ? null : new Reason(code, "The page needs a person's eye.");
  }
}
