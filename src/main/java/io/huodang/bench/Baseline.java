package io.huodang.bench;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What a crawler gives for a population: papers with whom they are about and their text, without
 * rights, registry and record.
 */
final class Baseline implements Target {
  static final String INDEX = "baseline";
  private static final String PERSON = "person";

  private final PlainIndex index;

  Baseline(ElasticsearchClient elasticsearch) {
    index =
        new PlainIndex(
            elasticsearch,
            INDEX,
            List.of(
                "name", "formerName", "citizenId", "insuredNumber", "employer", "title", "text"),
            List.of(PERSON));
  }

  /** The document of a paper. */
  record Document(
      String person,
      String name,
      String formerName,
      String citizenId,
      String insuredNumber,
      String employer,
      String title,
      String text) {}

  /** Whether an earlier run filled it. */
  boolean isFilled() throws IOException {
    return index.isFilled();
  }

  void fill(Population population, Papers papers) throws IOException {
    AtomicInteger paper = new AtomicInteger();
    index.fill(
        population.people().stream()
            .flatMap(
                person ->
                    Stream.generate(() -> papers.of(paper.getAndIncrement()))
                        .limit(person.items())
                        .map(text -> document(person, population, text)))
            .iterator());
  }

  private static Document document(Invented person, Population population, Papers.Text text) {
    String former = person.formerName();
    return new Document(
        person.id().toString(),
        person.name(),
        former == null ? "" : former,
        person.citizenId().value(),
        person.insuredNumber(),
        population.employers().get(person.employer()),
        text.title(),
        text.content());
  }

  @Override
  public String name() {
    return "elasticsearch multi_match";
  }

  @Override
  public boolean finds(Query query) throws IOException {
    List<Map<String, String>> found = index.find(query.typed(), ROWS);
    Invented meant = query.meant();
    return meant == null
        ? !found.isEmpty()
        : found.stream().anyMatch(one -> meant.id().toString().equals(one.get(PERSON)));
  }
}
