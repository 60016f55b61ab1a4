package io.huodang.roster;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the roster that {@link Staging} copied with the last one. Nothing of the registry
 * changes; what is to be done stands in {@code roster_group} afterwards.
 */
@Component
class Comparison {
  private final JdbcClient jdbc;

  Comparison(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Finds out what differs, and keeps it with the import.
   *
   * @param stated the fields that the roster has a column for; the others are left as they are
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void compare(UUID importId, Set<RosterField> stated) {
    GROUPING.forEach(sql -> jdbc.sql(sql).update());
    MATCHING.forEach(sql -> jdbc.sql(sql).update());
    leaveUnstated(stated);
    DIFFERING.forEach(sql -> jdbc.sql(sql).update());
    COUNTING.forEach(sql -> jdbc.sql(sql).param("id", importId).update());
    jdbc.sql(NAMING).param("id", importId).update();
  }

  /** Who is new, gone or there again; in a first roster everyone is new, and nobody is named. */
  private static final String NAMING =
      """
      insert into roster_difference
        (import_id, kind, turn, person_id, name, printed_id, insured_numbers, employers)
      select :id, each.*
      from (
        (select case when entry_id is null then 'added' else 'returned' end, turn,
                cast(null as uuid), name, coalesce(citizen_id, printed_id), insured_numbers, employers
         from roster_group where entry_id is null or returned order by turn)
        union all
        (select 'missing', null, e.person_id, e.name, coalesce(e.citizen_id, e.printed_id),
                e.insured_numbers, e.employers
         from roster_entry e
         where e.missing_since is null and not exists (select from roster_group g where g.entry_id = e.id)
         order by e.name, e.id)) as each
      where exists (select from roster_entry)
      """;

  /** Lines of one person become one group. */
  private static final List<String> GROUPING =
      List.of(
          // A line without a valid ID is of the person who has it, if name and insured number
          // agree.
          """
          with number as (
            select key, folded, citizen_id is not null as valid, number
            from roster_line, unnest(string_to_array(insured_numbers, chr(31))) as number)
          update roster_line l set key = same.key
          from (select distinct on (doubtful.key) doubtful.key as was, valid.key
                from number doubtful
                join number valid on valid.number = doubtful.number and valid.folded = doubtful.folded
                where not doubtful.valid and valid.valid
                order by doubtful.key, valid.key) same
          where l.key = same.was
          """,
          // Of several lines the last one counts; insured numbers and employers add up. Who has the
          // same
          // ID and the same name as someone of the last roster is that person.
          """
          insert into roster_group
            (turn, key, line, lines, name, folded, citizen_id, printed_id, id_kind, insured_numbers,
             social_cards, former_names, former_folded, sex, birth_date, employers, employers_folded,
             employer_number, entry_id)
          with last as (
            select distinct on (key) * from roster_line order by key, citizen_id is null, line desc),
          several as (
            select key, min(line) as line, count(*) as lines,
                   string_agg(nullif(insured_numbers, ''), chr(31)) as insured_numbers,
                   string_agg(nullif(social_cards, ''), chr(31)) as social_cards
            from roster_line group by key having count(*) > 1),
          employer as (
            select key, array_agg(employer order by employer_folded) as names,
                   array_agg(employer_folded order by employer_folded) as folded
            from (select distinct on (key, employer_folded) key, employer, employer_folded
                  from roster_line join several using (key) where employer_folded <> ''
                  order by key, employer_folded, roster_line.line desc) as each
            group by key),
          entry as (
            select distinct on (citizen_id, folded) citizen_id, folded, id from roster_entry
            where citizen_id is not null
            order by citizen_id, folded, missing_since is not null, id)
          select row_number() over (order by last.line), key, coalesce(several.line, last.line),
                 coalesce(several.lines, 1), last.name, last.folded, last.citizen_id, last.printed_id,
                 last.id_kind,
                 case when several.key is null then string_to_array(last.insured_numbers, chr(31))
                      else array(select distinct unnest(string_to_array(several.insured_numbers, chr(31))) order by 1)
                 end,
                 case when several.key is null then string_to_array(last.social_cards, chr(31))
                      else array(select distinct unnest(string_to_array(several.social_cards, chr(31))) order by 1)
                 end,
                 string_to_array(last.former_names, chr(31)), string_to_array(last.former_folded, chr(31)),
                 last.sex, last.birth_date,
                 case when employer.key is not null then employer.names
                      when last.employer_folded <> '' then array[last.employer] else '{}' end,
                 case when employer.key is not null then employer.folded
                      when last.employer_folded <> '' then array[last.employer_folded] else '{}' end,
                 last.employer_number, entry.id
          from last left join several using (key) left join employer using (key)
          left join entry on entry.citizen_id = last.citizen_id and entry.folded = last.folded
          """,
          "analyze roster_group",
          """
          update roster_group g set shared = true
          where g.citizen_id in (
            select citizen_id from roster_group where citizen_id is not null
            group by citizen_id having count(*) > 1)
          """);

  /** Who was in the last roster already. */
  private static final List<String> MATCHING =
      List.of(
          // The same name and an insured number in common, on both sides only once: the ID changed,
          // or there is no valid one.
          """
          with ours as (
            select turn, folded, unnest(insured_numbers) as number from roster_group where entry_id is null),
          theirs as (
            select e.id, e.folded, unnest(e.insured_numbers) as number from roster_entry e
            where not exists (select from roster_group g where g.entry_id = e.id)),
          pair as (
            select distinct ours.turn, theirs.id from ours join theirs using (number, folded)),
          sure as (
            select turn, id, count(*) over (partition by turn) as of_ours,
                   count(*) over (partition by id) as of_theirs
            from pair)
          update roster_group g set entry_id = sure.id
          from sure where sure.turn = g.turn and sure.of_ours = 1 and sure.of_theirs = 1
          """,
          // The same ID, on both sides only once, and a name that may be the same person's: the
          // name changed.
          """
          with ours as (
            select turn, citizen_id, folded, insured_numbers from roster_group
            where entry_id is null and citizen_id is not null),
          theirs as (
            select e.id, e.citizen_id, e.folded, e.insured_numbers from roster_entry e
            where not exists (select from roster_group g where g.entry_id = e.id)),
          pair as (
            select ours.turn, theirs.id,
                   left(ours.folded, 1) = left(theirs.folded, 1)
                     or levenshtein(ours.folded, theirs.folded) <= 1
                     or ours.insured_numbers && theirs.insured_numbers as alike,
                   count(*) over (partition by citizen_id) as pairs
            from ours join theirs using (citizen_id))
          update roster_group g set entry_id = pair.id
          from pair where pair.turn = g.turn and pair.alike and pair.pairs = 1
          """,
          // The same printed number that is no valid one, and the same name.
          """
          with pair as (
            select g.turn, e.id, count(*) over (partition by g.turn) as of_ours,
                   count(*) over (partition by e.id) as of_theirs
            from roster_group g
            join roster_entry e on e.printed_id = g.printed_id and e.folded = g.folded
            where g.entry_id is null and g.citizen_id is null and e.citizen_id is null
              and not exists (select from roster_group o where o.entry_id = e.id))
          update roster_group g set entry_id = pair.id
          from pair where pair.turn = g.turn and pair.of_ours = 1 and pair.of_theirs = 1
          """,
          """
          update roster_group g set returned = true
          from roster_entry e where e.id = g.entry_id and e.missing_since is not null
          """);

  /** A field without a column says nothing: it is no change that it is not there. */
  private void leaveUnstated(Set<RosterField> stated) {
    jdbc.sql(
            """
            update roster_group g set
              printed_id = case when :ids or g.citizen_id is not null then g.printed_id else e.printed_id end,
              citizen_id = case when :ids or g.citizen_id is not null then g.citizen_id else e.citizen_id end,
              id_kind = case when :ids then g.id_kind else e.id_kind end,
              insured_numbers = case when :insured then g.insured_numbers else e.insured_numbers end,
              social_cards = case when :cards then g.social_cards else e.social_cards end,
              former_names = case when :former then g.former_names else e.former_names end,
              sex = case when :sex or :ids and g.citizen_id is distinct from e.citizen_id then g.sex else e.sex end,
              birth_date = case when :birth or :ids and g.citizen_id is distinct from e.citizen_id
                                then g.birth_date else e.birth_date end,
              employers = case when :employers then g.employers else e.employers end,
              employer_number = case when :number then g.employer_number else e.employer_number end
            from roster_entry e
            where e.id = g.entry_id and (
              not :ids and e.printed_id is not null or not :insured and e.insured_numbers <> '{}'
              or not :cards and e.social_cards <> '{}' or not :former and e.former_names <> '{}'
              or not :sex and e.sex <> g.sex or not :birth and e.birth_date is distinct from g.birth_date
              or not :employers and e.employers <> '{}' or not :number and e.employer_number is not null)
            """)
        .param("ids", stated.contains(RosterField.CITIZEN_ID))
        .param("insured", stated.contains(RosterField.INSURED_NUMBER))
        .param("cards", stated.contains(RosterField.SOCIAL_CARD))
        .param("former", stated.contains(RosterField.FORMER_NAME))
        .param("sex", stated.contains(RosterField.SEX))
        .param("birth", stated.contains(RosterField.BIRTH_DATE))
        .param("employers", stated.contains(RosterField.EMPLOYER_NAME))
        .param("number", stated.contains(RosterField.EMPLOYER_NUMBER))
        .update();
  }

  private static final List<String> DIFFERING =
      List.of(
          """
          update roster_group g set changes = array_remove(array[
            case when g.name <> e.name then 'name' end,
            case when coalesce(g.citizen_id, g.printed_id) is distinct from coalesce(e.citizen_id, e.printed_id)
                 then 'citizen-id' end,
            case when g.insured_numbers <> e.insured_numbers then 'insured-number' end,
            case when g.social_cards <> e.social_cards then 'social-card' end,
            case when g.former_names <> e.former_names then 'former-name' end,
            case when g.sex <> e.sex then 'sex' end,
            case when g.birth_date is distinct from e.birth_date then 'birth-date' end,
            case when g.employers <> e.employers then 'employer' end,
            case when g.employer_number is distinct from e.employer_number then 'employer-number' end], null)
          from roster_entry e where e.id = g.entry_id
            and (g.name, coalesce(g.citizen_id, g.printed_id), g.insured_numbers, g.social_cards,
                 g.former_names, g.sex, g.birth_date, g.employers, g.employer_number)
              is distinct from
                (e.name, coalesce(e.citizen_id, e.printed_id), e.insured_numbers, e.social_cards,
                 e.former_names, e.sex, e.birth_date, e.employers, e.employer_number)
          """,
          "analyze roster_group");

  private static final List<String> COUNTING =
      List.of(
          """
          update roster_import i set persons = c.persons, added = c.added, changed = c.changed,
            returned = c.returned, unchanged = c.persons - c.touched,
            missing = (select count(*) from roster_entry e where e.missing_since is null
                       and not exists (select from roster_group g where g.entry_id = e.id))
          from (select count(*) as persons, count(*) filter (where entry_id is null) as added,
                       count(*) filter (where changes <> '{}') as changed,
                       count(*) filter (where returned) as returned,
                       count(*) filter (where differs) as touched
                from roster_group) c
          where i.id = :id
          """,
          """
          with before as (
            select count(*) as name, count(printed_id) as id,
                   count(*) filter (where insured_numbers <> '{}') as insured,
                   count(*) filter (where social_cards <> '{}') as card,
                   count(*) filter (where former_names <> '{}') as former,
                   count(*) filter (where sex <> 'unstated') as sex, count(birth_date) as birth,
                   count(*) filter (where employers <> '{}') as employer, count(employer_number) as number
            from roster_entry where missing_since is null),
          after as (
            select count(*) as name, count(printed_id) as id,
                   count(*) filter (where insured_numbers <> '{}') as insured,
                   count(*) filter (where social_cards <> '{}') as card,
                   count(*) filter (where former_names <> '{}') as former,
                   count(*) filter (where sex <> 'unstated') as sex, count(birth_date) as birth,
                   count(*) filter (where employers <> '{}') as employer, count(employer_number) as number
            from roster_group),
          change as (
            select field, count(*) as n from roster_group, unnest(changes) as field group by field)
          update roster_import set fields = (
            select jsonb_agg(jsonb_build_object('field', f.field, 'before', f.before, 'after', f.after,
                                                'changed', coalesce(change.n, 0)) order by f.at)
            from before, after, lateral (values
              (1, 'name', before.name, after.name), (2, 'citizen-id', before.id, after.id),
              (3, 'insured-number', before.insured, after.insured), (4, 'sex', before.sex, after.sex),
              (5, 'birth-date', before.birth, after.birth), (6, 'employer', before.employer, after.employer),
              (7, 'employer-number', before.number, after.number),
              (8, 'former-name', before.former, after.former),
              (9, 'social-card', before.card, after.card)) as f (at, field, before, after)
            left join change using (field))
          where id = :id
          """,
          // What only the whole roster shows: one person on several lines, one number of several
          // persons.
          """
          with odd as (
            select line, 'person-twice' as code from roster_group where lines > 1
            union all
            select line, 'number-shared' from roster_group where shared
            union all
            select line, 'insured-number-shared' from (
              select line, count(*) over (partition by number) as persons
              from roster_group, unnest(insured_numbers) as number) as each
            where persons > 1),
          kept as (
            insert into roster_remark (import_id, line, code, refused)
            select :id, line, code, false
            from (select *, row_number() over (partition by code order by line) as n from odd) as each
            where n <= 1000)
          update roster_import set remarks = remarks || coalesce(
            (select jsonb_object_agg(code, n) from (select code, count(*) as n from odd group by code) as each), '{}')
          where id = :id
          """);
}
