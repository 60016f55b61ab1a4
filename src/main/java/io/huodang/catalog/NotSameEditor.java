package io.huodang.catalog;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a person is said not to be another one who looks alike; said of both at once. */
@Component
class NotSameEditor implements Editor {
  static final String SAID = "said";

  private final JdbcClient jdbc;

  NotSameEditor(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Aspect aspect() {
    return Aspect.NOT_SAME;
  }

  @Override
  public @Nullable String now(UUID person, String other) {
    return isSaid(jdbc, person, UUID.fromString(other)) ? SAID : null;
  }

  @Override
  public void set(UUID person, String other, @Nullable String value, Author author) {
    of(
            value == null
                ? """
                delete from not_same_person
                where one = least(cast(:person as uuid), :other)
                  and other = greatest(cast(:person as uuid), :other)
                """
                : """
                insert into not_same_person (one, other)
                values (least(cast(:person as uuid), :other), greatest(cast(:person as uuid), :other))
                on conflict do nothing
                """,
            person,
            other)
        .update();
  }

  /** Whether it is said of these two, whoever of them is named first. */
  static boolean isSaid(JdbcClient jdbc, UUID one, UUID other) {
    return jdbc.sql(
            """
            select exists (select from not_same_person
              where one = least(cast(:one as uuid), :other)
                and other = greatest(cast(:one as uuid), :other))
            """)
        .param("one", one)
        .param("other", other)
        .query(Boolean.class)
        .single();
  }

  private JdbcClient.StatementSpec of(String sql, UUID person, String other) {
    return jdbc.sql(sql).param("person", person).param("other", UUID.fromString(other));
  }

  @Override
  public Effects effects(UUID person, String other) {
    return Effects.NONE.andPersons(List.of(person, UUID.fromString(other)));
  }
}
