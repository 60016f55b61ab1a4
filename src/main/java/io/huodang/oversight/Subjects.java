package io.huodang.oversight;

import io.huodang.access.Token;
import io.huodang.access.Tokens;
import io.huodang.access.User;
import io.huodang.access.Users;
import io.huodang.audit.AuditEntry;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.catalog.Person;
import io.huodang.catalog.Persons;
import io.huodang.intake.Batch;
import io.huodang.intake.Batches;
import io.huodang.viewing.Masked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Names what the rows of the audit are about; the rows themselves hold ids only. Thread-safe. */
@Service
public class Subjects {
  private final Persons persons;
  private final Items items;
  private final Batches batches;
  private final Users users;
  private final Tokens tokens;

  Subjects(Persons persons, Items items, Batches batches, Users users, Tokens tokens) {
    this.persons = persons;
    this.items = items;
    this.batches = batches;
    this.users = users;
    this.tokens = tokens;
  }

  /** The subjects of these entries, by id. */
  public Map<UUID, Subject> of(Collection<AuditEntry> entries) {
    Map<String, Set<UUID>> byKind = new HashMap<>();
    for (AuditEntry entry : entries) {
      if (entry.subjectKind() != null && entry.subjectId() != null) {
        byKind.computeIfAbsent(entry.subjectKind(), kind -> new HashSet<>()).add(entry.subjectId());
      }
    }
    Map<UUID, Subject> named = new HashMap<>();
    byKind.forEach(
        (kind, ids) -> name(kind, ids).forEach(subject -> named.put(subject.id(), subject)));
    return named;
  }

  private List<Subject> people(List<UUID> ids) {
    Map<UUID, Person> found =
        persons.findAll(ids).stream()
            .collect(Collectors.toMap(Person::id, Function.identity(), (one, same) -> one));
    return ids.stream()
        .map(id -> new Subject("person", id, label(found.get(id)), "/people/" + id))
        .toList();
  }

  /**
   * A thing with all that belongs to it: a person with the items and pages of the file, an item
   * with its pages; anything else alone.
   */
  public Set<UUID> withWhatBelongsTo(UUID id) {
    Set<UUID> all = new HashSet<>(Set.of(id));
    List<UUID> belonging = items.ofPerson(id);
    all.addAll(belonging);
    items.pagesEver(all).values().forEach(all::addAll);
    return all;
  }

  /** What these ids of people, items and pages are, people first; what is gone is left out. */
  public List<Subject> found(Collection<UUID> ids) {
    Set<UUID> rest = new LinkedHashSet<>(ids);
    List<Subject> found = new ArrayList<>();
    for (String kind : List.of("person", "item", "page")) {
      List<Subject> ofKind =
          name(kind, rest).stream().filter(subject -> subject.label() != null).toList();
      ofKind.forEach(subject -> rest.remove(subject.id()));
      found.addAll(ofKind);
    }
    return found;
  }

  /** What an id that someone pasted is, whatever kind of thing. */
  public Optional<Subject> find(UUID id) {
    for (String kind : List.of("person", "item", "page", "batch", "user", "token")) {
      Optional<Subject> found =
          name(kind, Set.of(id)).stream().filter(subject -> subject.label() != null).findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private List<Subject> name(String kind, Set<UUID> ids) {
    return switch (kind) {
      case "person" -> people(List.copyOf(ids));
      case "item" -> items(ids);
      case "page" -> pages(ids);
      case "batch" -> each(kind, ids, batches::find, Batch::title, "/batches/");
      case "user" -> each(kind, ids, users::find, User::name, "/users/");
      case "token" -> tokens(ids);
      default -> ids.stream().map(id -> new Subject(kind, id, null, null)).toList();
    };
  }

  private List<Subject> items(Set<UUID> ids) {
    Map<UUID, Item> found = itemsById(ids);
    return ids.stream()
        .map(id -> new Subject("item", id, label(found.get(id)), "/items/" + id))
        .toList();
  }

  /** A page is named after the first item in which it stands. */
  private List<Subject> pages(Set<UUID> ids) {
    Map<UUID, UUID> itemOf = new HashMap<>();
    ids.forEach(id -> items.ofPage(id).stream().findFirst().ifPresent(it -> itemOf.put(id, it)));
    Map<UUID, Item> found = itemsById(itemOf.values());
    return ids.stream()
        .map(
            id -> {
              UUID itemId = itemOf.get(id);
              Item item = itemId == null ? null : found.get(itemId);
              if (item == null) {
                return new Subject("page", id, null, null);
              }
              int position = item.pages().indexOf(id) + 1;
              return new Subject(
                  "page",
                  id,
                  label(item) + " · " + position,
                  "/items/" + item.id() + "?page=" + position);
            })
        .toList();
  }

  private List<Subject> tokens(Set<UUID> ids) {
    Map<UUID, String> names =
        tokens.all().stream().collect(Collectors.toMap(Token::id, Token::name));
    return ids.stream().map(id -> new Subject("token", id, names.get(id), "/tokens")).toList();
  }

  private Map<UUID, Item> itemsById(Collection<UUID> ids) {
    return items.findAll(Set.copyOf(ids)).stream()
        .collect(Collectors.toMap(Item::id, Function.identity()));
  }

  private static <T> List<Subject> each(
      String kind,
      Set<UUID> ids,
      Function<UUID, Optional<T>> find,
      Function<T, String> name,
      String below) {
    return ids.stream()
        .map(id -> new Subject(kind, id, find.apply(id).map(name).orElse(null), below + id))
        .toList();
  }

  private static @Nullable String label(@Nullable Person person) {
    return person == null ? null : Masked.label(person);
  }

  private static @Nullable String label(@Nullable Item item) {
    if (item == null) {
      return null;
    }
    String title = item.title() == null ? "—" : item.title();
    return item.fileNumber() == null ? title : title + " " + item.fileNumber();
  }
}
