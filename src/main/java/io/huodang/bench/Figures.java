package io.huodang.bench;

import java.util.List;

/**
 * How one target answered queries of one kind.
 *
 * @param kind what was typed, or {@code all}
 * @param asked how often
 * @param failed answers that were errors or came from elsewhere
 * @param found of a hundred, how often whom was meant was among the first twenty
 * @param narrowed the same when who was not found was looked for with one more key
 * @param p50 milliseconds from when the query was due
 */
public record Figures(
    String kind,
    String target,
    int asked,
    int failed,
    double found,
    double narrowed,
    double p50,
    double p95,
    double p99,
    double max) {

  /**
   * One answer.
   *
   * @param narrowed whether whom was meant was found, with one more key if need be
   */
  record Answer(Kind kind, long nanos, boolean found, boolean narrowed, boolean failed) {}

  static Figures of(String kind, String target, List<Answer> answers) {
    List<Long> times = answers.stream().map(Answer::nanos).sorted().toList();
    return new Figures(
        kind,
        target,
        answers.size(),
        (int) answers.stream().filter(Answer::failed).count(),
        ofHundred(answers.stream().filter(Answer::found).count(), answers.size()),
        ofHundred(answers.stream().filter(Answer::narrowed).count(), answers.size()),
        percentile(times, 0.5),
        percentile(times, 0.95),
        percentile(times, 0.99),
        percentile(times, 1));
  }

  /** To a tenth. */
  private static double ofHundred(long part, int all) {
    return all == 0 ? 0 : Math.round(1000.0 * part / all) / 10.0;
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
