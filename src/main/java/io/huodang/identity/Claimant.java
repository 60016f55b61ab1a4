package io.huodang.identity;

import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.InsuredNumber;
import io.huodang.vocabulary.PersonName;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who stands on a form: its subject, or one row of a list.
 *
 * @param citizenId when a valid one was read
 * @param printedId the number as printed, null without a valid one
 * @param possibleIds valid numbers among the alternatives of one that is not valid: candidates only
 * @param name as read
 * @param formerName as read
 * @param insuredNumber as read
 * @param employer name of the employer, as read
 * @param row where in a list, null for the form's subject
 */
record Claimant(
    Optional<CitizenId> citizenId,
    @Nullable String printedId,
    List<CitizenId> possibleIds,
    Optional<PersonName> name,
    Optional<PersonName> formerName,
    Optional<InsuredNumber> insuredNumber,
    Optional<String> employer,
    @Nullable Row row) {

  /**
   * A row of a list form.
   *
   * @param pageId on which page
   * @param number from 1
   * @param box x, y, width, height in the master's pixels
   */
  record Row(UUID pageId, int number, List<Integer> box) {
    int[] corners() {
      return box.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
