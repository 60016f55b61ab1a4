package io.huodang.viewing;

import io.huodang.catalog.Identifier;
import io.huodang.catalog.Person;
import io.huodang.vocabulary.CitizenId;
import java.util.Optional;

/** Citizen IDs as they may be shown without a purpose. */
public final class Masked {
  private static final int SHOWN_BEFORE = 6;
  private static final int SHOWN_BEHIND = 4;

  private Masked() {}

  /**
   * A person's name and masked number, as far as they are known: {@code 王建国 371081********123X}.
   */
  public static String label(Person person) {
    String number =
        person.values(Identifier.Kind.CITIZEN_ID).stream()
            .findFirst()
            .map(Masked::citizenId)
            .orElse("");
    return (person.name().orElse("—") + " " + number).strip();
  }

  /**
   * The number with its middle hidden, also one that was read wrongly and is no valid number.
   *
   * @return for example {@code 371081********123X}
   */
  public static String citizenId(String number) {
    Optional<CitizenId> valid = CitizenId.parse(number);
    if (valid.isPresent()) {
      return valid.get().masked();
    }
    int hidden = number.length() - SHOWN_BEFORE - SHOWN_BEHIND;
    return hidden <= 0
        ? "*".repeat(number.length())
        : number.substring(0, SHOWN_BEFORE)
            + "*".repeat(hidden)
            + number.substring(number.length() - SHOWN_BEHIND);
  }
}
