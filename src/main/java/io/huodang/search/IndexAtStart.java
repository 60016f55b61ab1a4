package io.huodang.search;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the indices at start if it can; else their first use does. */
@Component
class IndexAtStart {
  private static final Logger log = LoggerFactory.getLogger(IndexAtStart.class);

  private final Indices indices;

  IndexAtStart(Indices indices) {
    this.indices = indices;
  }

  @EventListener(ApplicationReadyEvent.class)
  void prepare() {
    try {
      indices.ensureReady();
    } catch (IOException e) {
      log.warn("Elasticsearch is not there yet, PostgreSQL answers until it is: {}", e.toString());
    } catch (Refusal e) {
      log.error("PostgreSQL answers, because the index cannot be used: {}", e.getMessage());
    }
  }
}
