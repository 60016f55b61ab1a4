package io.huodang.catalog;

import io.huodang.access.Terms;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.PersonName;
import io.huodang.vocabulary.Sex;
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

/** The persons of the registry. */
@Repository
public class Persons {
  private final JdbcClient jdbc;
  private final JdbcOperations trips;
  private final Labels labels;
  private final ApplicationEventPublisher events;

  Persons(JdbcClient jdbc, JdbcOperations trips, Labels labels, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.trips = trips;
    this.labels = labels;
    this.events = events;
  }

  /**
   * Makes a person who is known by a citizen ID.
   *
   * @param printed the number as it stands on the paper
   * @param name null when none could be read
   * @param source {@code form}, {@code roster}, {@code catalogue} or {@code keyed}
   */
  @Transactional
  public UUID create(
      CitizenId citizenId, String printed, @Nullable PersonName name, String source) {
    UUID person =
        jdbc.sql(
                """
                insert into person (sex, birth_date, source) values (:sex, :birth, :source)
                returning id
                """)
            .param("sex", Words.of(citizenId.sex()))
            .param("birth", citizenId.birthDate())
            .param("source", source)
            .query(UUID.class)
            .single();
    labels.addPersonNumber(
        person, new Identifier(Identifier.Kind.CITIZEN_ID, citizenId.value(), printed, source));
    if (name != null) {
      labels.addPersonName(person, Name.Kind.CURRENT, name, source);
    }
    events.publishEvent(new PersonChanged(person));
    return person;
  }

  /** Adds a number that the person does not have yet. */
  @Transactional
  public void add(UUID personId, Identifier identifier) {
    if (labels.addPersonNumber(personId, identifier)) {
      touch(personId);
    }
  }

  /** Adds a name that the person does not have yet. */
  @Transactional
  public void add(UUID personId, Name.Kind kind, PersonName name, String source) {
    if (labels.addPersonName(personId, kind, name, source)) {
      touch(personId);
    }
  }

  /** Persons in force who bear a number: more than one where a number was given out twice (重号). */
  public List<UUID> withIdentifier(Identifier.Kind kind, String value) {
    return jdbc.sql(
            """
            select distinct coalesce(p.merged_into, p.id) from identifier i
            join person p on p.id = i.person_id
            where i.kind = :kind and i.value = :value and i.ended_at is null and p.removed_at is null
            """)
        .param("kind", kind.word())
        .param("value", value)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /** The persons themselves and whom they were merged into. */
  public Set<UUID> asMerged(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Set.of()
        : Set.copyOf(
            jdbc.sql(
                    """
                    with recursive led (id) as (
                      select p.id from person p where p.id in (:ids)
                      union
                      select p.merged_into from led join person p on p.id = led.id
                      where p.merged_into is not null)
                    select id from led
                    """)
                .param("ids", ids)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
  }

  /**
   * Waits for others who are deciding about the same numbers, to the end of the transaction: of two
   * forms of one new person that are linked at once, one makes the person and the other finds it.
   * All that a transaction needs are named at once, else two may wait for one another.
   */
  @Transactional
  public void lockIdentifiers(Identifier.Kind kind, Collection<String> values) {
    AdvisoryLocks.take(jdbc, values.stream().map(value -> kind.word() + ":" + value).toList());
  }

  /**
   * Waits until no roster is being applied, and keeps one from being applied, to the end of the
   * transaction: else a form and the roster could make the same person twice.
   */
  @Transactional
  public void lockAgainstRoster() {
    jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended('roster', 0))")
        .query()
        .listOfRows();
  }

  /**
   * Locks persons to the end of the transaction, so that nobody links an item to them meanwhile.
   */
  @Transactional
  public void lock(Collection<UUID> ids) {
    jdbc.sql("select id from person where id in (:ids) order by id for update")
        .param("ids", ids)
        .query()
        .listOfRows();
  }

  /** Every item that has a link to one of these persons, of whatever state, in order. */
  public List<UUID> itemsOf(Collection<UUID> ids) {
    return jdbc.sql("select distinct item_id from link where person_id in (:ids) order by item_id")
        .param("ids", ids)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /** Waits until nobody decides whose a form is, and keeps everyone from it meanwhile. */
  @Transactional
  public void lockAll() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('roster', 0))").query().listOfRows();
  }

  /** The person, or empty when there is none. */
  public Optional<Person> find(UUID id) {
    return findAll(List.of(id)).stream().findFirst();
  }

  /** Those of the persons that exist and were not removed, in no particular order. */
  public List<Person> findAll(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    OneTrip trip = new OneTrip();
    Map<UUID, List<Name>> names = Labels.names("person_id", trip);
    Map<UUID, List<Identifier>> identifiers = Labels.identifiers("person_id", trip);
    Map<UUID, Holding> holdings = holdings(trip);
    Map<UUID, List<Terms>> terms = terms(trip);
    List<Person> persons = new ArrayList<>();
    trip.ask(
            """
            select p.id, p.sex, p.birth_date, p.merged_into, p.revision,
                   array(select n.value from employment e
                         join name n on n.employer_id = e.employer_id and n.ended_at is null
                         where e.person_id = p.id order by e.id) as employers,
                   array(select i.value from employment e
                         join identifier i on i.employer_id = e.employer_id and i.ended_at is null
                         where e.person_id = p.id order by i.id) as employer_numbers
            from person p where p.id = any(?) and p.removed_at is null
            """,
            row -> persons.add(person(row, names, identifiers, holdings, terms)))
        .about(ids, trips);
    return persons;
  }

  /** The current names of those of the persons that exist and were not removed. */
  public Map<UUID, String> namesOf(Collection<UUID> ids) {
    record Row(UUID person, String name) {}
    return ids.isEmpty()
        ? Map.of()
        : jdbc
            .sql(
                """
                select distinct on (n.person_id) n.person_id, n.value
                from name n join person p on p.id = n.person_id and p.removed_at is null
                where n.person_id = any(:ids) and n.kind = 'current' and n.ended_at is null
                order by n.person_id, n.id
                """)
            .param("ids", ids.toArray(UUID[]::new))
            .query((row, n) -> new Row(row.getObject(1, UUID.class), row.getString(2)))
            .list()
            .stream()
            .collect(Collectors.toMap(Row::person, Row::name));
  }

  private void touch(UUID personId) {
    jdbc.sql("update person set revision = revision + 1 where id = :person")
        .param("person", personId)
        .update();
    events.publishEvent(new PersonChanged(personId));
  }

  /** How much a person's file holds. */
  private record Holding(
      int items, int pages, @Nullable UUID firstPage, @Nullable LocalDate newest) {
    static final Holding NOTHING = new Holding(0, 0, null, null);
  }

  private static Map<UUID, Holding> holdings(OneTrip trip) {
    Map<UUID, Holding> holdings = new HashMap<>();
    trip.ask(
        """
            with file as (
              select distinct l.person_id, i.id as item_id, i.item_date, iv.id as version_id
              from link l
              join item i on i.id = l.item_id and i.state <> 'removed'
              join item_version iv on iv.item_id = i.id and iv.version = i.current_version
              where l.person_id = any(?) and l.state <> 'rejected' and l.role in ('subject', 'list-row'))
            select f.person_id, count(distinct f.item_id) as items, count(ip.page_id) as pages,
                   (array_agg(ip.page_id order by f.item_date desc nulls last, f.item_id desc, ip.position))[1]
                     as first_page,
                   max(f.item_date) as newest
            from file f join item_page ip on ip.item_version_id = f.version_id
            group by f.person_id
            """,
        row ->
            holdings.put(
                row.getObject("person_id", UUID.class),
                new Holding(
                    row.getInt("items"),
                    row.getInt("pages"),
                    row.getObject("first_page", UUID.class),
                    row.getObject("newest", LocalDate.class))));
    return holdings;
  }

  private static Map<UUID, List<Terms>> terms(OneTrip trip) {
    return trip.askByOwner(
        """
            select distinct l.person_id, i.fonds_id, i.category_id, i.batch_id, i.case_number
            from link l join item i on i.id = l.item_id and i.state <> 'removed'
            where l.person_id = any(?) and l.state <> 'rejected' and l.role in ('subject', 'list-row')
            """,
        (row, n) ->
            new Terms(
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5)));
  }

  private static Person person(
      ResultSet row,
      Map<UUID, List<Name>> names,
      Map<UUID, List<Identifier>> identifiers,
      Map<UUID, Holding> holdings,
      Map<UUID, List<Terms>> terms)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Holding holding = holdings.getOrDefault(id, Holding.NOTHING);
    return new Person(
        id,
        Words.read(Sex.class, row.getString("sex")),
        row.getObject("birth_date", LocalDate.class),
        row.getObject("merged_into", UUID.class),
        row.getLong("revision"),
        names.getOrDefault(id, List.of()),
        identifiers.getOrDefault(id, List.of()),
        List.of((String[]) row.getArray("employers").getArray()),
        List.of((String[]) row.getArray("employer_numbers").getArray()),
        holding.items(),
        holding.pages(),
        holding.firstPage(),
        holding.newest(),
        terms.getOrDefault(id, List.of()));
  }
}
