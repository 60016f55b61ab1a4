package io.huodang.search;

import io.huodang.access.Rights;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Searches once before anybody does: dictionaries are loaded while the server waits for its index,
 * and code is warm at the counter. The registry is searched too: the sounds that it needs while the
 * index is away take a second to load, and 5 MB.
 */
@Component
class FirstSearch implements SmartInitializingSingleton {
  private static final Logger log = LoggerFactory.getLogger(FirstSearch.class);
  private static final String ANYBODY = "王wei 王伟 1962";
  private static final String BY_SOUND = "wangwei";

  private final IndexFinder index;
  private final RegistryFinder registry;

  FirstSearch(IndexFinder index, RegistryFinder registry) {
    this.index = index;
    this.registry = registry;
  }

  @Override
  public void afterSingletonsInstantiated() {
    Thread.ofVirtual().name("dictionaries").start(() -> IndexFinder.people(question(), true));
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
    try {
      registry
          .search()
          .people(Question.of(BY_SOUND), SearchRequest.of(BY_SOUND), new Rights.Everything());
    } catch (DataAccessException e) {
      log.debug("The first search found no registry: {}", e.toString());
    }
  }

  private static Question question() {
    return Question.of(ANYBODY);
  }
}
