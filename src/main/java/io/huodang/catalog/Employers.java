package io.huodang.catalog;

import io.huodang.vocabulary.PersonName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The employers of the registry. */
@Repository
public class Employers {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Employers(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** Records that a person works or worked for an employer of this name; the same is told once. */
  @Transactional
  public void employ(UUID personId, String employerName, String source) {
    String folded = PersonName.fold(employerName);
    if (folded.isEmpty()) {
      return;
    }
    UUID employer = withName(folded).orElseGet(() -> create(employerName, folded, source));
    int added =
        jdbc.sql(
                """
                insert into employment (person_id, employer_id, source)
                select :person, :employer, :source
                where not exists (
                  select from employment where person_id = :person and employer_id = :employer)
                """)
            .param("person", personId)
            .param("employer", employer)
            .param("source", source)
            .update();
    if (added > 0) {
      events.publishEvent(new PersonChanged(personId));
    }
  }

  /** The same as {@link Persons#lockIdentifiers} for employers, who are known by their names. */
  @Transactional
  public void lock(Collection<String> names) {
    AdvisoryLocks.take(
        jdbc, names.stream().map(PersonName::fold).map(Employers::key).distinct().toList());
  }

  private static String key(String folded) {
    return "employer:" + folded;
  }

  private Optional<UUID> withName(String folded) {
    AdvisoryLocks.take(jdbc, List.of(key(folded)));
    return jdbc.sql(
            """
            select e.id from name n join employer e on e.id = n.employer_id
            where n.folded = :folded and n.ended_at is null and e.removed_at is null
            order by e.id limit 1
            """)
        .param("folded", folded)
        .query(UUID.class)
        .optional();
  }

  private UUID create(String name, String folded, String source) {
    UUID employer =
        jdbc.sql("insert into employer default values returning id").query(UUID.class).single();
    jdbc.sql(
            """
            insert into name (employer_id, kind, value, folded, source)
            values (:employer, 'current', :value, :folded, :source)
            """)
        .param("employer", employer)
        .param("value", name)
        .param("folded", folded)
        .param("source", source)
        .update();
    return employer;
  }
}
