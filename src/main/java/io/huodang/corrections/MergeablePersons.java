package io.huodang.corrections;

import io.huodang.access.Access;
import io.huodang.access.Action;
import io.huodang.access.Terms;
import io.huodang.access.Viewer;
import io.huodang.catalog.Person;
import io.huodang.catalog.Persons;
import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The persons whom someone may merge: only those of whom that person may see everything, so that a
 * merge shows nobody what was not theirs to see.
 */
@Component
class MergeablePersons {
  private final Access access;
  private final Persons persons;

  MergeablePersons(Access access, Persons persons) {
    this.access = access;
    this.persons = persons;
  }

  /**
   * The person, or who that person turned out to be.
   *
   * @throws Refusal {@code no-such-person}, {@code not-allowed}
   */
  Person find(Viewer viewer, UUID id) {
    Optional<Person> found = present(id);
    List<Terms> all = found.map(Person::terms).filter(some -> !some.isEmpty()).orElse(List.of());
    for (Terms terms : all.isEmpty() ? List.of(Terms.NONE) : all) {
      access.requireMay(viewer, Action.CORRECT, "person", id, terms);
    }
    return found.orElseThrow(
        () -> new Refusal("no-such-person", "There is no such person; search again."));
  }

  /** Whether someone may see everything of a person. */
  boolean seesAll(Viewer viewer, Person person) {
    return access.may(viewer, Action.VIEW_PERSON)
        && (person.terms().isEmpty()
            ? viewer.rights().cover(Terms.NONE)
            : person.terms().stream().allMatch(viewer.rights()::cover));
  }

  Optional<Person> present(UUID id) {
    Optional<Person> found = persons.find(id);
    for (int step = 0; step < 8; step++) {
      UUID next = found.map(Person::mergedInto).orElse(null);
      if (next == null) {
        break;
      }
      found = persons.find(next);
    }
    return found;
  }
}
