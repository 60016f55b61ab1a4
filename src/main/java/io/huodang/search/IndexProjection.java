package io.huodang.search;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.catalog.Page;
import io.huodang.catalog.Pages;
import io.huodang.catalog.Person;
import io.huodang.catalog.Persons;
import io.huodang.recognition.PageText;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Reads many subjects at once from the registry and writes their documents. */
@Component
class IndexProjection implements Projection {
  private static final Logger log = LoggerFactory.getLogger(IndexProjection.class);

  private final ElasticsearchClient elasticsearch;
  private final Indices indices;
  private final RebuildRows rebuilds;
  private final RebuildLock lock;
  private final Persons persons;
  private final Items items;
  private final Pages pages;
  private final PageTexts texts;

  IndexProjection(
      @Qualifier("writes") ElasticsearchClient elasticsearch,
      Indices indices,
      RebuildRows rebuilds,
      RebuildLock lock,
      Persons persons,
      Items items,
      Pages pages,
      PageTexts texts) {
    this.elasticsearch = elasticsearch;
    this.indices = indices;
    this.rebuilds = rebuilds;
    this.lock = lock;
    this.persons = persons;
    this.items = items;
    this.pages = pages;
    this.texts = texts;
  }

  @Override
  public Projected project(List<Subject> subjects) throws IOException {
    indices.ensureReady();
    Map<UUID, String> failed =
        lock.shared(
            () ->
                write(
                    subjects,
                    rebuilds.isNextWritten()
                        ? EnumSet.allOf(Generation.class)
                        : EnumSet.of(Generation.PRESENT)));
    Set<UUID> done = subjects.stream().map(Subject::id).collect(Collectors.toSet());
    done.removeAll(failed.keySet());
    return new Projected(done, failed);
  }

  /**
   * Writes the documents of these subjects to the next generation.
   *
   * @return ids of subjects that the index refuses; the log has the reasons
   */
  Set<UUID> fillNext(List<Subject> subjects) throws IOException {
    Map<UUID, String> refused = write(subjects, EnumSet.of(Generation.NEXT));
    refused.forEach((id, why) -> log.error("The index refuses {}: {}", id, why));
    return refused.keySet();
  }

  private Map<UUID, String> write(List<Subject> subjects, Set<Generation> generations)
      throws IOException {
    Bulk bulk = new Bulk(elasticsearch, indices, generations);
    projectPersons(ofKind(subjects, Subject.Kind.PERSON), bulk);
    projectItems(ofKind(subjects, Subject.Kind.ITEM), bulk);
    return bulk.finish();
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
    Map<UUID, Set<UUID>> ever = items.pagesEver(rearranged(subjects, known));
    for (Subject subject : subjects) {
      Item item = known.get(subject.id());
      if (item == null) {
        bulk.bury(subject, Index.ITEMS, subject.id().toString());
        buryPages(subject, ever.getOrDefault(subject.id(), Set.of()), Set.of(), bulk);
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
            PageDocument.of(item, id, text.map(PageText::text).orElse("")));
      }
      buryPages(subject, ever.getOrDefault(item.id(), Set.of()), Set.copyOf(item.pages()), bulk);
    }
  }

  /** Earlier arrangements had pages that this one has not; the catalog knows them all. */
  private static void buryPages(Subject item, Set<UUID> ever, Set<UUID> present, Bulk bulk)
      throws IOException {
    for (UUID page : ever) {
      if (!present.contains(page)) {
        bulk.bury(item, Index.PAGES, PageDocument.id(item.id(), page));
      }
    }
  }

  /** What may have pages in the index that it has no more. */
  private static List<UUID> rearranged(List<Subject> subjects, Map<UUID, Item> known) {
    return subjects.stream()
        .map(Subject::id)
        .filter(id -> !known.containsKey(id) || known.get(id).version() > 1)
        .toList();
  }

  private static List<Subject> ofKind(List<Subject> subjects, Subject.Kind kind) {
    return subjects.stream().filter(subject -> subject.kind() == kind).toList();
  }

  private static List<UUID> ids(List<Subject> subjects) {
    return subjects.stream().map(Subject::id).toList();
  }
}
