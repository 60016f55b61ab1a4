package io.huodang.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import io.huodang.catalog.ItemChanged;
import io.huodang.catalog.Items;
import io.huodang.catalog.PersonsChanged;
import io.huodang.vocabulary.Lane;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds the index against the registry: every person, item and page of the registry stands in it,
 * with the revision that was indexed last. Thread-safe.
 */
@Service
public class IndexCheck {
  private static final int DOCUMENTS_AT_ONCE = 2_000;

  private final ElasticsearchClient elasticsearch;
  private final Indices indices;
  private final RebuildRows rows;
  private final Items items;
  private final ApplicationEventPublisher events;

  IndexCheck(
      @Qualifier("writes") ElasticsearchClient elasticsearch,
      Indices indices,
      RebuildRows rows,
      Items items,
      ApplicationEventPublisher events) {
    this.elasticsearch = elasticsearch;
    this.indices = indices;
    this.rows = rows;
    this.items = items;
    this.events = events;
  }

  /**
   * A part of the registry that was looked up in the index.
   *
   * @param reached the last subject of the part
   * @param subjects how many persons and items it had
   * @param differing those of which a document is missing or is not of the revision that was
   *     indexed last, the newer ones too
   */
  public record Part(UUID reached, int subjects, List<Differing> differing) {}

  /**
   * A subject whose documents are not what they should be.
   *
   * @param newer whether the index knows of a later revision than the registry, as after a restore
   */
  public record Differing(Subject.Kind kind, UUID id, boolean newer) {}

  /**
   * Looks at the subjects after one, in the order of their ids.
   *
   * @return null when there are no more
   * @throws IOException when the index does not answer
   */
  public @Nullable Part after(@Nullable UUID subject, int most) throws IOException {
    indices.ensureReady();
    return after(Generation.PRESENT, false, subject, most);
  }

  /**
   * The same in one of the generations.
   *
   * @param leftToo whether pages that left their items may stand in it: in one that was kept they
   *     do, where burying them was cut short
   */
  @Nullable Part after(Generation generation, boolean leftToo, @Nullable UUID subject, int most)
      throws IOException {
    List<Subject> part = rows.subjectsAfter(subject, most);
    return part.isEmpty()
        ? null
        : new Part(part.getLast().id(), part.size(), differing(generation, leftToo, part));
  }

  /** Of these subjects, those of which a document is missing or is not of that revision. */
  List<Differing> differing(Generation generation, boolean leftToo, List<Subject> subjects)
      throws IOException {
    Map<Subject, Boolean> suspects = suspects(generation, leftToo, subjects);
    // What changed since it was asked for is on its way, and no difference.
    return rows.settled(suspects.keySet().stream().map(Subject::id).toList()).stream()
        .filter(suspects::containsKey)
        .map(one -> new Differing(one.kind(), one.id(), suspects.getOrDefault(one, false)))
        .toList();
  }

  /** Has what differs indexed anew, when the caller's transaction stands. */
  @Transactional
  public void mend(List<Differing> differing) {
    List<UUID> persons = new ArrayList<>();
    for (Differing one : differing) {
      if (one.kind() == Subject.Kind.PERSON) {
        persons.add(one.id());
      } else {
        events.publishEvent(new ItemChanged(one.id()));
      }
    }
    if (!persons.isEmpty()) {
      events.publishEvent(new PersonsChanged(persons, Lane.HISTORY));
    }
  }

  /** Those that differ from what is looked up, and whether the index knows of a later revision. */
  private Map<Subject, Boolean> suspects(Generation generation, boolean leftToo, List<Subject> part)
      throws IOException {
    Map<Subject, Boolean> suspects = new HashMap<>();
    Map<Boolean, List<Subject>> byKind =
        part.stream().collect(Collectors.partitioningBy(one -> one.kind() == Subject.Kind.PERSON));
    List<Subject> ofItems = byKind.getOrDefault(false, List.of());
    look(generation, Index.PEOPLE, one(byKind.getOrDefault(true, List.of())), true, suspects);
    look(generation, Index.ITEMS, one(ofItems), true, suspects);
    List<UUID> ids = ofItems.stream().map(Subject::id).toList();
    Map<String, Subject> pages = pages(ofItems, items.pagesInForce(ids));
    look(generation, Index.PAGES, pages, true, suspects);
    if (leftToo) {
      Map<String, Subject> left = pages(ofItems, items.pagesOfBefore(ids));
      left.keySet().removeAll(pages.keySet());
      look(generation, Index.PAGES, left, false, suspects);
    }
    return suspects;
  }

  private static Map<String, Subject> pages(List<Subject> ofItems, Map<UUID, List<UUID>> pages) {
    Map<String, Subject> owners = new HashMap<>();
    for (Subject subject : ofItems) {
      for (UUID page : pages.getOrDefault(subject.id(), List.of())) {
        owners.put(PageDocument.id(subject.id(), page), subject);
      }
    }
    return owners;
  }

  private static Map<String, Subject> one(List<Subject> subjects) {
    return subjects.stream()
        .collect(Collectors.toMap(subject -> subject.id().toString(), Function.identity()));
  }

  /** Looks documents up; those that need not be there may be wrong all the same. */
  private void look(
      Generation generation,
      Index index,
      Map<String, Subject> owners,
      boolean mustBeThere,
      Map<Subject, Boolean> suspects)
      throws IOException {
    List<String> ids = new ArrayList<>(owners.keySet());
    for (int from = 0; from < ids.size(); from += DOCUMENTS_AT_ONCE) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + DOCUMENTS_AT_ONCE));
      Map<String, Long> versions = versions(indices.alias(index, generation), some);
      for (String id : some) {
        Subject owner = Objects.requireNonNull(owners.get(id));
        Long version = versions.get(id);
        if (version == null ? mustBeThere : version != owner.revision()) {
          suspects.merge(owner, version != null && version > owner.revision(), Boolean::logicalOr);
        }
      }
    }
  }

  private Map<String, Long> versions(String index, List<String> ids) throws IOException {
    try {
      Map<String, Long> versions = new HashMap<>();
      for (MultiGetResponseItem<Void> one :
          elasticsearch
              .mget(m -> m.index(index).ids(ids).source(s -> s.fetch(false)), Void.class)
              .docs()) {
        if (one.isFailure()) {
          throw new IOException("Elasticsearch does not find its index");
        }
        GetResult<Void> result = one.result();
        Long version = result.version();
        if (result.found() && version != null) {
          versions.put(result.id(), version);
        }
      }
      return versions;
    } catch (ElasticsearchException e) {
      throw new IOException("Elasticsearch does not answer: " + e.error().type());
    }
  }
}
