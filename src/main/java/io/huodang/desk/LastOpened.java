package io.huodang.desk;

import io.huodang.access.Viewer;
import io.huodang.audit.AuditFilter;
import io.huodang.audit.AuditLog;
import io.huodang.audit.AuditRow;
import io.huodang.catalog.Person;
import io.huodang.catalog.Persons;
import io.huodang.viewing.Masked;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Whose files someone opened last, as the audit knows it. Thread-safe. */
@Service
public class LastOpened {
  private static final int SHOWN = 8;
  private static final int LOOKED_THROUGH = 80;

  private final AuditLog log;
  private final Persons persons;

  LastOpened(AuditLog log, Persons persons) {
    this.log = log;
    this.persons = persons;
  }

  /**
   * A person whose file was opened.
   *
   * @param label the name and the masked citizen ID
   */
  public record Opened(UUID id, String label) {}

  /** The last one first, each once. */
  public List<Opened> by(Viewer viewer) {
    AuditFilter opened =
        new AuditFilter(viewer.userId(), "view-person", Set.of(), null, null, null, null, true);
    List<UUID> ids =
        log.read(opened, Long.MAX_VALUE, LOOKED_THROUGH).stream()
            .map(LastOpened::person)
            .distinct()
            .limit(SHOWN)
            .toList();
    Map<UUID, Person> found =
        persons.findAll(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    return ids.stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .filter(person -> person.mergedInto() == null)
        .map(person -> new Opened(person.id(), Masked.label(person)))
        .toList();
  }

  private static UUID person(AuditRow row) {
    return Objects.requireNonNull(row.entry().subjectId(), "view-person is about someone");
  }
}
