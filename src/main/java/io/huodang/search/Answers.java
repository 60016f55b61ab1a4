package io.huodang.search;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.huodang.access.Rights;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.catalog.Link;
import io.huodang.catalog.Page;
import io.huodang.catalog.Pages;
import io.huodang.catalog.Person;
import io.huodang.catalog.Persons;
import io.huodang.search.PageDocument.Place;
import io.huodang.search.Snippets.Snippet;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes what is shown of what was found, from the registry as it is now: an index that lags behind
 * shows nobody something that is no longer theirs to see.
 */
@Component
class Answers {
  private static final int READ_TOGETHER = 5;

  private static final Logger log = LoggerFactory.getLogger(Answers.class);

  private final Persons persons;
  private final Items items;
  private final Pages pages;
  private final PageTexts texts;

  /** Page texts are read a few at a time: from a store far away they come one by one. */
  private final ExecutorService reading =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("page-texts-", 0).factory());

  Answers(Persons persons, Items items, Pages pages, PageTexts texts) {
    this.persons = persons;
    this.items = items;
    this.pages = pages;
    this.texts = texts;
  }

  @PreDestroy
  void close() {
    reading.shutdownNow();
  }

  List<PersonHit> people(
      List<Found> found, Question question, SearchRequest request, Rights rights) {
    Map<UUID, Person> known = known(found.stream().map(Found::id).toList());
    List<PersonHit> hits = new ArrayList<>();
    for (Found one : found) {
      Person person = known.get(one.id());
      if (person != null
          && person.mergedInto() == null
          && isVisible(person, request, rights)
          && hits.size() < request.limit()) {
        hits.add(file(PersonHit.of(person, one, question), rights));
      }
    }
    return hits;
  }

  List<ItemHit> items(List<Found> found, SearchRequest request, Rights rights) {
    Map<UUID, Item> visible = visible(found.stream().map(Found::id).toList(), request, rights);
    Map<UUID, String> names =
        persons.namesOf(
            visible.values().stream()
                .flatMap(item -> item.links().stream())
                .filter(ItemDocument::counts)
                .map(Link::personId)
                .distinct()
                .toList());
    List<ItemHit> hits = new ArrayList<>();
    for (Found one : found) {
      Item item = visible.get(one.id());
      if (item != null && hits.size() < request.limit()) {
        hits.add(ItemHit.of(item, names, one.why()));
      }
    }
    return hits;
  }

  List<TextHit> pages(List<Place> found, Question question, SearchRequest request, Rights rights)
      throws IOException {
    Map<UUID, Item> visible =
        visible(found.stream().map(Place::item).distinct().toList(), request, rights);
    Map<UUID, Page> known =
        pages.findAll(found.stream().map(Place::page).distinct().toList()).stream()
            .collect(toMap(Page::id, identity()));
    List<Future<List<TextHit>>> parts = new ArrayList<>();
    for (int from = 0; from < found.size(); from += READ_TOGETHER) {
      List<Place> part = found.subList(from, Math.min(found.size(), from + READ_TOGETHER));
      parts.add(reading.submit(() -> read(part, visible, known, question)));
    }
    List<TextHit> hits = new ArrayList<>();
    for (Future<List<TextHit>> part : parts) {
      hits.addAll(Waiting.forIt(part));
    }
    return hits;
  }

  private List<TextHit> read(
      List<Place> found, Map<UUID, Item> visible, Map<UUID, Page> known, Question question) {
    List<TextHit> hits = new ArrayList<>();
    for (Place place : found) {
      Item item = visible.get(place.item());
      Page page = known.get(place.page());
      int position = item == null ? -1 : item.pages().indexOf(place.page());
      if (page != null && position >= 0) {
        Snippet snippet = snippet(page, question);
        hits.add(
            new TextHit(place.page(), place.item(), position + 1, snippet.html(), snippet.boxes()));
      }
    }
    return hits;
  }

  private Snippet snippet(Page page, Question question) {
    try {
      return texts.of(page).map(text -> Snippets.of(text, question)).orElse(Snippet.NOTHING);
    } catch (IOException e) {
      log.warn("The text of page {} cannot be shown: {}", page.id(), e.getMessage());
      return Snippet.NOTHING;
    }
  }

  private Map<UUID, Person> known(List<UUID> ids) {
    return persons.findAll(ids).stream().collect(toMap(Person::id, identity()));
  }

  private Map<UUID, Item> visible(List<UUID> ids, SearchRequest request, Rights rights) {
    return items.findAll(ids).stream()
        .filter(item -> item.state() != Item.State.REMOVED && rights.cover(item.terms()))
        .filter(
            item ->
                request.category() == null || request.category().equals(item.terms().category()))
        .filter(
            item -> request.track() == null || request.track().holds(item.paper(), item.image()))
        .collect(toMap(Item::id, identity()));
  }

  private static boolean isVisible(Person person, SearchRequest request, Rights rights) {
    boolean everything = rights instanceof Rights.Everything && request.category() == null;
    return everything
        || person.terms().stream()
            .anyMatch(
                terms ->
                    rights.cover(terms)
                        && (request.category() == null
                            || request.category().equals(terms.category())));
  }

  /** Counts are rights too: of a person's file, only what the viewer may see. */
  private PersonHit file(PersonHit hit, Rights rights) {
    if (rights instanceof Rights.Everything) {
      return hit;
    }
    List<UUID> order = items.ofPerson(hit.id());
    Map<UUID, Item> known = items.findAll(order).stream().collect(toMap(Item::id, identity()));
    int seen = 0;
    List<UUID> all = new ArrayList<>();
    for (UUID id : order) {
      Item item = known.get(id);
      if (item != null && rights.cover(item.terms())) {
        seen++;
        all.addAll(item.pages());
      }
    }
    return hit.holding(seen, all.size(), all.isEmpty() ? null : all.getFirst());
  }
}
