package io.huodang.bench;

import io.huodang.recognition.PageText;
import io.huodang.vault.Holding;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.PersonName;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a quality set into an empty registry and hands all of it to the step {@code index}. */
public final class QualityFilling {
  private final JdbcClient jdbc;
  private final Vault vault;
  private final UUID fonds;
  private final UUID user;
  private final UUID batch;

  private QualityFilling(DataSource registry, Vault vault) {
    this.jdbc = JdbcClient.create(registry);
    this.vault = vault;
    this.fonds = id("select id from fonds order by number limit 1");
    this.user = id("select id from app_user order by created_at limit 1");
    this.batch =
        id(
            """
            insert into batch (fonds_id, title, source, arrangement, state, created_by)
            values ('%s', 'by hand', 'vendor', 'file-is-item', 'done', '%s') returning id
            """
                .formatted(fonds, user));
  }

  /** Writes everybody and everything. */
  public static void write(DataSource registry, Vault vault, QualitySet set)
      throws SQLException, IOException {
    Papers papers = Papers.keptIn(vault, set.population(), 1);
    new Registry(registry, set.population(), papers, false).write();
    QualityFilling filling = new QualityFilling(registry, vault);
    set.employers().forEach(filling::employer);
    set.written().forEach(filling::person);
    for (QualitySet.Paper paper : set.papers()) {
      filling.paper(paper);
    }
    filling.jdbc.sql("analyze").update();
  }

  private void employer(QualitySet.Employer employer) {
    UUID id =
        jdbc.sql("select employer_id from name where value = :name and employer_id is not null")
            .param("name", employer.name())
            .query(UUID.class)
            .single();
    number("employer_id", id, "credit-code", employer.creditCode());
    number("employer_id", id, "employer-number", employer.number());
  }

  private void person(QualitySet.Person person) {
    UUID id = person.invented().id();
    person.formerNames().stream().skip(1).forEach(name -> name("person_id", id, "former", name));
    person.insuredNumbers().stream()
        .skip(1)
        .forEach(number -> number("person_id", id, "insured-number", number));
    person.otherNumbers().forEach((kind, number) -> number("person_id", id, kind, number));
    toIndex("person", id);
  }

  private void paper(QualitySet.Paper paper) throws IOException {
    UUID file = UUID.randomUUID();
    jdbc.sql(
            """
            insert into scan_file (id, batch_id, key, path, sha256, size, kind, state, pages, received_by)
            values (:id, :batch, :key, :key, decode(repeat('cd', 32), 'hex'), 1, 'pages', 'ok', 1, :user)
            """)
        .param("id", file)
        .param("batch", batch)
        .param("key", paper.id().toString())
        .param("user", user)
        .update();
    item(paper, file);
    page(paper, file);
    if (!paper.readName().isEmpty()) {
      name("item_id", paper.id(), "as-read", paper.readName());
    }
    if (!paper.readCitizenId().isEmpty()) {
      number("item_id", paper.id(), "citizen-id", paper.readCitizenId());
    }
    if (!paper.readInsuredNumber().isEmpty()) {
      number("item_id", paper.id(), "insured-number", paper.readInsuredNumber());
    }
    paper.otherNumbers().forEach((kind, number) -> number("item_id", paper.id(), kind, number));
    if (paper.about() != null) {
      jdbc.sql(
              """
              insert into link (item_id, person_id, role, state, evidence, margin)
              values (:item, :person, 'subject', 'confirmed', '{}', 1)
              """)
          .param("item", paper.id())
          .param("person", paper.about())
          .update();
      toIndex("person", paper.about());
    }
    toIndex("item", paper.id());
  }

  private void item(QualitySet.Paper paper, UUID file) {
    jdbc.sql(
            """
            insert into item (id, fonds_id, batch_id, scan_file_id, file_number, title, item_date)
            values (:id, :fonds, :batch, :file, :number, :title, :date)
            """)
        .param("id", paper.id())
        .param("fonds", fonds)
        .param("batch", batch)
        .param("file", file)
        .param("number", paper.fileNumber())
        .param("title", paper.title())
        .param("date", paper.date(), java.sql.Types.DATE)
        .update();
  }

  private void page(QualitySet.Paper paper, UUID file) throws IOException {
    List<String> lines = paper.lines();
    PageText text = new PageText("invented", lines.stream().map(Papers::line).toList());
    String hash = vault.keep(Holding.PAGE_TEXT, text.compressed()).hex();
    UUID page =
        jdbc.sql(
                """
                insert into page (scan_file_id, number, state, current_version)
                values (:file, 1, 'ok', 1) returning id
                """)
            .param("file", file)
            .query(UUID.class)
            .single();
    jdbc.sql(
            """
            insert into page_version (page_id, version, width, height, dpi, rotation, skew, blank,
                                      confidence, engine, text_sha256, seconds)
            values (:page, 1, 2480, 3508, 300, 0, 0, false, 0.9, 'invented', :text, 0)
            """)
        .param("page", page)
        .param("text", HexFormat.of().parseHex(hash))
        .update();
    jdbc.sql(
            """
            with version as (
              insert into item_version (item_id, version, why) values (:item, 1, 'invented')
              returning id)
            insert into item_page (item_version_id, position, page_id)
            select id, 1, :page from version
            """)
        .param("item", paper.id())
        .param("page", page)
        .update();
  }

  private void name(String owner, UUID id, String kind, String value) {
    jdbc.sql(
            """
            insert into name (%s, kind, value, folded, source)
            values (:id, :kind, :value, :folded, 'roster')
            """
                .formatted(owner))
        .param("id", id)
        .param("kind", kind)
        .param("value", value)
        .param("folded", PersonName.fold(value))
        .update();
  }

  private void number(String owner, UUID id, String kind, String value) {
    jdbc.sql(
            """
            insert into identifier (%s, kind, value, printed, source)
            values (:id, :kind, :value, :value, 'roster')
            """
                .formatted(owner))
        .param("id", id)
        .param("kind", kind)
        .param("value", value)
        .update();
  }

  /** Once more, when it was indexed before this was known. */
  private void toIndex(String kind, UUID id) {
    jdbc.sql(
            """
            insert into ledger (step, subject_kind, subject_id, lane) values ('index', :kind, :id, 2)
            on conflict (step, subject_id) do update
            set revision = ledger.revision + 1,
                state = case when ledger.state = 'leased' then 'leased' else 'ready' end
            """)
        .param("kind", kind)
        .param("id", id)
        .update();
  }

  private UUID id(String sql) {
    return jdbc.sql(sql).query(UUID.class).single();
  }
}
