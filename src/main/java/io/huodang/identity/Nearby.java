package io.huodang.identity;

import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.InsuredNumber;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who is near enough to a claimant to be compared: the same in the registry and in memory. */
final class Nearby {
  private static final String DIGITS = "0123456789";

  private Nearby() {}

  /**
   * The numbers that were read and all that are one slip from them, IDs in their 18 characters
   * where they are valid.
   */
  static Set<String> numbers(Claimant claimant) {
    Set<String> numbers = new LinkedHashSet<>();
    for (String read : claimant.ids()) {
      numbers.add(registered(read).orElse(read));
      for (String near : Slips.around(read, DIGITS + "X")) {
        registered(near).ifPresent(numbers::add);
      }
    }
    Stream.concat(claimant.insuredNumbers().stream(), claimant.otherNumbers().stream())
        .map(InsuredNumber::value)
        .forEach(
            number -> {
              numbers.add(number);
              numbers.addAll(Slips.around(number, DIGITS));
            });
    return numbers;
  }

  /** Whether someone born on the same day has the same name or almost: a twin, for one. */
  static boolean isAlmostNamesake(Claimant claimant, Known bornThatDay) {
    return Comparing.compare(claimant, bornThatDay).hasAny(Clue.NAME_SAME, Clue.NAME_NEAR);
  }

  private static Optional<String> registered(String id) {
    return CitizenId.parse(id).map(CitizenId::value);
  }
}
