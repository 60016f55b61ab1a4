package io.huodang.identity;

import io.huodang.catalog.Employers;
import io.huodang.catalog.Identifier;
import io.huodang.catalog.Items;
import io.huodang.catalog.Link;
import io.huodang.catalog.Links;
import io.huodang.catalog.ListRow;
import io.huodang.catalog.NewLink;
import io.huodang.catalog.Persons;
import io.huodang.catalog.Readings;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides whose an item is.
 *
 * <p>A link is confirmed by itself only on a valid citizen ID and a compatible name, or when one
 * person of a roster or a catalogue stands clearly out ({@link Matching}). Anything less is
 * proposed and shown as such; a name alone neither makes nor finds a person. An item whose pages
 * carry two different valid citizen IDs as subject is held for a person and linked to nobody. What
 * a person decided stays, and the program does not speak beside it.
 */
@Service
public class Identity {
  private final Items items;
  private final Readings readings;
  private final Persons persons;
  private final Employers employers;
  private final Links links;
  private final Acquaintances known;
  private final Teaching teaching;
  private final Describing describing;

  Identity(
      Items items,
      Readings readings,
      Persons persons,
      Employers employers,
      Links links,
      Acquaintances known,
      Teaching teaching,
      Describing describing) {
    this.items = items;
    this.readings = readings;
    this.persons = persons;
    this.employers = employers;
    this.links = links;
    this.known = known;
    this.teaching = teaching;
    this.describing = describing;
  }

  /** Where someone stands on an item: as its subject, or in a row of a list. */
  private record Stand(UUID itemId, Claimant claimant, Evidence.@Nullable Row row) {
    boolean isOf(Link link) {
      return row == null
          ? link.role() == Link.Role.SUBJECT && link.row() == null
          : row.place().isOf(link);
    }

    /** The program knows who it is, or thinks that a form made them known. */
    boolean isSettledBy(Link link) {
      return isOf(link)
          && (link.state() == Link.State.CONFIRMED
              || link.state() == Link.State.PROPOSED && Reasons.isNew(link.evidence()));
    }

    /** A person said of whom the link is about that it is not them who stands here. */
    boolean excludes(Link link) {
      return link.decision() != null
          && (isOf(link) ? link.state() == Link.State.REJECTED : row == null && link.row() == null);
    }

    NewLink to(UUID person, Link.State state, String evidence, double margin) {
      return new NewLink(
          itemId,
          person,
          row == null ? Link.Role.SUBJECT : Link.Role.LIST_ROW,
          row == null ? null : row.pageId(),
          row == null ? null : row.number(),
          row == null ? null : row.corners(),
          state,
          evidence,
          margin);
    }
  }

  /**
   * Describes the item by what was read on it, and links it; in the caller's transaction. Deciding
   * again gives the same links.
   */
  @Transactional
  public void decide(UUID itemId) {
    persons.lockAgainstRoster();
    Evidence evidence = Evidence.of(readings.inForce(itemId));
    lock(
        Stream.concat(
            Stream.of(evidence.subject()), evidence.rows().stream().map(Evidence.Row::claimant)));
    List<Link> before = links.ofItem(itemId);
    Stand ofSubject = new Stand(itemId, evidence.subject(), null);
    boolean disputed =
        before.stream().noneMatch(link -> ofSubject.isOf(link) && isDecided(link))
            && isDisputed(evidence.subjectIds());
    List<UUID> found = new ArrayList<>();
    List<Claimant> unknown = new ArrayList<>();
    if (disputed) {
      unknown.add(evidence.subject());
    } else {
      decide(ofSubject, before, found, unknown);
    }
    Map<ListRow, List<Link>> byRow = ListRow.linksByRow(before);
    for (Evidence.Row row : evidence.rows()) {
      List<Link> here = byRow.getOrDefault(row.place(), List.of());
      decide(new Stand(itemId, row.claimant(), row), here, found, unknown);
    }
    links.withdrawOthers(itemId, found);
    items.hold(itemId, disputed ? twoIds() : null);
    describing.describe(itemId, evidence, unknown);
  }

  /**
   * Decides who stands in these rows of a list, once more, and leaves everything else as it is; in
   * the caller's transaction. The same as {@link #decide} where nothing else is different, at a
   * cost that hardly grows with the list.
   */
  @Transactional
  public void decideRows(UUID itemId, Set<ListRow> rows) {
    persons.lockAgainstRoster();
    Evidence evidence = Evidence.of(readings.inForce(itemId));
    lock(
        evidence.rows().stream()
            .filter(row -> rows.contains(row.place()))
            .map(Evidence.Row::claimant));
    List<Link> before = links.ofItem(itemId);
    List<UUID> found = new ArrayList<>();
    before.stream()
        .filter(link -> ListRow.of(link).filter(rows::contains).isEmpty())
        .map(Link::id)
        .forEach(found::add);
    List<Claimant> unknown = new ArrayList<>();
    Map<ListRow, List<Link>> byRow = ListRow.linksByRow(before);
    Stand ofSubject = new Stand(itemId, evidence.subject(), null);
    if (before.stream().noneMatch(ofSubject::isSettledBy)) {
      unknown.add(evidence.subject());
    }
    for (Evidence.Row row : evidence.rows()) {
      Stand stand = new Stand(itemId, row.claimant(), row);
      List<Link> here = byRow.getOrDefault(row.place(), List.of());
      if (rows.contains(row.place())) {
        decide(stand, here, found, unknown);
      } else if (here.stream().noneMatch(stand::isSettledBy)) {
        unknown.add(row.claimant());
      }
    }
    links.withdrawOthers(itemId, found);
    describing.describe(itemId, evidence, unknown);
  }

  /** Whoever decides about the same people or employers waits here, before either knows them. */
  private void lock(Stream<Claimant> claimants) {
    List<Claimant> all = claimants.toList();
    persons.lockIdentifiers(
        Identifier.Kind.CITIZEN_ID,
        all.stream().flatMap(one -> one.citizenId().stream()).map(CitizenId::value).toList());
    employers.lock(all.stream().flatMap(one -> Stream.ofNullable(one.employerName())).toList());
  }

  /** Two valid IDs, unless they are known to be one person's. */
  private boolean isDisputed(List<CitizenId> ids) {
    if (ids.size() < 2) {
      return false;
    }
    List<Set<UUID>> bearers =
        ids.stream()
            .map(id -> Set.copyOf(persons.withIdentifier(Identifier.Kind.CITIZEN_ID, id.value())))
            .distinct()
            .toList();
    return bearers.size() != 1 || bearers.getFirst().size() != 1;
  }

  /**
   * Adds the links of someone to what was found, and whoever is not surely known to the unknown.
   */
  private void decide(Stand stand, List<Link> before, List<UUID> found, List<Claimant> unknown) {
    List<Link> here = before.stream().filter(stand::isOf).toList();
    if (here.stream().anyMatch(Identity::isDecided)) {
      return;
    }
    Claimant claimant = stand.claimant();
    Set<UUID> ruledOut =
        persons.asMerged(before.stream().filter(stand::excludes).map(Link::personId).toList());
    List<Known> near =
        known.near(claimant).stream().filter(one -> !ruledOut.contains(one.id())).toList();
    switch (Matching.decide(claimant, near)) {
      case Matching.Outcome.Sure sure -> {
        teaching.learn(sure.who().known(), claimant);
        found.add(
            links.put(
                stand.to(
                    sure.who().known().id(),
                    Link.State.CONFIRMED,
                    Reasons.of(sure.who()),
                    margin(sure.ahead()))));
      }
      case Matching.Outcome.Possible possible -> {
        List<Candidate> who = possible.who();
        for (Candidate one : who) {
          found.add(
              links.put(
                  stand.to(
                      one.known().id(),
                      Link.State.PROPOSED,
                      Reasons.of(one),
                      margin(one.bits() - best(possible.compared(), one)))));
        }
        unknown.add(claimant);
      }
      case Matching.Outcome.Nobody _ -> {
        Optional<UUID> made = ruledOut.isEmpty() ? makeKnown(stand) : Optional.empty();
        made.ifPresent(found::add);
        if (made.isEmpty()) {
          unknown.add(claimant);
        }
      }
    }
  }

  /**
   * A valid ID that is nobody's makes a person; surely so when it came with its check and a name.
   */
  private Optional<UUID> makeKnown(Stand stand) {
    Claimant claimant = stand.claimant();
    if (claimant.citizenId().isEmpty()) {
      return Optional.empty();
    }
    CitizenId id = claimant.citizenId().get();
    boolean sure = id.hadCheck() && claimant.name().isPresent();
    String printed = claimant.printedId() == null ? id.value() : claimant.printedId();
    UUID person = persons.create(id, printed, claimant.name().orElse(null), "form");
    if (sure) {
      teaching.learn(person, claimant);
    }
    return Optional.of(
        links.put(
            stand.to(
                person,
                sure ? Link.State.CONFIRMED : Link.State.PROPOSED,
                Reasons.ofNew(),
                sure ? 1 : 0.5)));
  }

  /** A person said who it is: the program has nothing to add. */
  private static boolean isDecided(Link link) {
    return link.decision() != null && link.state() == Link.State.CONFIRMED;
  }

  private static int best(List<Candidate> all, Candidate but) {
    return all.stream().filter(one -> one != but).mapToInt(Candidate::bits).reduce(0, Math::max);
  }

  /** From 0 to 1: a half is the least that confirms a link by itself. */
  private static double margin(int ahead) {
    return Math.clamp(ahead / (2.0 * Matching.AHEAD), 0, 1);
  }

  private static Reason twoIds() {
    return new Reason(
        "two-citizen-ids",
        "The pages carry two different citizen IDs; say whose the item is, or split it.");
  }
}
