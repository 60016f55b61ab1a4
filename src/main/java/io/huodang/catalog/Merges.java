package io.huodang.catalog;

import io.huodang.vocabulary.Sex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What it takes to make one person of two: everything that the one has goes to the other, row by
 * row, so that it can be given back row by row.
 *
 * <p>Nothing is thrown away: where both stand in the same part on one item, the other's link lies
 * dormant with them, and so does an employment that both have.
 */
@Repository
public class Merges {
  private final JdbcClient jdbc;
  private final Persons persons;
  private final Items items;

  Merges(JdbcClient jdbc, Persons persons, Items items) {
    this.jdbc = jdbc;
    this.persons = persons;
    this.items = items;
  }

  /**
   * Lets nobody else change these persons, their items, or decide whose a form is, to the end of
   * the transaction. Whoever decides holds the item first and asks for leave second; so does this.
   */
  @Transactional
  public void lock(Collection<UUID> several) {
    List<UUID> held = persons.itemsOf(several);
    held.forEach(items::lock);
    persons.lockAll();
    persons.lock(several);
    // What came to one of them while this waited: whoever brought it is done.
    persons.itemsOf(several).stream().filter(item -> !held.contains(item)).forEach(items::lock);
  }

  /** The persons of a merge: who was merged, and into whom. */
  public Set<UUID> personsOf(Change merge) {
    Set<UUID> all = new LinkedHashSet<>();
    for (Edit edit : merge.edits()) {
      if (edit.aspect() == Aspect.MERGED_INTO) {
        all.add(edit.subject());
        for (String into : Arrays.asList(edit.before(), edit.after())) {
          if (into != null) {
            all.add(UUID.fromString(into));
          }
        }
      }
    }
    return all;
  }

  /** The edits by which {@code other} becomes {@code kept}; both are locked. */
  public List<Edit> edits(Person kept, Person other, UUID user) {
    List<Edit> edits = new ArrayList<>();
    vitals(edits, kept, other);
    names(edits, kept, other);
    rowsOf("select id from identifier where person_id = :other order by id", kept, other)
        .forEach(row -> edits.add(owner(row, OwnerEditor.NUMBER, kept)));
    rowsOf(
            """
            select e.id from employment e where e.person_id = :other and not exists (
              select from employment k where k.person_id = :kept and k.employer_id = e.employer_id)
            order by e.id
            """,
            kept,
            other)
        .forEach(row -> edits.add(owner(row, OwnerEditor.EMPLOYMENT, kept)));
    links(edits, kept, other, user);
    // Whoever led to the other leads on at once, so that no id is more than one step away.
    rowsOf("select id from person where merged_into = :other order by id", kept, other)
        .forEach(row -> edits.add(mergedInto(row, kept)));
    edits.add(mergedInto(other.id(), kept));
    return edits;
  }

  /**
   * What forms taught the person whom others were merged into since: it may be about those others,
   * and is learnt again from the same forms by whoever they are decided to be about.
   */
  public List<Edit> learntSince(Change merge) {
    String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    return merge.edits().stream()
        .filter(edit -> edit.aspect() == Aspect.MERGED_INTO)
        .flatMap(edit -> Optional.ofNullable(edit.after()).stream())
        .map(UUID::fromString)
        .distinct()
        .flatMap(
            person ->
                Stream.of(OwnerEditor.NUMBER, OwnerEditor.NAME)
                    .flatMap(
                        table ->
                            learnt(table, person, merge.at()).stream()
                                .map(row -> Edit.of(Aspect.ENDED, row, table, now))))
        .toList();
  }

  private List<UUID> learnt(String table, UUID person, Instant since) {
    return jdbc.sql(
            """
            select id from %s
            where person_id = :person and source = 'form' and ended_at is null and created_at > :since
            order by id
            """
                .formatted(table))
        .param("person", person)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  private static void vitals(List<Edit> edits, Person kept, Person other) {
    if (kept.sex() == Sex.UNSTATED && other.sex() != Sex.UNSTATED) {
      edits.add(Edit.of(Aspect.VITAL, kept.id(), VitalEditor.SEX, Words.of(other.sex())));
    }
    if (kept.birthDate() == null && other.birthDate() != null) {
      edits.add(
          Edit.of(Aspect.VITAL, kept.id(), VitalEditor.BIRTH_DATE, other.birthDate().toString()));
    }
  }

  /** A person has one current name; the other's becomes a variant of it. */
  private void names(List<Edit> edits, Person kept, Person other) {
    rowsOf("select id from name where person_id = :other order by id", kept, other)
        .forEach(row -> edits.add(owner(row, OwnerEditor.NAME, kept)));
    if (kept.name().isPresent()) {
      rowsOf(
              """
              select id from name
              where person_id = :other and kind = 'current' and ended_at is null order by id
              """,
              kept,
              other)
          .forEach(
              row -> edits.add(Edit.of(Aspect.NAME_KIND, row, "", Words.of(Name.Kind.VARIANT))));
    }
  }

  /** A link of the other, and that of the kept person in the same part on the same item. */
  private record Twin(
      UUID link,
      LinkValue value,
      @Nullable OffsetDateTime decidedAt,
      @Nullable UUID keptLink,
      @Nullable OffsetDateTime keptDecidedAt) {

    /** What a person said counts more than what the program found, and the newest of it most. */
    boolean outranks() {
      return value.by() != null
          && decidedAt != null
          && (keptDecidedAt == null || decidedAt.isAfter(keptDecidedAt));
    }
  }

  private void links(List<Edit> edits, Person kept, Person other, UUID user) {
    List<Twin> links =
        jdbc.sql(
                """
                select l.id, l.state, l.role, l.decided_by, l.reason, l.decided_at,
                       k.id as kept_id, k.decided_by as kept_by, k.decided_at as kept_at
                from link l left join link k
                  on k.item_id = l.item_id and k.person_id = :kept and k.role = l.role
                  and k.page_id is not distinct from l.page_id
                  and k.row_number is not distinct from l.row_number
                where l.person_id = :other order by l.id
                """)
            .param("kept", kept.id())
            .param("other", other.id())
            .query(Merges::twin)
            .list();
    for (Twin twin : links) {
      if (twin.keptLink() == null) {
        edits.add(owner(twin.link(), OwnerEditor.LINK, kept));
        continue;
      }
      if (twin.outranks()) {
        edits.add(Edit.of(Aspect.LINK, twin.keptLink(), "", twin.value().written()));
      }
      if (twin.value().state() != Link.State.REJECTED) {
        LinkValue dormant =
            new LinkValue(Link.State.REJECTED, twin.value().role(), user, twin.value().reason());
        edits.add(Edit.of(Aspect.LINK, twin.link(), "", dormant.written()));
      }
    }
  }

  private static Twin twin(ResultSet row, int n) throws SQLException {
    UUID keptBy = row.getObject("kept_by", UUID.class);
    return new Twin(
        row.getObject("id", UUID.class),
        new LinkValue(
            Words.read(Link.State.class, row.getString("state")),
            Words.read(Link.Role.class, row.getString("role")),
            row.getObject("decided_by", UUID.class),
            row.getString("reason")),
        row.getObject("decided_at", OffsetDateTime.class),
        row.getObject("kept_id", UUID.class),
        keptBy == null ? null : row.getObject("kept_at", OffsetDateTime.class));
  }

  private List<UUID> rowsOf(String sql, Person kept, Person other) {
    var statement = jdbc.sql(sql).param("other", other.id());
    return (sql.contains(":kept") ? statement.param("kept", kept.id()) : statement)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  private static Edit owner(UUID row, String key, Person kept) {
    return Edit.of(Aspect.OWNER, row, key, kept.id().toString());
  }

  private static Edit mergedInto(UUID person, Person kept) {
    return Edit.of(Aspect.MERGED_INTO, person, "", kept.id().toString());
  }

  /** Who stands in different parts or rows of one item with the other: two people, most likely. */
  public Optional<UUID> itemOfBoth(UUID one, UUID other) {
    return jdbc.sql(
            """
            select a.item_id from link a
            join link b on b.item_id = a.item_id and b.person_id = :other and b.state = 'confirmed'
              and (a.role, a.page_id, a.row_number) is distinct from (b.role, b.page_id, b.row_number)
            where a.person_id = :one and a.state = 'confirmed' limit 1
            """)
        .param("one", one)
        .param("other", other)
        .query(UUID.class)
        .optional();
  }

  /** Someone who may be the same person, and what speaks for it. */
  public record Candidate(UUID personId, String why) {}

  /**
   * Persons who may be the same: who bear the same number (a citizen ID of 15 digits is carried as
   * its 18), or the same name and date of birth, or the same name and a citizen ID that differs by
   * one slip: a digit, or two exchanged ones.
   */
  public List<Candidate> candidates(UUID person, int limit) {
    return jdbc.sql( // by identifier_value and name_folded
            """
            with mine as (
              select kind, value from identifier where person_id = :person and ended_at is null),
            same_number as (
              select i.person_id, 'same-' || m.kind as why, 1 as rank
              from mine m join identifier i on i.value = m.value and i.kind = m.kind and i.ended_at is null
              where m.kind in ('citizen-id', 'insured-number', 'social-card', 'passport', 'other-id', 'old-number')),
            namesakes as (
              select distinct n.person_id
              from name o join name n on n.folded = o.folded and n.ended_at is null and n.person_id is not null
              where o.person_id = :person and o.ended_at is null),
            same_name as (
              select n.person_id,
                     case when exists (
                       select from mine m
                       join identifier i on i.person_id = n.person_id and i.kind = 'citizen-id' and i.ended_at is null
                       where m.kind = 'citizen-id' and m.value <> i.value
                         and levenshtein(left(m.value, 17), left(i.value, 17)) <= 2)
                     then 'near-citizen-id' else 'same-birth-date' end as why, 2 as rank
              from namesakes n
              join person q on q.id = n.person_id
              join person p on p.id = :person
              where q.birth_date = p.birth_date
                 or exists (
                   select from mine m
                   join identifier i on i.person_id = n.person_id and i.kind = 'citizen-id' and i.ended_at is null
                   where m.kind = 'citizen-id' and m.value <> i.value
                     and levenshtein(left(m.value, 17), left(i.value, 17)) <= 2)),
            apart as ( -- as a person said, of this one or of someone who turned out to be this one
              select coalesce(o.merged_into, o.id) as person_id
              from person m
              join not_same_person n on m.id in (n.one, n.other)
              join person o on o.id in (n.one, n.other) and o.id <> m.id
              where m.id = :person or m.merged_into = :person),
            found as (select * from same_number union all select * from same_name)
            select f.person_id, (array_agg(f.why order by f.rank, f.why))[1] as why, min(f.rank) as rank
            from found f join person p on p.id = f.person_id
            where f.person_id <> :person and p.merged_into is null and p.removed_at is null
              and not exists (select from apart where apart.person_id = f.person_id)
            group by f.person_id order by rank, f.person_id limit :limit
            """)
        .param("person", person)
        .param("limit", limit)
        .query((row, n) -> new Candidate(row.getObject(1, UUID.class), row.getString(2)))
        .list();
  }

  /** Says that two persons are not the same one. */
  public static Edit apart(UUID one, UUID other) {
    return Edit.of(Aspect.NOT_SAME, one, other.toString(), NotSameEditor.SAID);
  }

  /** Whether a person said so. */
  public boolean areApart(UUID one, UUID other) {
    return NotSameEditor.isSaid(jdbc, one, other);
  }
}
