package io.huodang.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who is known already, with what tells them from others.
 *
 * @param id of the person
 * @param names folded: the current one, former ones, variants
 * @param citizenIds as the registry has them: 18 characters when valid, else as printed
 * @param insuredNumbers from a roster or a catalogue, or confirmed by a person
 * @param hearsayNumbers insured numbers that only forms stated
 * @param employers folded
 * @param listed whether a roster or a catalogue vouches for them, not only a form
 */
public record Known(
    UUID id,
    List<String> names,
    List<String> citizenIds,
    List<String> insuredNumbers,
    List<String> hearsayNumbers,
    List<String> employers,
    @Nullable LocalDate birthDate,
    boolean listed) {

  public Known {
    names = List.copyOf(names);
    citizenIds = List.copyOf(citizenIds);
    insuredNumbers = List.copyOf(insuredNumbers);
    hearsayNumbers = List.copyOf(hearsayNumbers);
    employers = List.copyOf(employers);
  }

  @Override
  public String toString() {
    return "person " + id;
  }
}
