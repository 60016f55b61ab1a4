package io.huodang.bench;

import java.util.List;

/**
 * How one target answered queries of one kind.
 *
 * @param asked how often
 * @param failed answers that were errors or came from elsewhere
 * @param found of a hundred, how often whom was meant was among the first ten
 * @param p50 milliseconds from when the query was due
 */
public record Figures(
    String kind,
    String target,
    int asked,
    int failed,
    double found,
    double p50,
    double p95,
    double p99,
    double max) {

  /** One answer. */
  record Answer(long nanos, boolean found, boolean failed) {}

  static Figures of(String kind, String target, List<Answer> answers) {
    List<Long> times = answers.stream().map(Answer::nanos).sorted().toList();
    long found = answers.stream().filter(Answer::found).count();
    return new Figures(
        kind,
        target,
        answers.size(),
        (int) answers.stream().filter(Answer::failed).count(),
        answers.isEmpty() ? 0 : Math.round(1000.0 * found / answers.size()) / 10.0,
        percentile(times, 0.5),
        percentile(times, 0.95),
        percentile(times, 0.99),
        percentile(times, 1));
  }

  /** Milliseconds, to a tenth. */
  static double percentile(List<Long> sortedNanos, double part) {
    if (sortedNanos.isEmpty()) {
      return 0;
    }
    int at = (int) Math.ceil(part * sortedNanos.size()) - 1;
    return Math.round(sortedNanos.get(Math.max(0, at)) / 100_000.0) / 10.0;
  }
}
