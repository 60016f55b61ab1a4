package io.huodang.bench;

import java.util.List;

/**
 * How well those who were meant were found, each figure from 0 to 1.
 *
 * @param asked queries
 * @param successAt1 how often someone who was meant came first
 * @param successAt3 how often among the first three
 * @param reciprocalRank mean of one by the place of the first who was meant (MRR)
 * @param recallAt20 how many of those who were meant were among the first twenty; of more than
 *     twenty, twenty are enough
 */
public record QualityScore(
    int asked, double successAt1, double successAt3, double reciprocalRank, double recallAt20) {
  private static final int SHOWN = 20;

  /** The places at which one query found whom it meant. */
  public static QualityScore of(QualityQuery query, QualityAnswer answer) {
    List<String> found = answer.of(query);
    int first = SHOWN;
    int met = 0;
    for (int i = found.size() - 1; i >= 0; i--) {
      if (i < SHOWN && query.meant().contains(found.get(i))) {
        first = i;
        met++;
      }
    }
    return new QualityScore(
        1,
        first == 0 ? 1 : 0,
        first < 3 ? 1 : 0,
        first == SHOWN ? 0 : 1.0 / (first + 1),
        (double) met / Math.min(SHOWN, query.meant().size()));
  }

  /** The mean of scores of one query each. */
  static QualityScore mean(List<QualityScore> scores) {
    return new QualityScore(
        scores.size(),
        mean(scores, QualityScore::successAt1),
        mean(scores, QualityScore::successAt3),
        mean(scores, QualityScore::reciprocalRank),
        mean(scores, QualityScore::recallAt20));
  }

  private static double mean(
      List<QualityScore> scores, java.util.function.ToDoubleFunction<QualityScore> figure) {
    return scores.stream().mapToDouble(figure).average().orElse(0);
  }
}
