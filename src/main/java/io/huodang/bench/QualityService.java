package io.huodang.bench;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The service, asked over its API as the search screen asks it. */
final class QualityService implements QualityTarget {
  private final ServiceTarget service;

  QualityService(String url, String token) {
    this.service = new ServiceTarget(url, token);
  }

  @Override
  public String name() {
    return "huodang";
  }

  /** Whether the index answers, not the registry in its stead. */
  boolean isAnsweredByTheIndex() throws IOException, InterruptedException {
    return service.search("王伟").path("degraded").isNull();
  }

  @Override
  public QualityAnswer answer(String typed) throws IOException, InterruptedException {
    JsonNode answer = service.search(typed);
    if (!answer.path("degraded").isNull()) {
      throw new IOException("The registry answered in the index's stead");
    }
    QualityAnswer.Reading reading = new QualityAnswer.Reading();
    answer.path("people").forEach(person -> reading.person(person.path("id").asString()));
    for (JsonNode item : answer.path("items")) {
      Set<String> about = new LinkedHashSet<>();
      item.path("people").forEach(person -> about.add(person.path("id").asString()));
      reading.paper(item.path("id").asString(), about);
    }
    answer.path("text").forEach(page -> reading.paper(page.path("itemId").asString(), Set.of()));
    return reading.done();
  }
}
