package io.huodang.search;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.huodang.access.Role;
import io.huodang.access.Viewer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A rebuild is in nobody's way, whichever node the searches come through. */
@SpringBootTest(classes = SearchSlice.class, webEnvironment = WebEnvironment.NONE)
class PaceTest {
  private static final Viewer CLERK = Viewer.of(UUID.randomUUID(), "clerk.one", Role.CLERK);

  @Autowired private InventedRegistry registry;
  @Autowired private IndexCheck check;
  @Autowired private Search search;
  @Autowired private Indices indices;

  @Autowired
  @Qualifier("writes")
  private ElasticsearchClient elasticsearch;

  private Instant now = Instant.EPOCH.plus(Duration.ofDays(1));
  private Pace pace;

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry properties) throws IOException {
    SearchSlice.connect(properties);
  }

  @BeforeEach
  void begin() {
    pace = new Pace(elasticsearch, indices, () -> now);
  }

  @Test
  void itIsGentleUntilItIsKnownThatNobodySearches() throws IOException {
    indices.ensureReady();

    assertThat(pace.parts()).isEqualTo(1);
    after(Duration.ofSeconds(1));
    assertThat(pace.parts()).isEqualTo(3);
  }

  @Test
  void whenSomebodySearchesOnePartIsUnderWayAndForSomeSecondsAfter() throws IOException {
    UUID person = registry.person("欧阳若水", InventedRegistry.citizenId("110101", "19710203", 4));
    registry.index(1, person);
    pace.parts();
    after(Duration.ofSeconds(5));
    int alone = pace.subjects();

    search.search(SearchRequest.of("欧阳若水"), CLERK);
    after(Duration.ofSeconds(1));

    assertThat(pace.parts()).isEqualTo(1);
    assertThat(pace.subjects()).isLessThan(alone);
    after(Duration.ofSeconds(4));
    assertThat(pace.parts()).isEqualTo(1);
    after(Duration.ofSeconds(1));
    assertThat(pace.parts()).isEqualTo(3);
  }

  @Test
  void whatIsWrittenAndComparedIsNoSearch() throws IOException {
    UUID person = registry.person("司徒明月", InventedRegistry.citizenId("110101", "19710204", 4));
    pace.parts();
    after(Duration.ofSeconds(5));

    registry.index(1, person);
    check.after(null, 10);
    after(Duration.ofSeconds(1));

    assertThat(pace.parts()).isEqualTo(3);
  }

  @Test
  void whoLooksWhetherTheIndexAnswersDoesNotSearch() throws IOException {
    indices.ensureReady();
    pace.parts();
    after(Duration.ofSeconds(5));

    assertThat(search.indexAnswers()).isTrue();
    after(Duration.ofSeconds(1));

    assertThat(pace.parts()).isEqualTo(3);
  }

  @Test
  void nobodySearchesAnIndexThatIsClosed() throws IOException {
    indices.ensureReady();
    elasticsearch.indices().close(c -> c.index(indices.alias(Index.PEOPLE)));
    try {
      pace.parts();
      after(Duration.ofSeconds(1));

      assertThat(pace.parts()).isEqualTo(3);
      assertThat(search.indexAnswers()).isFalse();
    } finally {
      elasticsearch.indices().open(o -> o.index(indices.alias(Index.PEOPLE)));
    }
  }

  private void after(Duration time) {
    now = now.plus(time);
  }
}
