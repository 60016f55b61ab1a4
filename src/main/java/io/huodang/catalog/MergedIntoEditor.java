package io.huodang.catalog;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who a person turned out to be; whose the items of both are is decided again. */
@Component
class MergedIntoEditor implements Editor {
  private final JdbcClient jdbc;
  private final Persons persons;

  MergedIntoEditor(JdbcClient jdbc, Persons persons) {
    this.jdbc = jdbc;
    this.persons = persons;
  }

  @Override
  public Aspect aspect() {
    return Aspect.MERGED_INTO;
  }

  /** A form that is decided at the same moment would go to whoever bore the number before. */
  @Override
  public void prepare() {
    persons.lockAll();
  }

  @Override
  public @Nullable String now(UUID person, String key) {
    UUID into = into(person);
    return into == null ? null : into.toString();
  }

  @Override
  public void set(UUID person, String key, @Nullable String value, Author author) {
    jdbc.sql("update person set merged_into = :into where id = :person")
        .param("into", value == null ? null : UUID.fromString(value))
        .param("person", person)
        .update();
  }

  @Override
  public Effects effects(UUID person, String key) {
    List<UUID> both =
        Stream.of(person, into(person)).filter(Objects::nonNull).map(UUID.class::cast).toList();
    return Effects.onEvidenceOf(persons.itemsOf(both)).andPersons(both);
  }

  private @Nullable UUID into(UUID person) {
    return jdbc.sql("select merged_into from person where id = :person")
        .param("person", person)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list()
        .getFirst();
  }
}
