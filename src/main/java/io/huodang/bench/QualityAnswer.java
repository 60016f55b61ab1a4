package io.huodang.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was found, read from the top: people and then those whom the papers are about; papers and
 * then those on whose pages the words stand.
 */
public record QualityAnswer(List<String> people, List<String> papers) {

  public QualityAnswer {
    people = List.copyOf(new LinkedHashSet<>(people));
    papers = List.copyOf(new LinkedHashSet<>(papers));
  }

  /** Gathers an answer in the order in which it is read. */
  public static final class Reading {
    private final List<String> people = new ArrayList<>();
    private final List<String> papers = new ArrayList<>();

    public void person(String id) {
      people.add(id);
    }

    public void paper(String id, Set<String> about) {
      papers.add(id);
      people.addAll(about);
    }

    public QualityAnswer done() {
      return new QualityAnswer(people, papers);
    }
  }

  List<String> of(QualityQuery query) {
    return query.papers() ? papers : people;
  }
}
