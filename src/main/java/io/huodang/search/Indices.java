package io.huodang.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The three indices behind their aliases, made from the templates as they stand in git.
 *
 * <p>Callers speak to an alias ({@code people}); behind it stands a generation ({@code people-v1}),
 * so that the next can be filled while this one answers.
 */
@Component
class Indices {
  private static final Logger log = LoggerFactory.getLogger(Indices.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ElasticsearchClient elasticsearch;
  private final String prefix;
  private final Path templates;
  private final RebuildRows rebuilds;
  private final ApplicationEventPublisher events;
  private final ReentrantLock preparing = new ReentrantLock();
  private volatile boolean ready;

  Indices(
      @Qualifier("writes") ElasticsearchClient elasticsearch,
      SearchSettings settings,
      RebuildRows rebuilds,
      ApplicationEventPublisher events) {
    this.elasticsearch = elasticsearch;
    this.rebuilds = rebuilds;
    this.events = events;
    this.prefix = settings.indexPrefix();
    Path configured = settings.templates();
    this.templates =
        configured != null
            ? configured
            : Path.of(System.getProperty("huodang.app", "")).resolve("index-templates");
  }

  /** The alias by which an index is searched and written. */
  String alias(Index index) {
    return alias(index, Generation.PRESENT);
  }

  /** The alias of the generation that answers, or of the one that is being filled. */
  String alias(Index index, Generation generation) {
    return prefix + index.word() + generation.ending();
  }

  /**
   * Makes the indices before their first use: Elasticsearch may come up after us.
   *
   * @throws Refusal as {@link #prepare} does
   * @throws IOException when Elasticsearch does not answer, or someone else is just making them
   */
  void ensureReady() throws IOException {
    if (ready) {
      return;
    }
    if (!preparing.tryLock()) {
      throw new IOException("The indices are just being made");
    }
    try {
      if (!ready) {
        prepare();
        ready = true;
      }
    } catch (ElasticsearchException e) {
      throw new IOException("Elasticsearch does not let us make the indices", e);
    } finally {
      preparing.unlock();
    }
  }

  /**
   * Goes on only when the indices are made; else has them made meanwhile, because who searches does
   * not wait for it.
   *
   * @throws IOException when they are not made yet
   */
  void requireReady() throws IOException {
    if (!ready) {
      Thread.startVirtualThread(this::tryToPrepare);
      throw new IOException("The indices are not made yet");
    }
  }

  /** Makes the indices if it can, and says in the log what kept it from it. */
  @Order(Ordered.HIGHEST_PRECEDENCE)
  @EventListener(ApplicationReadyEvent.class)
  void tryToPrepare() {
    try {
      ensureReady();
    } catch (IOException e) {
      log.warn(
          "Elasticsearch is not there yet, PostgreSQL answers until it is: {}",
          e.getClass().getSimpleName());
    } catch (Refusal e) {
      log.error("PostgreSQL answers, because the index cannot be used: {}", e.getMessage());
    }
  }

  /** Something was missing: look again before the next use. */
  void mayBeGone() {
    ready = false;
  }

  /**
   * Puts the templates in force and makes the indices that are missing; safe to repeat.
   *
   * @throws Refusal {@code index-too-new} when a newer program wrote an index
   * @throws IndexUnfilled when one must be filled anew, which begins by itself
   * @throws IOException when Elasticsearch does not answer
   */
  void prepare() throws IOException {
    try {
      for (Index index : Index.values()) {
        putTemplate(index);
        if (generation(index).isEmpty()) {
          refuseToAnswerEmpty(index);
          createFirst(index);
        }
        checkSchema(index);
      }
    } catch (IndexUnfilled e) {
      events.publishEvent(new IndexUnfilled.Found());
      throw e;
    }
  }

  private void refuseToAnswerEmpty(Index index) throws IndexUnfilled {
    if (rebuilds.isAnythingToFind()) {
      throw new IndexUnfilled(
          "The index %s is not there; it is being filled from the registry"
              .formatted(alias(index)));
    }
  }

  /** The generation that answers now, or empty when the index does not exist. */
  Optional<Integer> generation(Index index) throws IOException {
    String alias = alias(index);
    if (!elasticsearch.indices().existsAlias(a -> a.name(alias)).value()) {
      return Optional.empty();
    }
    return elasticsearch.indices().getAlias(a -> a.name(alias)).aliases().keySet().stream()
        .map(name -> Integer.valueOf(name.substring(alias.length() + 2)))
        .findFirst();
  }

  /** The name of one generation of an index. */
  String name(Index index, int generation) {
    return alias(index) + "-v" + generation;
  }

  private void createFirst(Index index) throws IOException {
    create(index, 1);
    String name = name(index, 1);
    elasticsearch.indices().putAlias(a -> a.index(name).name(alias(index)).isWriteIndex(true));
  }

  /** Makes an empty generation, replacing what an earlier attempt may have left. */
  void create(Index index, int generation) throws IOException {
    String name = name(index, generation);
    elasticsearch.indices().delete(d -> d.index(name).ignoreUnavailable(true));
    elasticsearch.indices().create(c -> c.index(name));
  }

  /** Puts in force what the next index that is made will be like. */
  void putTemplate(Index index) throws IOException {
    ObjectNode template = template(index);
    template.putArray("index_patterns").add(alias(index) + "-v*");
    elasticsearch
        .indices()
        .putIndexTemplate(
            t ->
                t.name(alias(index)).withJson(new StringReader(JSON.writeValueAsString(template))));
  }

  private void checkSchema(Index index) throws IOException {
    int ours = schema(index);
    int theirs = schemaOf(alias(index));
    if (theirs > ours) {
      throw new Refusal(
          "index-too-new",
          "The index %s has schema %d, this program knows up to %d. Run the newer program, or give this one an index prefix of its own and run reindex."
              .formatted(alias(index), theirs, ours));
    }
    if (theirs < ours) {
      throw new IndexUnfilled(
          "The index %s has schema %d, this program needs %d; it is being filled anew"
              .formatted(alias(index), theirs, ours));
    }
  }

  /** Whether an index is of the schema that this program writes and asks. */
  boolean isOurs(Index index, String name) throws IOException {
    return schemaOf(name) == schema(index);
  }

  /** How soon what is written to an index is found in it, when its template says so. */
  String refreshInterval(Index index) {
    return template(index).at("/template/settings/refresh_interval").asString("1s");
  }

  private int schema(Index index) {
    return template(index).path("_meta").path("schema").asInt();
  }

  private int schemaOf(String name) throws IOException {
    return elasticsearch.indices().getMapping(m -> m.index(name)).mappings().values().stream()
        .map(mapping -> mapping.mappings().meta().get("schema"))
        .map(schema -> schema == null ? 0 : schema.to(Integer.class))
        .findFirst()
        .orElse(0);
  }

  private ObjectNode template(Index index) {
    Path file = templates.resolve(index.word() + ".json");
    try {
      return (ObjectNode) JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The index template " + file + " cannot be read", e);
    }
  }
}
