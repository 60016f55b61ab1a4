package io.huodang.viewing;

import io.huodang.access.Access;
import io.huodang.access.Action;
import io.huodang.access.Terms;
import io.huodang.access.Viewer;
import io.huodang.audit.Audit;
import io.huodang.audit.AuditEntry;
import io.huodang.catalog.Identifier;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.catalog.Page;
import io.huodang.catalog.Pages;
import io.huodang.catalog.Person;
import io.huodang.catalog.Persons;
import io.huodang.intake.Batch;
import io.huodang.intake.Batches;
import io.huodang.intake.ScanFile;
import io.huodang.intake.ScanFiles;
import io.huodang.vocabulary.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Every look at a person, an item or a page: first the permission, then the record, then the thing.
 * A page is seen through the items in which it stands. Thread-safe.
 */
@Service
public class Looks {
  private static final int LONGEST_PURPOSE = 200;
  private static final int MOST_PAGES_AT_ONCE = 200;

  private final Access access;
  private final Audit audit;
  private final Persons persons;
  private final Items items;
  private final Pages pages;
  private final ScanFiles files;
  private final Batches batches;
  private final OneLook look = new OneLook();

  Looks(
      Access access,
      Audit audit,
      Persons persons,
      Items items,
      Pages pages,
      ScanFiles files,
      Batches batches) {
    this.access = access;
    this.audit = audit;
    this.persons = persons;
    this.items = items;
    this.pages = pages;
    this.files = files;
    this.batches = batches;
  }

  /**
   * Opens a person's file; an id that was merged leads on to the person who it turned out to be.
   *
   * @throws Refusal {@code no-such-person}
   */
  public PersonFile atPerson(Viewer viewer, UUID id) {
    PersonFile file = fileOf(viewer, id, Action.VIEW_PERSON);
    audit.recordForGood(
        AuditEntry.of(viewer.actor(), "view-person").about("person", file.person().id()));
    return file;
  }

  /**
   * The full citizen IDs of a person, for a purpose that stays on record.
   *
   * @throws Refusal {@code no-such-person}, {@code purpose-needed}
   */
  public List<String> reveal(Viewer viewer, UUID id, String purpose) {
    Person person = fileOf(viewer, id, Action.REVEAL_ID).person();
    String why = purpose(purpose);
    audit.recordForGood(
        AuditEntry.of(viewer.actor(), "reveal-id").about("person", person.id()).because(why));
    return person.values(Identifier.Kind.CITIZEN_ID);
  }

  /** A purpose as it goes on record. */
  static String purpose(String typed) {
    String why = typed.strip();
    if (why.isEmpty() || why.length() > LONGEST_PURPOSE) {
      throw new Refusal(
          "purpose-needed",
          "Say in 1 to %d characters what it is needed for.".formatted(LONGEST_PURPOSE));
    }
    return why;
  }

  /**
   * Opens an item; the id of one that was merged leads on to the item that has its pages.
   *
   * @throws Refusal {@code no-such-item}
   */
  public Item atItem(Viewer viewer, UUID id) {
    Item item = permittedItem(viewer, id);
    audit.recordForGood(AuditEntry.of(viewer.actor(), "view-item").about("item", item.id()));
    return shownTo(viewer, item);
  }

  /** An item that the viewer may see; whoever asks puts on record what for. */
  Item permittedItem(Viewer viewer, UUID itemId) {
    UUID id = items.leadsTo(itemId);
    Optional<Item> found = items.find(id).filter(item -> item.state() != Item.State.REMOVED);
    access.requireMay(
        viewer, Action.VIEW_ITEM, "item", id, found.map(Item::terms).orElse(Terms.NONE));
    return found.orElseThrow(
        () -> new Refusal("no-such-item", "There is no such item; search again."));
  }

  /**
   * Looks at a page.
   *
   * @param what of it is looked at, countable, for example {@code view-page-text}
   * @param detail what else is worth keeping of this look
   * @throws Refusal {@code no-such-page}
   */
  public SeenPage atPage(Viewer viewer, UUID id, String what, Map<String, String> detail) {
    SeenPage seen = permitted(viewer, id);
    AuditEntry entry = AuditEntry.of(viewer.actor(), what).about("page", id);
    for (Map.Entry<String, String> more : detail.entrySet()) {
      entry = entry.with(more.getKey(), more.getValue());
    }
    audit.recordForGood(entry);
    return seen;
  }

  /**
   * Looks at a page through a viewer that fetches its picture tile by tile, which is one look.
   *
   * @throws Refusal {@code no-such-page}
   */
  public SeenPage atTiles(Viewer viewer, UUID id) {
    SeenPage seen = permitted(viewer, id);
    AuditEntry entry =
        AuditEntry.of(viewer.actor(), "view-page-image").about("page", id).with("size", "tiles");
    look.of(viewer.userId(), id, () -> audit.recordForGood(entry));
    return seen;
  }

  /**
   * Records which pages stood on the screen, as against those that were only fetched.
   *
   * @throws Refusal {@code too-many-pages}, {@code no-such-page}
   */
  public void shown(Viewer viewer, Collection<UUID> ids) {
    if (ids.size() > MOST_PAGES_AT_ONCE) {
      throw new Refusal(
          "too-many-pages", "At most %d pages at once.".formatted(MOST_PAGES_AT_ONCE));
    }
    ids.forEach(id -> permitted(viewer, id));
    ids.forEach(
        id -> audit.recordForGood(AuditEntry.of(viewer.actor(), "see-page").about("page", id)));
  }

  /** Names of persons that stand beside an item, for lists; those of removed persons are absent. */
  public Map<UUID, String> namesOf(Collection<Item> shown) {
    List<UUID> ids =
        shown.stream()
            .flatMap(item -> item.links().stream())
            .map(link -> link.personId())
            .distinct()
            .toList();
    Map<UUID, String> names = new HashMap<>();
    for (Person person : persons.findAll(ids)) {
      person.name().ifPresent(name -> names.put(person.id(), name));
    }
    return names;
  }

  /** The pages of an item that was looked at, in order. */
  public List<Page> pagesOf(Item item) {
    Map<UUID, Page> byId = new HashMap<>();
    pages.findAll(item.pages()).forEach(page -> byId.put(page.id(), page));
    return item.pages().stream().map(byId::get).filter(Objects::nonNull).toList();
  }

  /** A person's file that the viewer may see; whoever asks puts on record what for. */
  PersonFile permittedFile(Viewer viewer, UUID id) {
    return fileOf(viewer, id, Action.VIEW_PERSON);
  }

  private PersonFile fileOf(Viewer viewer, UUID id, Action action) {
    Optional<Person> found = persons.find(id);
    for (int step = 0; step < 8 && found.isPresent(); step++) {
      UUID next = found.get().mergedInto();
      if (next == null) {
        break;
      }
      found = persons.find(next);
    }
    Terms terms =
        found
            .flatMap(
                person ->
                    person.terms().stream()
                        .filter(some -> access.may(viewer, action, some))
                        .findFirst())
            .orElse(Terms.NONE);
    access.requireMay(viewer, action, "person", id, terms);
    Person person =
        found.orElseThrow(
            () -> new Refusal("no-such-person", "There is no such person; search again."));
    return new PersonFile(person, itemsOf(viewer, person.id()));
  }

  private List<Item> itemsOf(Viewer viewer, UUID person) {
    List<UUID> order = items.ofPerson(person);
    Map<UUID, Item> byId = new HashMap<>();
    items.findAll(order).forEach(item -> byId.put(item.id(), item));
    return order.stream()
        .map(byId::get)
        .filter(item -> item != null && access.may(viewer, Action.VIEW_ITEM, item.terms()))
        .toList();
  }

  /** A page that the viewer may see; whoever asks puts on record what for. */
  SeenPage permitted(Viewer viewer, UUID id) {
    Optional<Page> page = pages.find(id);
    List<Item> standsIn = page.isEmpty() ? List.of() : items.findAll(items.ofPage(id));
    if (standsIn.isEmpty() && items.everHeld(id)) {
      page = Optional.empty(); // it waits in the bin, or its item does
    }
    Optional<ScanFile> file = page.map(Page::scanFileId).flatMap(files::find);
    Terms terms =
        standsIn.stream()
            .map(Item::terms)
            .filter(some -> access.may(viewer, Action.VIEW_PAGE, some))
            .findFirst()
            .orElseGet(
                () -> standsIn.isEmpty() ? file.map(this::termsOf).orElse(Terms.NONE) : Terms.NONE);
    access.requireMay(viewer, Action.VIEW_PAGE, "page", id, terms);
    if (page.isEmpty() || file.isEmpty()) {
      throw new Refusal("no-such-page", "There is no such page; search again.");
    }
    return new SeenPage(
        page.get(),
        file.get(),
        standsIn.stream()
            .filter(item -> access.may(viewer, Action.VIEW_ITEM, item.terms()))
            .map(item -> shownTo(viewer, item))
            .toList());
  }

  /** A vendor sees its paper, and nothing of what the house knows of the people on it. */
  private Item shownTo(Viewer viewer, Item item) {
    return access.may(viewer, Action.VIEW_PERSON) ? item : item.withoutPeople();
  }

  /** A page that stands in no item yet belongs to the delivery that it came with. */
  private Terms termsOf(ScanFile file) {
    return batches.find(file.batchId()).map(Batch::terms).orElse(Terms.NONE);
  }
}
