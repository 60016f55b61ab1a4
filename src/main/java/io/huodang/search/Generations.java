package io.huodang.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.CommonStatsFlag;
import co.elastic.clients.elasticsearch._types.ExpandWildcard;
import co.elastic.clients.elasticsearch.indices.stats.IndexStats;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The generations of the three indices, all of one number: the one that answers, the next one
 * behind an alias of its own, and the one that answered before, which lies closed on the disk.
 */
@Component
class Generations {
  private static final Duration LOOK = Duration.ofMillis(200);

  private final ElasticsearchClient elasticsearch;
  private final Indices indices;

  Generations(@Qualifier("writes") ElasticsearchClient elasticsearch, Indices indices) {
    this.elasticsearch = elasticsearch;
    this.indices = indices;
  }

  /** The generation that answers; empty when an index is missing, or they are not of one. */
  Optional<Integer> present() throws IOException {
    Set<Integer> numbers = new TreeSet<>();
    for (Index index : Index.values()) {
      numbers.add(indices.generation(index).orElse(0));
    }
    return numbers.size() == 1 && !numbers.contains(0)
        ? Optional.of(numbers.iterator().next())
        : Optional.empty();
  }

  /**
   * Makes an empty generation of each index behind the one that answers; every other one is
   * dropped.
   *
   * @return its number
   */
  int makeNext() throws IOException {
    int next = 1;
    for (Index index : Index.values()) {
      indices.putTemplate(index);
      next = Math.max(next, indices.generation(index).orElse(0) + 1);
    }
    for (Index index : Index.values()) {
      dropOthers(index, null);
      indices.create(index, next);
      findEvery("-1", indices.name(index, next));
    }
    putNext(next);
    return next;
  }

  /** Makes one that was kept, and is open, the next one; every other one is dropped. */
  void makeNext(int kept) throws IOException {
    for (Index index : Index.values()) {
      dropOthers(index, kept);
    }
    putNext(kept);
  }

  private void putNext(int generation) throws IOException {
    List<Action> actions = new ArrayList<>();
    for (Index index : Index.values()) {
      actions.add(
          Action.of(
              a ->
                  a.add(
                      add ->
                          add.index(indices.name(index, generation))
                              .alias(indices.alias(index, Generation.NEXT))
                              .isWriteIndex(true))));
    }
    elasticsearch.indices().updateAliases(u -> u.actions(actions));
  }

  /** Whether a generation of our schema is there, open, to be written, or answers already. */
  boolean stands(int generation) throws IOException {
    for (Index index : Index.values()) {
      String name = indices.name(index, generation);
      boolean isBehindAlias =
          isBehind(indices.alias(index, Generation.NEXT), name)
              || isBehind(indices.alias(index), name);
      if (!isBehindAlias || !indices.isOurs(index, name) || !isOpen(name)) {
        return false;
      }
    }
    return true;
  }

  private boolean isBehind(String alias, String name) throws IOException {
    return elasticsearch.indices().existsAlias(a -> a.index(name).name(alias)).value();
  }

  private boolean isOpen(String name) throws IOException {
    return elasticsearch.indices().resolveIndex(r -> r.name(name)).indices().stream()
        .anyMatch(index -> index.attributes().contains("open"));
  }

  /** Whether a generation of our schema is on the disk, open or closed. */
  boolean isKept(int generation) throws IOException {
    for (Index index : Index.values()) {
      String name = indices.name(index, generation);
      if (!all(index).contains(name) || !indices.isOurs(index, name)) {
        return false;
      }
    }
    return true;
  }

  /** Opens a generation that was kept. */
  void open(int generation) throws IOException {
    List<String> names = names(generation);
    elasticsearch.indices().open(o -> o.index(names));
  }

  /** Whether this generation of all indices answers. */
  boolean answers(int generation) throws IOException {
    return present().filter(number -> number == generation).isPresent();
  }

  /** Lets all that was written to the next generation so far be seen. */
  void refreshNext() throws IOException {
    elasticsearch
        .indices()
        .refresh(
            r ->
                r.index(
                    Arrays.stream(Index.values())
                        .map(index -> indices.alias(index, Generation.NEXT))
                        .toList()));
  }

  /**
   * Has what was written to a generation laid together: a search looks into every segment of an
   * index, and filling leaves many. It may be asked for again, and goes on without us.
   *
   * @return whether it came to its end
   */
  boolean pack(int generation, BooleanSupplier stopped) throws IOException, InterruptedException {
    for (String name : names(generation)) {
      elasticsearch
          .indices()
          .forcemerge(f -> f.index(name).maxNumSegments(1L).waitForCompletion(false));
      Instant begun = Instant.now();
      while (isBeingPacked(name, begun)) {
        if (stopped.getAsBoolean()) {
          return false;
        }
        Thread.sleep(LOOK);
      }
    }
    return true;
  }

  /** Merging begins a moment after it was asked for, unless there is nothing to merge. */
  private boolean isBeingPacked(String name, Instant begun) throws IOException {
    IndexStats all =
        elasticsearch
            .indices()
            .stats(s -> s.index(name).metric(CommonStatsFlag.Merge, CommonStatsFlag.Segments))
            .all()
            .primaries();
    if (all == null || all.merges() == null || all.segments() == null) {
      return false;
    }
    boolean justBegun = begun.plus(LOOK.multipliedBy(5)).isAfter(Instant.now());
    return all.merges().current() > 0 || justBegun && all.segments().count() > 1;
  }

  /** Lets what was written to a generation be found, now and from now on. */
  void finish(int generation) throws IOException {
    for (Index index : Index.values()) {
      findEvery(indices.refreshInterval(index), indices.name(index, generation));
    }
    List<String> names = names(generation);
    elasticsearch.indices().refresh(r -> r.index(names));
  }

  /** While nobody asks a generation, nothing is to be found in it: it is filled with less work. */
  private void findEvery(String interval, String name) throws IOException {
    elasticsearch
        .indices()
        .putSettings(s -> s.index(name).settings(i -> i.refreshInterval(t -> t.time(interval))));
  }

  /**
   * Lets a generation of all indices answer from now on instead of the present one, in one step.
   */
  void letAnswer(int generation) throws IOException {
    List<Action> actions = new ArrayList<>();
    for (Index index : Index.values()) {
      String name = indices.name(index, generation);
      actions.add(
          Action.of(
              a -> a.add(add -> add.index(name).alias(indices.alias(index)).isWriteIndex(true))));
      actions.add(
          Action.of(
              a ->
                  a.remove(
                      r ->
                          r.index(name)
                              .alias(indices.alias(index, Generation.NEXT))
                              .mustExist(false))));
      indices
          .generation(index)
          .filter(old -> old != generation)
          .ifPresent(
              old ->
                  actions.add(
                      Action.of(
                          a ->
                              a.remove(
                                  r ->
                                      r.index(indices.name(index, old))
                                          .alias(indices.alias(index))))));
    }
    elasticsearch.indices().updateAliases(u -> u.actions(actions));
  }

  /** Closes the generation that is to be kept, and drops all others that do not answer. */
  void leave(@Nullable Integer kept) throws IOException {
    for (Index index : Index.values()) {
      dropOthers(index, kept);
    }
    if (kept != null && !answers(kept)) {
      List<String> names = names(kept);
      elasticsearch.indices().close(c -> c.index(names).ignoreUnavailable(true));
    }
  }

  /** Drops what neither answers nor is kept. */
  private void dropOthers(Index index, @Nullable Integer kept) throws IOException {
    Set<String> others = all(index);
    indices.generation(index).ifPresent(number -> others.remove(indices.name(index, number)));
    if (kept != null) {
      others.remove(indices.name(index, kept));
    }
    if (!others.isEmpty()) {
      elasticsearch.indices().delete(d -> d.index(List.copyOf(others)).ignoreUnavailable(true));
    }
  }

  private List<String> names(int generation) {
    return Arrays.stream(Index.values()).map(index -> indices.name(index, generation)).toList();
  }

  /** Names of all generations of an index, the closed ones too. */
  private Set<String> all(Index index) throws IOException {
    Predicate<String> ours =
        Pattern.compile(Pattern.quote(indices.alias(index)) + "-v\\d+").asMatchPredicate();
    Set<String> names =
        new TreeSet<>(
            elasticsearch
                .indices()
                .get(g -> g.index(indices.alias(index) + "-v*").expandWildcards(ExpandWildcard.All))
                .indices()
                .keySet());
    names.removeIf(ours.negate());
    return names;
  }
}
