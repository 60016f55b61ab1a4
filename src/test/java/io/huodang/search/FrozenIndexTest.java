package io.huodang.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.huodang.access.Role;
import io.huodang.access.Viewer;
import io.huodang.testing.RealElasticsearch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Elasticsearch stops where it stands: connections are there, and no answer comes. */
@SpringBootTest(classes = SearchSlice.class, webEnvironment = WebEnvironment.NONE)
class FrozenIndexTest {
  private static final Viewer CLERK = Viewer.of(UUID.randomUUID(), "clerk.one", Role.CLERK);
  private static final String KNOWN = "欧阳若水";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Three times as many as have their turn at once on two processors. */
  private static final int SEARCHING = 24;

  @Autowired private InventedRegistry registry;
  @Autowired private Search search;
  @Autowired private SearchSettings settings;

  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final List<Thread> searching = new ArrayList<>();
  private volatile boolean ended;

  /** An answer that found whom it should. */
  private record Answer(Instant asked, Instant answered, boolean degraded) {
    Duration took() {
      return Duration.between(asked, answered);
    }
  }

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry properties) throws IOException {
    SearchSlice.connect(properties);
  }

  @AfterEach
  void goOn() throws Exception {
    RealElasticsearch.thaw();
    ended = true;
    for (Thread thread : searching) {
      thread.join();
    }
  }

  @Test
  void whoSearchesWaitsForItOnceAndNobodyIsRefused() throws Exception {
    UUID person = registry.person(KNOWN, InventedRegistry.citizenId("370632", "19680303", 17));
    registry.index(1, person);
    for (int i = 0; i < SEARCHING; i++) {
      searching.add(Thread.startVirtualThread(this::searchOnAndOn));
    }
    await().atMost(PATIENCE).until(() -> answers.stream().anyMatch(one -> !one.degraded()));

    RealElasticsearch.freeze();
    await().atMost(PATIENCE).until(() -> degraded().size() > 10 * SEARCHING);
    Instant thawed = Instant.now();
    RealElasticsearch.thaw();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                answers.stream()
                        .filter(one -> !one.degraded() && one.asked().isAfter(thawed))
                        .count()
                    > 10 * SEARCHING);

    assertThat(wrong).isEmpty();
    Instant noticed =
        degraded().stream().map(Answer::answered).min(Instant::compareTo).orElseThrow();
    assertThat(degraded())
        .filteredOn(one -> one.asked().isAfter(noticed))
        .allSatisfy(one -> assertThat(one.took()).isLessThan(settings.queryTimeout()));
    assertThat(degraded())
        .allSatisfy(
            one -> assertThat(one.took()).isLessThan(settings.queryTimeout().multipliedBy(2)));
  }

  private List<Answer> degraded() {
    return answers.stream().filter(Answer::degraded).toList();
  }

  private void searchOnAndOn() {
    while (!ended) {
      Instant asked = Instant.now();
      try {
        SearchResult result = search.search(SearchRequest.of(KNOWN), CLERK);
        answers.add(new Answer(asked, Instant.now(), result.degraded() != null));
        if (result.people().stream().noneMatch(hit -> KNOWN.equals(hit.name()))) {
          wrong.add("not found, degraded: " + result.degraded());
        }
      } catch (RuntimeException e) {
        wrong.add(e.toString());
      }
    }
  }
}
