package io.huodang.identity;

import static io.huodang.identity.Clue.*;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Decides which of the people who are known a claimant is: clues, how far the best is ahead of the
 * next, and whether that is enough. Pure, so that the registry, a roster in memory and the
 * benchmark decide alike.
 */
final class Matching {
  /** By this much the best must be ahead of the next: 65,000 to one. */
  static final int AHEAD = 16;

  /** Less than this is no proposal: a namesake at the same employer is none. */
  private static final int PROPOSAL = 20;

  private static final int MOST_PROPOSALS = 3;

  private Matching() {}

  /** Who a claimant is. */
  sealed interface Outcome {

    /**
     * Surely this person.
     *
     * @param ahead of the next, in bits
     */
    record Sure(Candidate who, int ahead) implements Outcome {}

    /**
     * One of these; a person has to say.
     *
     * @param who best first
     * @param compared everyone who was thought of, those who are too unlike to be proposed as well
     */
    record Possible(List<Candidate> who, List<Candidate> compared) implements Outcome {}

    /** None of those who are known. */
    record Nobody() implements Outcome {}
  }

  static Outcome decide(Claimant claimant, Collection<Known> known) {
    List<Candidate> candidates =
        known.stream()
            .map(one -> Comparing.compare(claimant, one))
            .sorted(Comparator.comparingInt(Candidate::bits).reversed())
            .toList();
    if (candidates.stream().noneMatch(Matching::isWorthALook)) {
      return new Outcome.Nobody();
    }
    Candidate best = candidates.getFirst();
    int ahead = best.bits() - (candidates.size() > 1 ? Math.max(0, candidates.get(1).bits()) : 0);
    if (ahead >= AHEAD && isEnough(best, claimant)) {
      return new Outcome.Sure(best, ahead);
    }
    return new Outcome.Possible(
        candidates.stream()
            .filter(one -> isWorthALook(one) && best.bits() - one.bits() < AHEAD)
            .limit(MOST_PROPOSALS)
            .toList(),
        candidates);
  }

  /** Whose valid ID was read is one, whatever else differs: it is not nobody's. */
  private static boolean isWorthALook(Candidate one) {
    return one.bits() >= PROPOSAL || one.hasAny(CITIZEN_ID_SAME, CITIZEN_ID_SAME_OLD);
  }

  /** Which keys are enough, if nobody else comes near. A name alone never is. */
  private static boolean isEnough(Candidate who, Claimant claimant) {
    boolean sameName = who.has(NAME_SAME);
    boolean compatible = who.hasAny(NAME_SAME, NAME_NEAR);
    boolean sameNumber = who.has(INSURED_NUMBER_SAME);
    boolean nameless = !who.hasAny(NAME_SAME, NAME_NEAR, NAME_PARTLY, NAME_OTHER);
    boolean bothNumbers = sameNumber && who.known().listed() && !who.has(BIRTH_DATE_OTHER);
    if (who.has(CITIZEN_ID_SAME)) {
      return compatible || (nameless || who.has(NAME_PARTLY)) && bothNumbers;
    }
    if (who.has(CITIZEN_ID_SAME_OLD)) {
      return sameName || compatible && sameNumber || nameless && bothNumbers;
    }
    boolean contradicted =
        who.hasAny(CITIZEN_ID_OTHER, BIRTH_DATE_OTHER)
            || claimant.citizenId().isPresent() && who.has(CITIZEN_ID_TWO_SLIPS);
    if (!who.known().listed() || contradicted) {
      return false;
    }
    boolean nearNumber =
        who.hasAny(INSURED_NUMBER_SAME, INSURED_NUMBER_OFFERED, INSURED_NUMBER_ONE_SLIP);
    boolean vouchedFor = who.hasAny(BIRTH_DATE_SAME, EMPLOYER_SAME);
    if (who.hasAny(CITIZEN_ID_ONE_SLIP_AT_END, CITIZEN_ID_TWO_SLIPS)) {
      return sameName && nearNumber || compatible && sameNumber;
    }
    if (who.has(CITIZEN_ID_ONE_SLIP)) {
      boolean enough = nearNumber || vouchedFor && !who.has(INSURED_NUMBER_OTHER);
      return sameName && enough || compatible && sameNumber;
    }
    return sameName && sameNumber && (!who.has(CITIZEN_ID_UNLIKE) || vouchedFor);
  }
}
