package io.huodang.cli;

import io.huodang.cli.Standing.Verdict;
import io.huodang.identity.KnownPeople.Answer;
import io.huodang.identity.KnownPeople.Certainty;
import io.huodang.invented.Person;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of some of those who stand on pages.
 *
 * @param legible of whose keys two or three were read to the letter
 * @param legibleRight of these, who is confirmed to be who they are
 * @param byId what a valid ID alone would have linked
 * @param exactly what a valid ID or an insured number would have linked, with the name, to the
 *     letter
 */
record LinkingScore(
    int count,
    Map<Verdict, Integer> verdicts,
    int legible,
    int legibleRight,
    Baseline byId,
    Baseline exactly) {

  /** What a program links that looks up what was read. */
  record Baseline(int right, int wrong) {
    private Baseline and(Answer answer, Standing standing) {
      Person who = standing.who();
      if (answer.certainty() != Certainty.SURE) {
        return this;
      }
      boolean isRight =
          who != null && standing.registered() && answer.people().contains(ExactMatches.known(who));
      return new Baseline(right + (isRight ? 1 : 0), wrong + (isRight ? 0 : 1));
    }
  }

  static LinkingScore of(List<Standing> standings, ExactMatches exact) {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    int legible = 0;
    int legibleRight = 0;
    Baseline byId = new Baseline(0, 0);
    Baseline exactly = new Baseline(0, 0);
    for (Standing standing : standings) {
      Verdict verdict = standing.verdict();
      verdicts.merge(verdict, 1, Integer::sum);
      if (standing.legibleKeys() >= 2) {
        legible++;
        legibleRight += verdict == Verdict.RIGHT ? 1 : 0;
      }
      byId = byId.and(exact.byIdAlone(standing.claimant()), standing);
      exactly = exactly.and(exact.answer(standing.claimant()), standing);
    }
    return new LinkingScore(standings.size(), verdicts, legible, legibleRight, byId, exactly);
  }

  int of(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0);
  }

  /** Confirmed, and not to be who stands there. */
  int wrong() {
    return of(Verdict.WRONG) + of(Verdict.MADE_UP);
  }
}
