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
  private final ReentrantLock preparing = new ReentrantLock();
  private volatile boolean ready;

  Indices(@Qualifier("writes") ElasticsearchClient elasticsearch, SearchSettings settings) {
    this.elasticsearch = elasticsearch;
    this.prefix = settings.indexPrefix();
    Path configured = settings.templates();
    this.templates =
        configured != null
            ? configured
            : Path.of(System.getProperty("huodang.app", "")).resolve("index-templates");
  }

  /** The alias by which an index is searched and written. */
  String alias(Index index) {
    return prefix + index.word();
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
   * @throws Refusal {@code index-too-new} when a newer program wrote an index, {@code
   *     index-outdated} when one must be filled anew
   * @throws IOException when Elasticsearch does not answer
   */
  void prepare() throws IOException {
    for (Index index : Index.values()) {
      putTemplate(index);
      if (generation(index).isEmpty()) {
        create(index, 1);
        pointAlias(index, 1);
      }
      checkSchema(index);
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

  /** Makes an empty generation, replacing what an earlier attempt may have left. */
  void create(Index index, int generation) throws IOException {
    String name = name(index, generation);
    elasticsearch.indices().delete(d -> d.index(name).ignoreUnavailable(true));
    elasticsearch.indices().create(c -> c.index(name));
  }

  /** Lets a generation answer from now on, in one step, and drops the one before it. */
  void pointAlias(Index index, int generation) throws IOException {
    String alias = alias(index);
    String name = name(index, generation);
    Optional<Integer> before = generation(index);
    elasticsearch
        .indices()
        .updateAliases(
            u -> {
              u.actions(a -> a.add(add -> add.index(name).alias(alias).isWriteIndex(true)));
              before
                  .filter(old -> old != generation)
                  .ifPresent(old -> u.actions(a -> a.removeIndex(r -> r.index(name(index, old)))));
              return u;
            });
  }

  private void putTemplate(Index index) throws IOException {
    ObjectNode template = template(index);
    template.putArray("index_patterns").add(alias(index) + "-v*");
    elasticsearch
        .indices()
        .putIndexTemplate(
            t ->
                t.name(alias(index)).withJson(new StringReader(JSON.writeValueAsString(template))));
  }

  private void checkSchema(Index index) throws IOException {
    int ours = template(index).path("_meta").path("schema").asInt();
    int theirs =
        elasticsearch.indices().getMapping(m -> m.index(alias(index))).mappings().values().stream()
            .map(mapping -> mapping.mappings().meta().get("schema"))
            .map(schema -> schema == null ? 0 : schema.to(Integer.class))
            .findFirst()
            .orElse(0);
    if (theirs > ours) {
      throw new Refusal(
          "index-too-new",
          "The index %s has schema %d, this program knows up to %d. Run the newer program, or give this one an index prefix of its own and run reindex."
              .formatted(alias(index), theirs, ours));
    }
    if (theirs < ours) {
      throw new Refusal(
          "index-outdated",
          "The index %s has schema %d, this program needs %d. Run reindex; until then PostgreSQL answers."
              .formatted(alias(index), theirs, ours));
    }
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
