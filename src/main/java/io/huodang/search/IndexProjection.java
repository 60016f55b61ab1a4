package io.huodang.search;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.catalog.Page;
import io.huodang.catalog.Pages;
import io.huodang.catalog.Person;
import io.huodang.catalog.Persons;
import io.huodang.recognition.PageText;
import io.huodang.search.PageDocument.Place;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Reads many subjects at once from the registry and writes their documents. */
@Component
class IndexProjection implements Projection {
  private static final int MOST_PAGES = 10_000;

  private final ElasticsearchClient elasticsearch;
  private final Indices indices;
  private final Persons persons;
  private final Items items;
  private final Pages pages;
  private final PageTexts texts;

  IndexProjection(
      @Qualifier("writes") ElasticsearchClient elasticsearch,
      Indices indices,
      Persons persons,
      Items items,
      Pages pages,
      PageTexts texts) {
    this.elasticsearch = elasticsearch;
    this.indices = indices;
    this.persons = persons;
    this.items = items;
    this.pages = pages;
    this.texts = texts;
  }

  @Override
  public Projected project(List<Subject> subjects) throws IOException {
    indices.ensureReady();
    Bulk bulk = new Bulk(elasticsearch, indices);
    projectPersons(ofKind(subjects, Subject.Kind.PERSON), bulk);
    projectItems(ofKind(subjects, Subject.Kind.ITEM), bulk);
    Map<UUID, String> failed = bulk.finish();
    Set<UUID> done = subjects.stream().map(Subject::id).collect(Collectors.toSet());
    done.removeAll(failed.keySet());
    return new Projected(done, failed);
  }

  private void projectPersons(List<Subject> subjects, Bulk bulk) throws IOException {
    Map<UUID, Person> known =
        persons.findAll(ids(subjects)).stream().collect(toMap(Person::id, identity()));
    for (Subject subject : subjects) {
      String id = subject.id().toString();
      Person person = known.get(subject.id());
      if (person == null || person.mergedInto() != null) {
        bulk.bury(subject, Index.PEOPLE, id);
      } else {
        bulk.put(subject, Index.PEOPLE, id, PersonDocument.of(person));
      }
    }
  }

  private void projectItems(List<Subject> subjects, Bulk bulk) throws IOException {
    Map<UUID, Item> known =
        items.findAll(ids(subjects)).stream()
            .filter(item -> item.state() != Item.State.REMOVED)
            .collect(toMap(Item::id, identity()));
    Map<UUID, Page> pagesOfAll =
        pages
            .findAll(
                known.values().stream()
                    .flatMap(item -> item.pages().stream())
                    .collect(Collectors.toSet()))
            .stream()
            .collect(toMap(Page::id, identity()));
    for (Subject subject : subjects) {
      Item item = known.get(subject.id());
      if (item == null) {
        bulk.bury(subject, Index.ITEMS, subject.id().toString());
        buryPages(subject, Set.of(), bulk);
        continue;
      }
      bulk.put(subject, Index.ITEMS, item.id().toString(), ItemDocument.of(item));
      for (UUID id : new HashSet<>(item.pages())) {
        Page page = pagesOfAll.get(id);
        Optional<PageText> text = page == null ? Optional.empty() : texts.of(page);
        bulk.put(
            subject,
            Index.PAGES,
            PageDocument.id(item.id(), id),
            PageDocument.of(item, text.map(PageText::text).orElse("")));
      }
      if (item.version() > 1) {
        buryPages(subject, Set.copyOf(item.pages()), bulk);
      }
    }
  }

  /** Earlier arrangements had pages that this one has not. */
  private void buryPages(Subject item, Set<UUID> present, Bulk bulk) throws IOException {
    for (String id : pageDocuments(item.id())) {
      Optional<Place> place = Place.ofId(id);
      if (place.isPresent() && !present.contains(place.get().page())) {
        bulk.bury(item, Index.PAGES, id);
      }
    }
  }

  private List<String> pageDocuments(UUID item) throws IOException {
    try {
      return elasticsearch
          .search(
              s ->
                  s.index(indices.alias(Index.PAGES))
                      .size(MOST_PAGES)
                      .query(
                          q ->
                              q.term(t -> t.field("itemId").value(FieldValue.of(item.toString())))),
              Void.class)
          .hits()
          .hits()
          .stream()
          .map(Hit::id)
          .toList();
    } catch (ElasticsearchException e) {
      throw new IOException("Elasticsearch does not say which pages it has", e);
    }
  }

  private static List<Subject> ofKind(List<Subject> subjects, Subject.Kind kind) {
    return subjects.stream().filter(subject -> subject.kind() == kind).toList();
  }

  private static List<UUID> ids(List<Subject> subjects) {
    return subjects.stream().map(Subject::id).toList();
  }
}
