package io.huodang.search;

import io.huodang.access.Rights;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Searches once before anybody does: dictionaries are loaded while the server waits for its index,
 * and code is warm at the counter.
 */
@Component
class FirstSearch implements SmartInitializingSingleton {
  private static final Logger log = LoggerFactory.getLogger(FirstSearch.class);
  private static final String ANYBODY = "王wei 王伟 1962";

  private final IndexFinder index;

  FirstSearch(IndexFinder index) {
    this.index = index;
  }

  @Override
  public void afterSingletonsInstantiated() {
    Thread.ofVirtual().name("dictionaries").start(() -> IndexFinder.clausesOf(question()));
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread.ofVirtual().name("first-search").start(this::search);
  }

  private void search() {
    try {
      index.people(question(), SearchRequest.of(ANYBODY), new Rights.Everything());
    } catch (IOException e) {
      log.debug("The first search found no index yet: {}", e.toString());
    }
  }

  private static Question question() {
    return Question.of(ANYBODY);
  }
}
