package io.huodang.roster;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings what {@link Comparison} found into the registry, some thousand persons at a time. Each
 * part stands as a whole or not at all; a part that was applied is no difference any more when the
 * same roster is imported again.
 *
 * <p>Nothing is overwritten: a name that changed stays as a former name, a number that changed
 * stays as one that was valid until today.
 */
@Component
class Applying {
  private final JdbcClient jdbc;

  Applying(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Turns that are applied together: from the first to the last. */
  record Part(int first, int last) {}

  /** All that differs, in parts of some persons each. */
  List<Part> parts(int atOnce) {
    return jdbc.sql(
            """
            select min(turn), max(turn)
            from (select turn, (row_number() over (order by turn) - 1) / :atOnce as part
                  from roster_group where differs) as each
            group by part order by part
            """)
        .param("atOnce", atOnce)
        .query((row, n) -> new Part(row.getInt(1), row.getInt(2)))
        .list();
  }

  /** Tells the planner that tables which were empty a moment ago are not any more. */
  @Transactional
  public void analyze() {
    jdbc.sql("analyze person, name, identifier, employer, employment, roster_entry").update();
  }

  /**
   * Applies what differs in a part, in the caller's transaction.
   *
   * @return the persons who changed
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<UUID> apply(UUID importId, Part part) {
    for (String sql : PARTS) {
      JdbcClient.StatementSpec statement =
          jdbc.sql(sql).param("first", part.first()).param("last", part.last());
      (sql.contains(":import") ? statement.param("import", importId) : statement).update();
    }
    return jdbc.sql(
            """
            select person_id from roster_group
            where turn between :first and :last and (entry_id is null or changes <> '{}')
            """)
        .param("first", part.first())
        .param("last", part.last())
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /** Marks who is in the registry from the last roster and not in this one; nobody is removed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void markMissing(UUID importId) {
    jdbc.sql(
            """
            update roster_entry e set missing_since = :import
            where e.missing_since is null and e.added_by <> :import
              and not exists (select from roster_group g where g.entry_id = e.id)
            """)
        .param("import", importId)
        .update();
  }

  /** Says of those who are named as different which persons of the registry they are now. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void nameDifferences(UUID importId) {
    jdbc.sql(
            """
            update roster_difference d set person_id = coalesce(g.person_id, e.person_id)
            from roster_group g left join roster_entry e on e.id = g.entry_id
            where d.import_id = :import and d.turn = g.turn
            """)
        .param("import", importId)
        .update();
  }

  private static final List<String> PARTS =
      List.of(
          // Who was in the last roster, wherever a merge led since.
          """
          update roster_group g set person_id = coalesce(p.merged_into, p.id)
          from roster_entry e join person p on p.id = e.person_id
          where g.turn between :first and :last and g.differs and e.id = g.entry_id
          """,
          // Someone whom papers made known before the roster did: the one bearer of the number,
          // whose
          // name as it was read may be a misreading of this one.
          """
          update roster_group g set person_id = known.person
          from (
            select g.turn, (array_agg(p.id))[1] as person
            from roster_group g
            join identifier i on i.value = g.citizen_id and i.kind = 'citizen-id' and i.ended_at is null
            join person b on b.id = i.person_id and b.removed_at is null
            join person p on p.id = coalesce(b.merged_into, b.id)
            where g.turn between :first and :last and g.entry_id is null and not g.shared
              and not exists (select from roster_entry e where e.person_id in (b.id, p.id))
              and (not exists (select from name n where n.person_id = p.id and n.ended_at is null)
                   or exists (
                     select from name n where n.person_id = p.id and n.ended_at is null
                       and (left(n.folded, 1) = left(g.folded, 1) or levenshtein(n.folded, g.folded) <= 1)))
            group by g.turn having count(distinct p.id) = 1) known
          where g.turn = known.turn
          """,
          """
          update roster_group set person_id = uuidv7(), fresh = true
          where turn between :first and :last and entry_id is null and person_id is null
          """,
          """
          insert into person (id, sex, birth_date, source)
          select person_id, sex, birth_date, 'roster' from roster_group
          where turn between :first and :last and fresh
          """,
          """
          update person p set revision = p.revision + 1,
            sex = case when g.sex = 'unstated' then p.sex else g.sex end,
            birth_date = coalesce(g.birth_date, p.birth_date)
          from roster_group g
          where g.turn between :first and :last and g.differs and not g.fresh and p.id = g.person_id
            and (g.entry_id is null or g.changes <> '{}')
          """,
          // Names: the current one makes way. What only papers said was another spelling of it.
          """
          with ended as (
            update name n set ended_at = now(), valid_to = current_date
            from roster_group g
            where g.turn between :first and :last and g.differs and not g.fresh and n.person_id = g.person_id
              and (g.entry_id is null or 'name' = any(g.changes))
              and n.kind = 'current' and n.ended_at is null and n.value <> g.name
            returning n.person_id, n.value, n.folded, n.source, n.folded = g.folded as spelling)
          insert into name (person_id, kind, value, folded, source, valid_to)
          select person_id, case when source = 'form' or spelling then 'variant' else 'former' end,
                 value, folded, source, current_date
          from ended
          """,
          """
          insert into name (person_id, kind, value, folded, source)
          select g.person_id, 'current', g.name, g.folded, 'roster' from roster_group g
          where g.turn between :first and :last and g.differs and (g.fresh or not exists (
            select from name n where n.person_id = g.person_id and n.kind = 'current' and n.ended_at is null))
          """,
          """
          insert into name (person_id, kind, value, folded, source)
          select g.person_id, 'former', f.value, f.folded, 'roster'
          from roster_group g, unnest(g.former_names, g.former_folded) as f (value, folded)
          where g.turn between :first and :last and g.differs and f.folded is not null and (g.fresh or not exists (
            select from name n where n.person_id = g.person_id and n.value = f.value and n.ended_at is null))
          """,
          // Numbers: those that are no longer stated were valid until today; one that is now
          // someone
          // else's was never this person's.
          """
          update identifier i set valid_to = current_date,
            ended_at = case when i.kind = 'citizen-id' and exists (
              select from roster_group o where o.citizen_id = i.value and o.person_id is distinct from g.person_id)
              then now() end
          from roster_group g
          where g.turn between :first and :last and g.changes <> '{}' and i.person_id = g.person_id
            and i.source = 'roster' and i.valid_to is null and i.ended_at is null
            and case i.kind
              when 'insured-number' then i.value <> all(g.insured_numbers)
              when 'old-number' then i.value <> all(g.insured_numbers)
              when 'social-card' then i.value <> all(g.social_cards)
              else i.value is distinct from coalesce(g.citizen_id, g.printed_id) end
          """,
          """
          with stated as (
            select g.person_id, g.fresh, s.kind, s.value, s.printed
            from roster_group g, lateral (
              select g.id_kind, coalesce(g.citizen_id, g.printed_id), g.printed_id
              where g.printed_id is not null
              union all
              select case when n ~ '^[A-Z]{0,4}[0-9]{5,20}$' and length(n) between 6 and 20
                     then 'insured-number' else 'old-number' end, n, n
              from unnest(g.insured_numbers) as n
              union all
              select 'social-card', n, n from unnest(g.social_cards) as n) as s (kind, value, printed)
            where g.turn between :first and :last and g.differs),
          again as (
            update identifier i set valid_to = null from stated s
            where not s.fresh and i.person_id = s.person_id and i.kind = s.kind and i.value = s.value
              and i.source = 'roster' and i.ended_at is null)
          insert into identifier (person_id, kind, value, printed, source)
          select s.person_id, s.kind, s.value, s.printed, 'roster' from stated s
          where s.fresh or not exists (
            select from identifier i where i.person_id = s.person_id and i.kind = s.kind
              and i.value = s.value and i.source = 'roster' and i.ended_at is null)
          """,
          // Employers by their name, as those that papers name.
          """
          with wanted as materialized (
            select distinct on (f.folded) uuidv7() as id, f.name, f.folded
            from roster_group g, unnest(g.employers, g.employers_folded) as f (name, folded)
            where g.turn between :first and :last and g.differs and f.folded is not null
              and not exists (
                select from name n where n.folded = f.folded and n.employer_id is not null and n.ended_at is null)),
          made as (
            insert into employer (id) select id from wanted)
          insert into name (employer_id, kind, value, folded, source)
          select id, 'current', name, folded, 'roster' from wanted
          """,
          """
          with bearer as materialized (
            select n.folded, min(n.employer_id::text)::uuid as id from name n
            where n.employer_id is not null and n.ended_at is null and n.folded in (
              select unnest(employers_folded) from roster_group
              where turn between :first and :last and differs)
            group by n.folded),
          stated as (
            select g.person_id, g.fresh, bearer.id as employer_id
            from roster_group g, unnest(g.employers_folded) as folded join bearer using (folded)
            where g.turn between :first and :last and g.differs),
          over as (
            update employment e set valid_to = current_date
            from roster_group g
            where g.turn between :first and :last and g.differs and not g.fresh and e.person_id = g.person_id
              and e.source = 'roster' and e.valid_to is null and 'employer' = any(g.changes)
              and not exists (
                select from stated s where s.person_id = e.person_id and s.employer_id = e.employer_id)),
          again as (
            update employment e set valid_to = null from stated s
            where not s.fresh and e.person_id = s.person_id and e.employer_id = s.employer_id
              and e.valid_to is not null)
          insert into employment (person_id, employer_id, source)
          select s.person_id, s.employer_id, 'roster' from stated s
          where s.fresh or not exists (
            select from employment e where e.person_id = s.person_id and e.employer_id = s.employer_id)
          """,
          """
          insert into identifier (employer_id, kind, value, printed, source)
          select distinct on (g.employer_number) n.employer_id, 'employer-number', g.employer_number,
                 g.employer_number, 'roster'
          from roster_group g
          join name n on n.folded = g.employers_folded[1] and n.employer_id is not null and n.ended_at is null
          where g.turn between :first and :last and g.differs and g.employer_number is not null
            and cardinality(g.employers) = 1 and not exists (
              select from identifier i where i.value = g.employer_number and i.kind = 'employer-number')
          """,
          // The roster itself.
          """
          insert into roster_change (import_id, entry_id, field, before, after)
          select :import, e.id, field,
                 case field
                   when 'name' then e.name when 'citizen-id' then e.printed_id
                   when 'insured-number' then array_to_string(e.insured_numbers, ' ')
                   when 'social-card' then array_to_string(e.social_cards, ' ')
                   when 'former-name' then array_to_string(e.former_names, ' ') when 'sex' then e.sex
                   when 'birth-date' then e.birth_date::text
                   when 'employer' then array_to_string(e.employers, ' ') else e.employer_number end,
                 case field
                   when 'name' then g.name when 'citizen-id' then g.printed_id
                   when 'insured-number' then array_to_string(g.insured_numbers, ' ')
                   when 'social-card' then array_to_string(g.social_cards, ' ')
                   when 'former-name' then array_to_string(g.former_names, ' ') when 'sex' then g.sex
                   when 'birth-date' then g.birth_date::text
                   when 'employer' then array_to_string(g.employers, ' ') else g.employer_number end
          from roster_group g join roster_entry e on e.id = g.entry_id, unnest(g.changes) as field
          where g.turn between :first and :last
          """,
          """
          update roster_entry e set person_id = g.person_id, name = g.name, folded = g.folded,
            citizen_id = g.citizen_id, printed_id = g.printed_id, id_kind = g.id_kind,
            insured_numbers = g.insured_numbers, social_cards = g.social_cards,
            former_names = g.former_names, sex = g.sex, birth_date = g.birth_date,
            employers = g.employers, employer_number = g.employer_number, missing_since = null
          from roster_group g where g.turn between :first and :last and g.differs and e.id = g.entry_id
          """,
          """
          insert into roster_entry
            (person_id, name, folded, citizen_id, printed_id, id_kind, insured_numbers, social_cards,
             former_names, sex, birth_date, employers, employer_number, added_by)
          select person_id, name, folded, citizen_id, printed_id, id_kind, insured_numbers, social_cards,
                 former_names, sex, birth_date, employers, employer_number, :import
          from roster_group where turn between :first and :last and entry_id is null
          """,
          """
          update roster_import set applied = applied + (
            select count(*) from roster_group where turn between :first and :last and differs)
          where id = :import
          """);
}
