package io.huodang.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sex and date of birth of a person. */
@Component
class VitalEditor implements Editor {
  static final String SEX = "sex";
  static final String BIRTH_DATE = "birth-date";

  private final JdbcClient jdbc;

  VitalEditor(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Aspect aspect() {
    return Aspect.VITAL;
  }

  @Override
  public @Nullable String now(UUID person, String key) {
    return jdbc.sql("select sex, birth_date from person where id = :person")
        .param("person", person)
        .query((row, n) -> key.equals(SEX) ? row.getString("sex") : row.getString("birth_date"))
        .list()
        .getFirst();
  }

  @Override
  public void set(UUID person, String key, @Nullable String value, Author author) {
    if (key.equals(SEX)) {
      jdbc.sql("update person set sex = :sex where id = :person")
          .param("sex", value)
          .param("person", person)
          .update();
    } else {
      jdbc.sql("update person set birth_date = cast(:birth as date) where id = :person")
          .param("birth", value == null ? null : LocalDate.parse(value))
          .param("person", person)
          .update();
    }
  }

  @Override
  public Effects effects(UUID person, String key) {
    return Effects.NONE.andPersons(List.of(person));
  }

  @Override
  public String audited(String key, String value) {
    return key.equals(SEX) ? value : value.substring(0, 4);
  }
}
