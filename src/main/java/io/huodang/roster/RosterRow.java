package io.huodang.roster;

import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.PersonName;
import io.huodang.vocabulary.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person as one line of a roster states it.
 *
 * @param line where it begins in the file, from 1
 * @param citizenId when the printed number is a valid one
 * @param printedId the number as printed, half-width and without spaces; null when there is none
 * @param idKind whose number {@code printedId} is
 * @param insuredNumbers as printed, leading zeros kept; one that cannot be such a number too
 * @param employer name, null when none is stated
 * @param employerNumber null when none is stated
 * @param findings codes of what someone should look at; nothing was changed because of them
 */
public record RosterRow(
    long line,
    PersonName name,
    Optional<CitizenId> citizenId,
    @Nullable String printedId,
    IdKind idKind,
    List<String> insuredNumbers,
    List<String> socialCards,
    List<PersonName> formerNames,
    Sex sex,
    @Nullable LocalDate birthDate,
    @Nullable String employer,
    @Nullable String employerNumber,
    List<String> findings)
    implements RosterLine {

  public RosterRow {
    insuredNumbers = List.copyOf(insuredNumbers);
    socialCards = List.copyOf(socialCards);
    formerNames = List.copyOf(formerNames);
    findings = List.copyOf(findings);
  }

  /** Which document a person's ID number stands on (证件类型, AAC058). */
  public enum IdKind {
    CITIZEN_ID,
    PASSPORT,
    OTHER_ID
  }

  /** Whom a line names: lines with the same number and name are the same person's. */
  public String key() {
    String number =
        citizenId
            .map(id -> "c" + id.value())
            .orElseGet(
                () -> insuredNumbers.isEmpty() ? "p" + printedId : "i" + insuredNumbers.getFirst());
    return number + "\u001F" + name.folded();
  }

  /** No number and no name, in case someone logs it. */
  @Override
  public String toString() {
    return "line " + line + " of a roster";
  }
}
