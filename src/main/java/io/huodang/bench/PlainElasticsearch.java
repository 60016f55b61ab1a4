package io.huodang.bench;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.List;

/** What a crawler gives for a quality set, asked with {@code multi_match}. */
final class PlainElasticsearch implements QualityTarget {
  /** Enough papers for twenty people. */
  private static final int ROWS = 120;

  private static final String ITEM = "item";
  private static final String SUBJECT = "subject";

  private final PlainIndex index;

  private PlainElasticsearch(PlainIndex index) {
    this.index = index;
  }

  static PlainElasticsearch filled(ElasticsearchClient elasticsearch, List<PlainPapers> papers)
      throws IOException {
    PlainIndex index =
        new PlainIndex(elasticsearch, "plain-papers", PlainPapers.FIELDS, List.of(ITEM, SUBJECT));
    index.fill(papers.iterator());
    return new PlainElasticsearch(index);
  }

  @Override
  public String name() {
    return "multi_match";
  }

  @Override
  public QualityAnswer answer(String typed) throws IOException {
    return PlainPapers.answer(
        index.find(typed, ROWS).stream()
            .map(
                one ->
                    new PlainPapers.Hit(one.getOrDefault(ITEM, ""), one.getOrDefault(SUBJECT, "")))
            .toList());
  }
}
