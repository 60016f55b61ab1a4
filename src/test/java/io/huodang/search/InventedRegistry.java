package io.huodang.search;

import io.huodang.access.Terms;
import io.huodang.catalog.Employers;
import io.huodang.catalog.Identifier;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.catalog.Link;
import io.huodang.catalog.Links;
import io.huodang.catalog.Location;
import io.huodang.catalog.Name;
import io.huodang.catalog.NewLink;
import io.huodang.catalog.NewPageVersion;
import io.huodang.catalog.Pages;
import io.huodang.catalog.Persons;
import io.huodang.catalog.Shelving;
import io.huodang.recognition.Box;
import io.huodang.recognition.PageText;
import io.huodang.recognition.TextLine;
import io.huodang.recognition.Word;
import io.huodang.vault.Holding;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.PersonName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invented persons and papers, put into the registry and the vault as ingest would. */
@Component
class InventedRegistry {
  private final JdbcClient jdbc;
  private final Persons persons;
  private final Employers employers;
  private final Items items;
  private final Pages pages;
  private final Links links;
  private final Vault vault;
  private final Shelving shelving;
  private final Projection projection;

  InventedRegistry(
      JdbcClient jdbc,
      Persons persons,
      Employers employers,
      Items items,
      Pages pages,
      Links links,
      Vault vault,
      Shelving shelving,
      Projection projection) {
    this.jdbc = jdbc;
    this.persons = persons;
    this.employers = employers;
    this.items = items;
    this.pages = pages;
    this.links = links;
    this.vault = vault;
    this.shelving = shelving;
    this.projection = projection;
  }

  /** A valid citizen ID of an invented person. */
  static String citizenId(String region, String birth, int sequence) {
    String seventeen = region + birth + "%03d".formatted(sequence);
    return seventeen + CitizenId.checkOf(seventeen);
  }

  UUID person(String name, String citizenId) {
    return persons.create(
        CitizenId.parse(citizenId).orElseThrow(), citizenId, name(name), "roster");
  }

  void insuredNumber(UUID person, String number) {
    persons.add(person, new Identifier(Identifier.Kind.INSURED_NUMBER, number, number, "roster"));
  }

  void formerName(UUID person, String name) {
    persons.add(person, Name.Kind.FORMER, name(name), "roster");
  }

  void employer(UUID person, String name) {
    employers.employ(person, name, "roster");
  }

  /** An item with a page for each text; its lines are separated by line feeds. */
  UUID item(String title, List<String> texts) throws IOException {
    UUID fonds = jdbc.sql("select id from fonds").query(UUID.class).single();
    UUID user =
        jdbc.sql(
                """
                insert into app_user (name, display_name, role, password_hash)
                values ('u' || substr(md5(random()::text), 1, 12), 'Invented', 'archivist', '-')
                returning id
                """)
            .query(UUID.class)
            .single();
    UUID batch =
        jdbc.sql(
                """
                insert into batch (fonds_id, title, source, arrangement, created_by)
                values (:fonds, 'invented', 'hall', 'file-is-item', :user) returning id
                """)
            .param("fonds", fonds)
            .param("user", user)
            .query(UUID.class)
            .single();
    UUID file =
        jdbc.sql(
                """
                insert into scan_file (batch_id, key, path, sha256, size, received_by)
                values (:batch, 'one', 'one.tif', decode(repeat('ab', 32), 'hex'), 1, :user) returning id
                """)
            .param("batch", batch)
            .param("user", user)
            .query(UUID.class)
            .single();
    List<UUID> made = pages.create(file, texts.size());
    for (int i = 0; i < texts.size(); i++) {
      pages.record(made.get(i), read(texts.get(i)));
    }
    UUID item = items.createOfFile(file, new Terms(fonds, null, batch, null), made);
    items.describe(item, title, null, null, List.of(), List.of());
    return item;
  }

  void link(UUID item, UUID person, Link.State state) {
    links.put(new NewLink(item, person, Link.Role.SUBJECT, null, null, null, state, "{}", 1));
  }

  void shelve(UUID item, String location) {
    shelving.shelve(item, Item.PaperState.IN_STORE, Location.parse(location).orElseThrow());
  }

  void keepOnlyTheFirstPage(UUID item) {
    jdbc.sql(
            """
            with next as (
              insert into item_version (item_id, version, why) values (:item, 2, 'invented')
              returning id)
            insert into item_page (item_version_id, position, page_id)
            select next.id, 1, ip.page_id from next, item_version iv
            join item_page ip on ip.item_version_id = iv.id and ip.position = 1
            where iv.item_id = :item and iv.version = 1
            """)
        .param("item", item)
        .update();
    jdbc.sql("update item set current_version = 2 where id = :item").param("item", item).update();
  }

  void remove(UUID item) {
    jdbc.sql("update item set state = 'removed', removed_at = now() where id = :item")
        .param("item", item)
        .update();
  }

  void index(long revision, UUID... people) throws IOException {
    project(Subject.Kind.PERSON, revision, people);
  }

  void indexItems(long revision, UUID... ids) throws IOException {
    project(Subject.Kind.ITEM, revision, ids);
  }

  private void project(Subject.Kind kind, long revision, UUID... ids) throws IOException {
    List<Subject> subjects = Arrays.stream(ids).map(id -> new Subject(kind, id, revision)).toList();
    Projection.Projected projected = projection.project(subjects);
    if (!projected.failed().isEmpty()) {
      throw new IllegalStateException(projected.failed().toString());
    }
  }

  private NewPageVersion read(String text) throws IOException {
    List<TextLine> lines = new ArrayList<>();
    for (String line : text.split("\n")) {
      int y = 100 + 60 * lines.size();
      int[] characters = line.codePoints().toArray();
      lines.add(
          new TextLine(
              IntStream.range(0, characters.length)
                  .mapToObj(
                      i ->
                          new Word(
                              Character.toString(characters[i]),
                              new Box(100 + 50 * i, y, 48, 48),
                              0.9))
                  .toList()));
    }
    return new NewPageVersion(
        2480,
        3508,
        300,
        0,
        false,
        0,
        false,
        0.9,
        null,
        null,
        "invented",
        vault.keep(Holding.PAGE_TEXT, new PageText("invented", lines).compressed()),
        0.1,
        null,
        List.of(),
        List.of(),
        null);
  }

  private static PersonName name(String name) {
    return PersonName.parse(name).orElseThrow();
  }
}
