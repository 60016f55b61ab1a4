package io.huodang.identity;

import io.huodang.vocabulary.InsuredNumber;
import io.huodang.vocabulary.PersonName;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The persons of the registry as {@link Matching} compares them. */
@Component
class RegisteredPersons implements Acquaintances {
  private static final int MOST = 300;

  private final JdbcClient jdbc;

  RegisteredPersons(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Known> near(Claimant claimant) {
    Set<UUID> ids = new LinkedHashSet<>(bearers(Nearby.numbers(claimant)));
    ids.addAll(namesakes(claimant));
    Set<UUID> born = new LinkedHashSet<>(bornThatDay(claimant));
    born.removeAll(ids);
    return Stream.concat(
            known(ids).stream(),
            known(born).stream().filter(one -> Nearby.isAlmostNamesake(claimant, one)))
        .toList();
  }

  private List<UUID> bearers(Set<String> numbers) {
    return numbers.isEmpty()
        ? List.of()
        : jdbc.sql( // by identifier_value
                """
                select distinct coalesce(p.merged_into, p.id)
                from identifier i join person p on p.id = i.person_id
                where i.value = any(cast(:numbers as text[]))
                  and i.kind in ('citizen-id', 'insured-number')
                  and i.ended_at is null and p.removed_at is null
                limit :most
                """)
            .param("numbers", numbers.toArray(String[]::new))
            .param("most", MOST)
            .query((row, n) -> row.getObject(1, UUID.class))
            .list();
  }

  /** People of the same name who have one thing more in common, or nearly. */
  private List<UUID> namesakes(Claimant claimant) {
    List<String> names =
        Stream.concat(claimant.names().stream(), claimant.otherNames().stream())
            .map(PersonName::folded)
            .distinct()
            .toList();
    if (names.isEmpty()) {
      return List.of();
    }
    return jdbc.sql( // by name_folded
            """
            select distinct coalesce(p.merged_into, p.id)
            from name n join person p on p.id = n.person_id
            where n.folded = any(cast(:names as text[])) and n.ended_at is null and p.removed_at is null
              and (p.birth_date = cast(:birth as date)
                or exists (
                  select from identifier i where i.person_id = p.id and i.ended_at is null
                    and (i.kind = 'citizen-id' and levenshtein_less_equal(i.value, :id, 2) <= 2
                      or i.kind = 'insured-number' and levenshtein_less_equal(i.value, :number, 2) <= 2))
                or exists (
                  select from employment e join name en on en.employer_id = e.employer_id
                  where e.person_id = p.id and en.ended_at is null
                    and (en.folded = :employer or similarity(en.folded, :employer) > 0.5)))
            limit :most
            """)
        .param("names", names.toArray(String[]::new))
        .param("birth", day(claimant.birthDate()))
        .param("id", claimant.ids().stream().findFirst().orElse(null))
        .param("number", claimant.insuredNumber().map(InsuredNumber::value).orElse(null))
        .param("employer", claimant.employer())
        .param("most", MOST)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /** People who were born on the same day, of whose name most is the same. */
  private List<UUID> bornThatDay(Claimant claimant) {
    String birth = day(claimant.birthDate());
    return birth == null || claimant.names().isEmpty()
        ? List.of()
        : jdbc.sql( // by person_birth_date
                """
                select coalesce(p.merged_into, p.id)
                from person p join name n on n.person_id = p.id,
                  unnest(cast(:names as text[])) as asked (name)
                where p.birth_date = cast(:birth as date) and p.removed_at is null
                  and n.ended_at is null and levenshtein_less_equal(n.folded, asked.name, 2) <= 2
                group by 1 order by min(levenshtein_less_equal(n.folded, asked.name, 2))
                limit :most
                """)
            .param("birth", birth)
            .param(
                "names", claimant.names().stream().map(PersonName::folded).toArray(String[]::new))
            .param("most", MOST)
            .query((row, n) -> row.getObject(1, UUID.class))
            .list();
  }

  private static @Nullable String day(@Nullable String birthDate) {
    return birthDate != null && birthDate.length() == "1960-01-01".length() ? birthDate : null;
  }

  private List<Known> known(Set<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
            select p.id, p.birth_date,
              array(select distinct n.folded from name n
                    where n.person_id = any(every.id) and n.ended_at is null) as names,
              array(select distinct i.value from identifier i
                    where i.person_id = any(every.id) and i.kind = 'citizen-id' and i.ended_at is null) as ids,
              array(select distinct i.value from identifier i
                    where i.person_id = any(every.id) and i.kind = 'insured-number' and i.ended_at is null
                      and i.source <> 'form') as numbers,
              array(select distinct i.value from identifier i
                    where i.person_id = any(every.id) and i.kind = 'insured-number' and i.ended_at is null
                      and i.source = 'form') as hearsay,
              array(select distinct n.folded from employment e
                    join name n on n.employer_id = e.employer_id and n.ended_at is null
                    where e.person_id = any(every.id)) as employers,
              exists (select from identifier i where i.person_id = any(every.id) and i.source <> 'form')
                as listed
            from person p,
              lateral (select array(select m.id from person m where m.id = p.id or m.merged_into = p.id)) as every (id)
            where p.id = any(cast(:ids as uuid[])) and p.removed_at is null
            """)
            .param("ids", ids.toArray(UUID[]::new))
            .query(RegisteredPersons::known)
            .list();
  }

  private static Known known(ResultSet row, int n) throws SQLException {
    return new Known(
        row.getObject("id", UUID.class),
        texts(row.getArray("names")),
        texts(row.getArray("ids")),
        texts(row.getArray("numbers")),
        texts(row.getArray("hearsay")),
        texts(row.getArray("employers")),
        row.getObject("birth_date", LocalDate.class),
        row.getBoolean("listed"));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
