package io.huodang.catalog;

import io.huodang.access.Terms;
import io.huodang.vocabulary.PersonName;
import io.huodang.vocabulary.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The items of the registry, their arrangement and their descriptions. */
@Repository
public class Items {
  private final JdbcClient jdbc;
  private final JdbcOperations trips;
  private final ItemVersions versions;
  private final Labels labels;
  private final Descriptions descriptions;
  private final ApplicationEventPublisher events;

  Items(
      JdbcClient jdbc,
      JdbcOperations trips,
      ItemVersions versions,
      Labels labels,
      Descriptions descriptions,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.trips = trips;
    this.versions = versions;
    this.labels = labels;
    this.descriptions = descriptions;
    this.events = events;
  }

  /**
   * Makes the item that a delivered file is, with its first arrangement; an item that exists stays
   * as it is. The index hears of it when it is described.
   *
   * @param pages in order
   * @return the id of the item
   */
  @Transactional
  public UUID createOfFile(UUID scanFileId, Terms terms, List<UUID> pages) {
    Optional<UUID> made =
        jdbc.sql(
                """
                insert into item (fonds_id, category_id, batch_id, case_number, scan_file_id)
                values (:fonds, :category, :batch, :case, :file)
                on conflict (scan_file_id) do nothing
                returning id
                """)
            .param("fonds", terms.fonds())
            .param("category", terms.category())
            .param("batch", terms.batch())
            .param("case", terms.caseNumber())
            .param("file", scanFileId)
            .query(UUID.class)
            .optional();
    if (made.isEmpty()) {
      return ofFile(scanFileId).orElseThrow();
    }
    UUID item = made.get();
    versions.add(item, 1, pages, "file-is-item", null);
    return item;
  }

  /**
   * Makes an item of pages of several files.
   *
   * @param fileNumber 档号 as delivered, null without one; a number that another item has is not
   *     given twice
   * @param pages in order
   * @param why how they came together
   * @return the id of the item
   */
  @Transactional
  public UUID create(Terms terms, @Nullable String fileNumber, List<UUID> pages, String why) {
    UUID item =
        jdbc.sql(
                """
                insert into item (fonds_id, category_id, batch_id, case_number, file_number)
                values (:fonds, :category, :batch, :case,
                        (select cast(:number as text)
                         where not exists (select from item where file_number = :number)))
                returning id
                """)
            .param("fonds", terms.fonds())
            .param("category", terms.category())
            .param("batch", terms.batch())
            .param("case", terms.caseNumber())
            .param("number", fileNumber)
            .query(UUID.class)
            .single();
    versions.add(item, 1, pages, why, null);
    return item;
  }

  /**
   * Makes an item that a catalogue names, without pages as yet. It is open until its batch is
   * arranged.
   */
  @Transactional
  public UUID createCatalogued(Terms terms, String fileNumber) {
    UUID item = create(terms, fileNumber, List.of(), "catalogue");
    jdbc.sql("update item set state = 'open', image_state = 'none' where id = :item")
        .param("item", item)
        .update();
    return item;
  }

  /** Gives an open item its pages, if any came, and closes it. */
  @Transactional
  public void close(UUID itemId, List<UUID> pages) {
    if (!pages.isEmpty()) {
      int version =
          jdbc.sql(
                  """
                  update item set current_version = current_version + 1, image_state = 'taken-in'
                  where id = :item returning current_version
                  """)
              .param("item", itemId)
              .query(Integer.class)
              .single();
      versions.add(itemId, version, pages, "catalogue", null);
    }
    jdbc.sql(
            """
            update item set state = 'closed', revision = revision + 1
            where id = :item and state = 'open'
            """)
        .param("item", itemId)
        .update();
    events.publishEvent(new ItemChanged(itemId));
  }

  /**
   * Makes an item for pages of another one, with the same terms. It has none of them yet, and is
   * not there until a change gives it some.
   */
  @Transactional
  public UUID createFrom(UUID itemId, UUID user) {
    UUID made =
        jdbc.sql(
                """
                insert into item (fonds_id, category_id, batch_id, case_number, split_from, state,
                                  image_state, removed_as, removed_at, removed_by)
                select fonds_id, category_id, batch_id, case_number, id, 'removed', 'none', 'unmade',
                       now(), :user
                from item where id = :item
                returning id
                """)
            .param("item", itemId)
            .param("user", user)
            .query(UUID.class)
            .single();
    versions.add(made, 1, List.of(), "split-item", user);
    return made;
  }

  /** The item to which another one's pages went, step by step; the item itself when it stands. */
  public UUID leadsTo(UUID itemId) {
    return jdbc.sql(
            """
            with recursive way (id, next, step) as (
              select id, merged_into, 0 from item where id = :item
              union all
              select i.id, i.merged_into, step + 1 from item i join way on i.id = way.next
              where step < 16)
            select id from way order by step desc limit 1
            """)
        .param("item", itemId)
        .query(UUID.class)
        .optional()
        .orElse(itemId);
  }

  /** Those that came beside an item: of the same batch, and of the same people. */
  public List<UUID> beside(UUID itemId, int limit) {
    return jdbc.sql(
            """
            with me as (select id, batch_id from item where id = :item),
            near as (
              (select i.id, 0 as rank, 0 as far from item i, me
               where exists (
                 select from link mine
                 join link l on l.person_id = mine.person_id and l.state <> 'rejected'
                 where mine.item_id = me.id and mine.state <> 'rejected'
                   and mine.person_id is not null and l.item_id = i.id)
               limit :limit)
              union all
              (select i.id, 1, row_number() over (order by i.id desc) from item i, me
               where i.batch_id = me.batch_id and i.id < me.id order by i.id desc limit 4)
              union all
              (select i.id, 1, row_number() over (order by i.id) from item i, me
               where i.batch_id = me.batch_id and i.id > me.id order by i.id limit 4))
            select n.id from near n join item i on i.id = n.id
            where n.id <> :item and i.state in ('closed', 'held')
            group by n.id order by min(rank), min(far), n.id limit :limit
            """)
        .param("item", itemId)
        .param("limit", limit)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /** The delivered file that an item is, or empty where it is none. */
  public Optional<UUID> fileOf(UUID itemId) {
    return jdbc.sql("select scan_file_id from item where id = :item and scan_file_id is not null")
        .param("item", itemId)
        .query(UUID.class)
        .optional();
  }

  /** The item that a delivered file is. */
  public Optional<UUID> ofFile(UUID scanFileId) {
    return jdbc.sql("select id from item where scan_file_id = :file")
        .param("file", scanFileId)
        .query(UUID.class)
        .optional();
  }

  /** The items that files are or stand in first, by file; files without one are left out. */
  public Map<UUID, UUID> ofFiles(Collection<UUID> scanFileIds) {
    record Row(UUID file, UUID item) {}
    return scanFileIds.isEmpty()
        ? Map.of()
        : jdbc
            .sql(
                """
                select * from (
                  select f.id, coalesce(
                    (select i.id from item i where i.scan_file_id = f.id and i.state <> 'removed'),
                    (select i.id from page p
                     join item_page ip on ip.page_id = p.id
                     join item_version iv on iv.id = ip.item_version_id
                     join item i on i.id = iv.item_id and i.current_version = iv.version
                     where p.scan_file_id = f.id and i.state <> 'removed' order by p.number, i.id limit 1)) as item_id
                  from scan_file f where f.id in (:files)) found
                where item_id is not null
                """)
            .param("files", scanFileIds)
            .query((row, n) -> new Row(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
            .list()
            .stream()
            .collect(Collectors.toMap(Row::file, Row::item));
  }

  /** The items in whose current arrangement a page stands. */
  public List<UUID> ofPage(UUID pageId) {
    return jdbc.sql(
            """
            select i.id from item_page ip
            join item_version iv on iv.id = ip.item_version_id
            join item i on i.id = iv.item_id and i.current_version = iv.version
            where ip.page_id = :page and i.state <> 'removed'
            order by i.id
            """)
        .param("page", pageId)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /** Whether a page ever stood in an item: then it is seen through those in which it stands now. */
  public boolean everHeld(UUID pageId) {
    return jdbc.sql("select exists (select from item_page where page_id = :page)")
        .param("page", pageId)
        .query(Boolean.class)
        .single();
  }

  /**
   * The items of a person's file: linked as subject or list row and not rejected, newest document
   * first.
   */
  public List<UUID> ofPerson(UUID personId) {
    return jdbc.sql(
            """
            select i.id from item i
            where i.state <> 'removed' and exists (
              select from link l
              where l.item_id = i.id and l.person_id = :person and l.state <> 'rejected'
                and l.role in ('subject', 'list-row'))
            order by i.item_date desc nulls last, i.id desc
            """)
        .param("person", personId)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /**
   * Items of which it is not certain whose they are: nobody was found, someone was only proposed,
   * or two IDs held them. What a person decided is decided.
   */
  public List<UUID> undecided() {
    return jdbc.sql(
            """
            select i.id from item i
            where i.state in ('closed', 'held') and (
              i.reason_code = 'two-citizen-ids'
              or not exists (
                select from link l where l.item_id = i.id and l.person_id is not null
                  and l.state <> 'rejected')
              or exists (
                select from link l where l.item_id = i.id and l.state = 'proposed' and l.decided_by is null))
            order by i.id
            """)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /**
   * The batch on which an item's pages are counted; empty when a person made the item of others.
   */
  public Optional<UUID> countedOn(UUID itemId) {
    return jdbc.sql(
            """
            select batch_id from item
            where id = :item and batch_id is not null and split_from is null
            """)
        .param("item", itemId)
        .query(UUID.class)
        .optional();
  }

  /** How many pages an item's current arrangement has. */
  public int pageCount(UUID itemId) {
    return jdbc.sql(
            """
            select count(*) from item i
            join item_version iv on iv.item_id = i.id and iv.version = i.current_version
            join item_page ip on ip.item_version_id = iv.id
            where i.id = :item
            """)
        .param("item", itemId)
        .query(Integer.class)
        .single();
  }

  /** Every page that ever stood in one of these items, by item; those of removed items too. */
  public Map<UUID, Set<UUID>> pagesEver(Collection<UUID> ids) {
    record Row(UUID item, UUID page) {}
    return ids.isEmpty()
        ? Map.of()
        : jdbc
            .sql(
                """
                select distinct iv.item_id, ip.page_id from item_version iv
                join item_page ip on ip.item_version_id = iv.id
                where iv.item_id in (:ids)
                """)
            .param("ids", ids)
            .query((row, n) -> new Row(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Row::item, HashMap::new, Collectors.mapping(Row::page, Collectors.toSet())));
  }

  /** Locks an item to the end of the transaction, so that its pages' last step is seen once. */
  @Transactional
  public void lock(UUID itemId) {
    jdbc.sql("select from item where id = :item for no key update")
        .param("item", itemId)
        .query()
        .listOfRows();
  }

  /** Whether every page of the item's arrangement was read or quarantined. */
  public boolean isRead(UUID itemId) {
    return jdbc.sql(
            """
            select not exists (
              select from item i
              join item_version iv on iv.item_id = i.id and iv.version = i.current_version
              join item_page ip on ip.item_version_id = iv.id
              join page p on p.id = ip.page_id
              where i.id = :item and p.state = 'waiting')
            """)
        .param("item", itemId)
        .query(Boolean.class)
        .single();
  }

  /**
   * Describes an item by what was read on its pages; what a person said of title, document type and
   * date stays. The revision is raised when something is different now.
   */
  @Transactional
  public void describe(
      UUID itemId,
      @Nullable String title,
      @Nullable String documentType,
      @Nullable LocalDate date,
      List<PersonName> unassignedNames,
      List<Identifier> unassignedNumbers) {
    boolean names = labels.replaceItemNames(itemId, unassignedNames);
    boolean numbers = labels.replaceItemNumbers(itemId, unassignedNumbers);
    if (descriptions.set(itemId, title, documentType, date, names || numbers)) {
      events.publishEvent(new ItemChanged(itemId));
    }
  }

  /** Describes an item by what persons said of title, document type and date; the rest stays. */
  void describeAsConfirmed(UUID itemId) {
    descriptions.setConfirmed(itemId);
  }

  /** Holds an item for a person, or releases it when there is no reason any more. */
  @Transactional
  public void hold(UUID itemId, @Nullable Reason reason) {
    boolean changed =
        jdbc.sql(
                """
                update item
                set state = coalesce(:state, case state when 'open' then 'open' else 'closed' end),
                    reason_code = :code, reason_text = :text,
                    revision = revision
                      + case when reason_code is distinct from :code then 1 else 0 end
                where id = :item and state in ('open', 'closed', 'held')
                returning (old.state, old.reason_code) is distinct from (new.state, new.reason_code)
                """)
            .param("item", itemId)
            .param("state", reason == null ? null : "held")
            .param("code", reason == null ? null : reason.code())
            .param("text", reason == null ? null : reason.text())
            .query(Boolean.class)
            .optional()
            .orElse(false);
    if (changed) {
      events.publishEvent(new ItemChanged(itemId));
    }
  }

  /** The item, or empty when there is none. */
  public Optional<Item> find(UUID id) {
    return findAll(List.of(id)).stream().findFirst();
  }

  /** Those of the items that exist, removed ones too, in no particular order. */
  public List<Item> findAll(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    OneTrip trip = new OneTrip();
    Map<UUID, List<UUID>> pages = pages(trip, "iv.version = i.current_version");
    Map<UUID, List<Link>> links = Links.byItem(trip);
    Map<UUID, List<Name>> names = Labels.names("item_id", trip);
    Map<UUID, List<Identifier>> numbers = Labels.identifiers("item_id", trip);
    List<Item> items = new ArrayList<>();
    trip.ask(
            """
            select i.id, i.fonds_id, i.category_id, i.batch_id, i.case_number, i.file_number, i.title,
                   i.document_type, i.item_date, i.state, i.reason_code, i.reason_text,
                   i.image_state, i.paper_state, i.current_version, i.revision,
                   %s as location
            from item i where i.id = any(?)
            """
                .formatted(Shelving.path("i.location_id")),
            row -> items.add(item(row, pages, links, names, numbers)))
        .about(ids, trips);
    return items;
  }

  /** The pages of those of the items that were not removed, by item and in order. */
  public Map<UUID, List<UUID>> pagesInForce(Collection<UUID> ids) {
    return pagesOf(ids, "iv.version = i.current_version and i.state <> 'removed'");
  }

  /**
   * The pages of earlier arrangements, by item; of those that were removed, of the last one too.
   */
  public Map<UUID, List<UUID>> pagesOfBefore(Collection<UUID> ids) {
    return pagesOf(ids, "iv.version < i.current_version or i.state = 'removed'");
  }

  private Map<UUID, List<UUID>> pagesOf(Collection<UUID> ids, String which) {
    OneTrip trip = new OneTrip();
    Map<UUID, List<UUID>> pages = pages(trip, which);
    trip.about(ids, trips);
    return pages;
  }

  private static Map<UUID, List<UUID>> pages(OneTrip trip, String which) {
    return trip.askByOwner(
        """
        select i.id, ip.page_id from item i
        join item_version iv on iv.item_id = i.id
        join item_page ip on ip.item_version_id = iv.id
        where i.id = any(?) and (%s) order by i.id, ip.position
        """
            .formatted(which),
        (row, n) -> row.getObject(2, UUID.class));
  }

  private static Item item(
      ResultSet row,
      Map<UUID, List<UUID>> pages,
      Map<UUID, List<Link>> links,
      Map<UUID, List<Name>> names,
      Map<UUID, List<Identifier>> numbers)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String code = row.getString("reason_code");
    return new Item(
        id,
        new Terms(
            row.getObject("fonds_id", UUID.class),
            row.getObject("category_id", UUID.class),
            row.getObject("batch_id", UUID.class),
            row.getString("case_number")),
        row.getString("file_number"),
        row.getString("title"),
        row.getString("document_type"),
        row.getObject("item_date", LocalDate.class),
        Words.read(Item.State.class, row.getString("state")),
        code == null ? null : new Reason(code, row.getString("reason_text")),
        Words.read(Item.ImageState.class, row.getString("image_state")),
        Words.read(Item.PaperState.class, row.getString("paper_state")),
        row.getString("location"),
        row.getInt("current_version"),
        row.getLong("revision"),
        pages.getOrDefault(id, List.of()),
        links.getOrDefault(id, List.of()),
        names.getOrDefault(id, List.of()),
        numbers.getOrDefault(id, List.of()));
  }
}
