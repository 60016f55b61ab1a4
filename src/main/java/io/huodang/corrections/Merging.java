package io.huodang.corrections;

import io.huodang.access.Viewer;
import io.huodang.catalog.Change;
import io.huodang.catalog.Changes;
import io.huodang.catalog.Identifier;
import io.huodang.catalog.Merges;
import io.huodang.catalog.NewChange;
import io.huodang.catalog.Person;
import io.huodang.catalog.Persons;
import io.huodang.vocabulary.PersonName;
import io.huodang.vocabulary.Refusal;
import io.huodang.vocabulary.Sex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one person of two who are the same. Names, numbers and links of both stay, the old id leads
 * on; taken back, each has again exactly what was theirs.
 */
@Service
public class Merging {
  static final String APART = "not-same-person";
  private static final int MOST_APART = 200;
  static final String MERGE = "merge-persons";
  private static final int MOST_CANDIDATES = 10;

  private final MergeablePersons mergeable;
  private final Persons persons;
  private final Merges merges;
  private final Changes changes;

  Merging(MergeablePersons mergeable, Persons persons, Merges merges, Changes changes) {
    this.mergeable = mergeable;
    this.persons = persons;
    this.merges = merges;
    this.changes = changes;
  }

  /** Two persons who may be one, and what speaks against it. */
  public record Pair(Person kept, Person other, List<MergeWarning> warnings) {
    public Pair {
      warnings = List.copyOf(warnings);
    }
  }

  /** Someone who may be the same person as another. */
  public record Candidate(Person person, String why) {}

  /**
   * Compares two persons, or who they turned out to be.
   *
   * @throws Refusal {@code no-such-person}, {@code not-allowed}, {@code same-person}
   */
  public Pair compare(Viewer viewer, UUID keptId, UUID otherId) {
    Person kept = mergeable.find(viewer, keptId);
    Person other = mergeable.find(viewer, otherId);
    if (kept.id().equals(other.id())) {
      throw new Refusal("same-person", "The two are one person already.");
    }
    return new Pair(kept, other, warnings(kept, other));
  }

  /**
   * Makes {@code other} the same person as {@code kept}, whose id stays.
   *
   * @param seen the revision of {@code kept} that the person saw; null: whichever there is
   * @param otherSeen the revision of {@code other}; null: whichever there is
   * @throws PersonChangedMeanwhile when one of them has another revision
   * @throws ReasonNeeded when something speaks against it and no reason is given
   * @throws Refusal {@code no-such-person}, {@code not-allowed}, {@code same-person}
   */
  @Transactional
  public Change merge(
      Viewer viewer,
      UUID keptId,
      @Nullable Long seen,
      UUID otherId,
      @Nullable Long otherSeen,
      @Nullable String reason) {
    Pair found = compare(viewer, keptId, otherId);
    merges.lock(List.of(found.kept().id(), found.other().id()));
    Pair pair = compare(viewer, keptId, otherId);
    requireSeen(pair.kept(), seen);
    requireSeen(pair.other(), otherSeen);
    if (!pair.warnings().isEmpty() && (reason == null || reason.isBlank())) {
      throw new ReasonNeeded(pair.warnings());
    }
    return changes
        .make(
            new NewChange(
                MERGE,
                viewer.actor(),
                viewer.userId(),
                reason,
                merges.edits(pair.kept(), pair.other(), viewer.userId()),
                Map.of()))
        .orElseThrow();
  }

  /**
   * Says that two who look alike are two: neither is offered as the other any more.
   *
   * @param reason in the words of that person
   * @return the change, or empty when that was said already
   * @throws Refusal {@code no-such-person}, {@code not-allowed}, {@code same-person}, {@code
   *     reason-needed}
   */
  @Transactional
  public Optional<Change> sayApart(
      Viewer viewer, UUID personId, UUID otherId, @Nullable String reason) {
    Pair pair = compare(viewer, personId, otherId);
    if (reason == null || reason.isBlank()) {
      throw new Refusal("reason-needed", "Say why the two are not one person.");
    }
    return changes.make(
        new NewChange(
            APART,
            viewer.actor(),
            viewer.userId(),
            reason.strip(),
            List.of(Merges.apart(pair.kept().id(), pair.other().id())),
            Map.of()));
  }

  /** A person who is said not to be the one, and the change that says so. */
  public record Apart(Person person, Change change) {}

  /** Of whom it is said that they are not this person, newest first. */
  public List<Apart> apart(Viewer viewer, Person person) {
    List<Apart> apart = new ArrayList<>();
    for (Change change : history(viewer, person, MOST_APART)) {
      if (change.kind().equals(APART) && change.undoneBy() == null) {
        changes.personsOf(change.id()).stream()
            .filter(id -> !id.equals(person.id()))
            .flatMap(id -> persons.find(id).stream())
            .filter(one -> mergeable.seesAll(viewer, one))
            .forEach(one -> apart.add(new Apart(one, change)));
      }
    }
    return apart;
  }

  /** Who may be the same person, of those whom the viewer may see, most likely first. */
  public List<Candidate> candidates(Viewer viewer, Person person) {
    List<Merges.Candidate> found = merges.candidates(person.id(), MOST_CANDIDATES);
    Map<UUID, Person> known =
        persons.findAll(found.stream().map(Merges.Candidate::personId).toList()).stream()
            .filter(one -> mergeable.seesAll(viewer, one))
            .collect(Collectors.toMap(Person::id, Function.identity()));
    List<Candidate> candidates = new ArrayList<>();
    for (Merges.Candidate one : found) {
      Person who = known.get(one.personId());
      if (who != null) {
        candidates.add(new Candidate(who, one.why()));
      }
    }
    return candidates;
  }

  /** What persons changed of a person, newest first; nothing for who may not see all of it. */
  public List<Change> history(Viewer viewer, Person person, int limit) {
    return mergeable.seesAll(viewer, person) ? changes.of(person.id(), limit) : List.of();
  }

  private static void requireSeen(Person person, @Nullable Long seen) {
    if (seen != null && seen != person.revision()) {
      throw new PersonChangedMeanwhile(person);
    }
  }

  private List<MergeWarning> warnings(Person kept, Person other) {
    List<MergeWarning> warnings = new ArrayList<>();
    if (differ(kept.values(Identifier.Kind.CITIZEN_ID), other.values(Identifier.Kind.CITIZEN_ID))) {
      warnings.add(MergeWarning.CITIZEN_IDS_DIFFER);
    }
    if (kept.birthDate() != null
        && other.birthDate() != null
        && !kept.birthDate().equals(other.birthDate())) {
      warnings.add(MergeWarning.BIRTH_DATES_DIFFER);
    }
    if (kept.sex() != other.sex() && kept.sex() != Sex.UNSTATED && other.sex() != Sex.UNSTATED) {
      warnings.add(MergeWarning.SEXES_DIFFER);
    }
    if (differ(folded(kept), folded(other))) {
      warnings.add(MergeWarning.NAMES_DIFFER);
    }
    if (merges.itemOfBoth(kept.id(), other.id()).isPresent()) {
      warnings.add(MergeWarning.ON_ONE_ITEM);
    }
    if (merges.areApart(kept.id(), other.id())) {
      warnings.add(MergeWarning.SAID_APART);
    }
    return warnings;
  }

  private static Set<String> folded(Person person) {
    return person.names().stream()
        .map(name -> PersonName.fold(name.value()))
        .collect(Collectors.toSet());
  }

  private static boolean differ(Collection<String> some, Collection<String> others) {
    return !some.isEmpty() && !others.isEmpty() && Collections.disjoint(some, others);
  }
}
