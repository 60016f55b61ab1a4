package io.huodang.identity;

import io.huodang.catalog.Employers;
import io.huodang.catalog.Identifier;
import io.huodang.catalog.Items;
import io.huodang.catalog.Link;
import io.huodang.catalog.Links;
import io.huodang.catalog.Name;
import io.huodang.catalog.NewLink;
import io.huodang.catalog.Page;
import io.huodang.catalog.PageVersion;
import io.huodang.catalog.Pages;
import io.huodang.catalog.Persons;
import io.huodang.catalog.Readings;
import io.huodang.catalog.Statements;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.PersonName;
import io.huodang.vocabulary.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides whose an item is.
 *
 * <p>A link is confirmed by itself only on a valid citizen ID and a compatible name. Anything less
 * is proposed and shown as such; a name alone neither makes nor finds a person. An item whose pages
 * carry two different valid citizen IDs as subject is held for a person and linked to nobody.
 */
@Service
public class Identity {
  private final Items items;
  private final Pages pages;
  private final Readings readings;
  private final Statements statements;
  private final Persons persons;
  private final Employers employers;
  private final Links links;
  private final Candidates candidates;

  Identity(
      Items items,
      Pages pages,
      Readings readings,
      Statements statements,
      Persons persons,
      Employers employers,
      Links links,
      Candidates candidates) {
    this.items = items;
    this.pages = pages;
    this.readings = readings;
    this.statements = statements;
    this.persons = persons;
    this.employers = employers;
    this.links = links;
    this.candidates = candidates;
  }

  /**
   * Describes the item by what was read on it, and links it; in the caller's transaction. Deciding
   * again gives the same links; what a person decided stays.
   */
  @Transactional
  public void decide(UUID itemId) {
    persons.lockAgainstRoster();
    Evidence evidence = Evidence.of(readings.inForce(itemId));
    boolean disputed = evidence.subjectIds().size() > 1;
    List<Claimant> claimants =
        disputed
            ? List.of()
            : Stream.concat(Stream.of(evidence.subject()), evidence.rows().stream()).toList();
    List<UUID> found = new ArrayList<>();
    List<Claimant> unknown = new ArrayList<>();
    for (Claimant claimant : claimants) {
      List<UUID> linked = link(itemId, claimant);
      found.addAll(linked);
      if (linked.isEmpty()) {
        unknown.add(claimant);
      }
    }
    links.withdrawOthers(itemId, found);
    items.hold(itemId, disputed ? twoIds() : null);
    describe(itemId, evidence, disputed ? List.of(evidence.subject()) : unknown);
  }

  private List<UUID> link(UUID itemId, Claimant claimant) {
    List<UUID> made = new ArrayList<>();
    for (Candidate candidate : candidates.of(claimant)) {
      if (candidate.state() == Link.State.CONFIRMED) {
        learn(candidate.personId(), claimant);
      }
      Claimant.Row row = claimant.row();
      made.add(
          links.put(
              new NewLink(
                  itemId,
                  candidate.personId(),
                  row == null ? Link.Role.SUBJECT : Link.Role.LIST_ROW,
                  row == null ? null : row.pageId(),
                  row == null ? null : row.number(),
                  row == null ? null : row.corners(),
                  candidate.state(),
                  candidate.evidence(),
                  candidate.margin())));
    }
    return made;
  }

  /** What a form that is surely this person's says of them beyond the number. */
  private void learn(UUID personId, Claimant claimant) {
    claimant
        .insuredNumber()
        .ifPresent(
            number ->
                persons.add(
                    personId,
                    new Identifier(
                        Identifier.Kind.INSURED_NUMBER, number.value(), number.value(), "form")));
    claimant.formerName().ifPresent(name -> persons.add(personId, Name.Kind.FORMER, name, "form"));
    claimant.employer().ifPresent(name -> employers.employ(personId, name, "form"));
  }

  private void describe(UUID itemId, Evidence evidence, List<Claimant> unknown) {
    List<PersonName> names = unknown.stream().flatMap(c -> c.name().stream()).distinct().toList();
    List<Identifier> numbers = new ArrayList<>();
    for (Claimant claimant : unknown) {
      claimant
          .insuredNumber()
          .ifPresent(
              number ->
                  numbers.add(
                      new Identifier(
                          Identifier.Kind.INSURED_NUMBER, number.value(), number.value(), "form")));
    }
    if (evidence.subjectIds().size() > 1) {
      for (CitizenId id : evidence.subjectIds()) {
        numbers.add(new Identifier(Identifier.Kind.CITIZEN_ID, id.value(), id.value(), "form"));
      }
    }
    List<UUID> order = items.find(itemId).orElseThrow().pages();
    items.describe(
        itemId,
        statements.titleOf(itemId).orElseGet(() -> firstOf(order, PageVersion::title)),
        firstOf(order, PageVersion::documentType),
        evidence.date().orElse(null),
        names,
        numbers);
  }

  /** What the first page says that says anything: the form comes before its proofs. */
  private @Nullable String firstOf(
      List<UUID> order, Function<PageVersion, @Nullable String> property) {
    Map<UUID, Page> read =
        pages.findAll(order).stream().collect(Collectors.toMap(Page::id, page -> page));
    for (UUID id : order) {
      Page page = read.get(id);
      PageVersion current = page == null ? null : page.current();
      String value = current == null || current.blank() ? null : property.apply(current);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static Reason twoIds() {
    return new Reason(
        "two-citizen-ids",
        "The pages carry two different citizen IDs; say whose the item is, or split it.");
  }
}
