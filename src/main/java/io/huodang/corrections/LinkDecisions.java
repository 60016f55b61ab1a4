package io.huodang.corrections;

import io.huodang.access.Viewer;
import io.huodang.catalog.Aspect;
import io.huodang.catalog.Change;
import io.huodang.catalog.Changes;
import io.huodang.catalog.Edit;
import io.huodang.catalog.Item;
import io.huodang.catalog.Link;
import io.huodang.catalog.LinkValue;
import io.huodang.catalog.Links;
import io.huodang.catalog.NewChange;
import io.huodang.catalog.Person;
import io.huodang.catalog.Persons;
import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says who an item is about and who not (是此人, 不是此人). What is said here stays, whatever the program
 * finds later.
 */
@Service
public class LinkDecisions {
  private final CorrectableItems items;
  private final Links links;
  private final Persons persons;
  private final Changes changes;

  LinkDecisions(CorrectableItems items, Links links, Persons persons, Changes changes) {
    this.items = items;
    this.links = links;
    this.persons = persons;
    this.changes = changes;
  }

  /**
   * Decides a link.
   *
   * @param seen the link's revision that the person saw; null: whichever it has
   * @param state {@code CONFIRMED} or {@code REJECTED}
   * @param role in what part the person stands on the form; null: as it is
   * @return what was changed, or empty when it was decided so already
   * @throws Refusal {@code no-such-link}, {@code not-allowed}, {@code link-changed}, {@code
   *     link-exists}
   */
  @Transactional
  public Optional<Change> decide(
      Viewer viewer,
      UUID linkId,
      @Nullable Long seen,
      Link.State state,
      Link.@Nullable Role role,
      @Nullable String reason) {
    Link found = links.find(linkId).orElseThrow(LinkDecisions::noSuchLink);
    items.lock(viewer, found.itemId());
    Link link = links.find(linkId).orElseThrow(LinkDecisions::noSuchLink);
    if (seen != null && seen != link.revision()) {
      throw new LinkChanged(link);
    }
    return make(viewer, "decide-link", link, state, role == null ? link.role() : role, reason);
  }

  /**
   * Says that an item is about a person, whether or not the program thought of it.
   *
   * @param seen the item's revision that the person saw; null: whichever it has
   * @param pageId of a list row, else null
   * @param row of a list form, else null
   * @return the link's id
   * @throws Refusal {@code no-such-item}, {@code no-such-person}, {@code not-allowed}
   */
  @Transactional
  public UUID link(
      Viewer viewer,
      UUID itemId,
      @Nullable Long seen,
      UUID personId,
      Link.Role role,
      @Nullable UUID pageId,
      @Nullable Integer row,
      @Nullable String reason) {
    Item item = items.lock(viewer, itemId);
    if (pageId != null && !item.pages().contains(pageId)) {
      throw new Refusal("no-such-page", "The page does not stand in the item.");
    }
    persons.lock(List.of(personId)); // whom someone merges at this moment
    UUID link = links.between(itemId, present(personId).id(), role, pageId, row);
    LinkValue wanted = new LinkValue(Link.State.CONFIRMED, role, viewer.userId(), reason);
    changes.make(
        new NewChange(
            "make-link",
            viewer.actor(),
            viewer.userId(),
            reason,
            List.of(Edit.of(Aspect.LINK, link, "", wanted.written())),
            seen == null ? Map.of() : Map.of(itemId, seen)));
    return link;
  }

  private Optional<Change> make(
      Viewer viewer,
      String kind,
      Link link,
      Link.State state,
      Link.Role role,
      @Nullable String reason) {
    LinkValue wanted = new LinkValue(state, role, viewer.userId(), reason);
    Link.Decision decision = link.decision();
    if (decision != null && link.state() == state && link.role() == role) {
      return Optional.empty();
    }
    return changes.make(
        new NewChange(
            kind,
            viewer.actor(),
            viewer.userId(),
            reason,
            List.of(Edit.of(Aspect.LINK, link.id(), "", wanted.written())),
            Map.of()));
  }

  /** The person, or who that person turned out to be. */
  private Person present(UUID id) {
    Person person = persons.find(id).orElseThrow(LinkDecisions::noSuchPerson);
    for (int step = 0; step < 8 && person.mergedInto() != null; step++) {
      person = persons.find(person.mergedInto()).orElseThrow(LinkDecisions::noSuchPerson);
    }
    return person;
  }

  private static Refusal noSuchLink() {
    return new Refusal("no-such-link", "There is no such link; look at the item again.");
  }

  private static Refusal noSuchPerson() {
    return new Refusal("no-such-person", "There is no such person; search again.");
  }
}
