package io.huodang.corrections;

import io.huodang.catalog.Item;
import io.huodang.catalog.Link;
import io.huodang.extraction.FormKind;
import io.huodang.extraction.Typed;
import io.huodang.vocabulary.CitizenId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which fields a person has to look at: the one place that says so.
 *
 * <p>Only keys are doubted, and only those that nobody has confirmed. Whose an item is may be sure
 * although its name or citizen ID was read badly: then those need nobody. A badly read insured
 * number does: it would be learnt for that person.
 */
final class Doubts {
  /** By these a person is found. */
  static final Set<String> KEYS = Set.of("personName", "citizenId", "insuredNumber");

  /** Two readings that agree are above it, two that do not are below. */
  private static final double SURE = 0.8;

  private static final String LEARNT = "insuredNumber";

  /** As the evidence of a link says it. */
  private static final Pattern NAME_DIFFERS = Pattern.compile("\"name\"\\s*:\\s*\"(other|near)\"");

  private Doubts() {}

  /**
   * Why this field of the item needs a person; empty when it does not.
   *
   * @param links of the item to those who stand on the form as a whole, or in the field's row
   * @param rivals what else is said of the field
   */
  static Optional<Doubt> of(
      Item item, List<Link> links, FormKind kind, KeyField field, List<String> rivals) {
    if (!KEYS.contains(field.key().field()) || field.confirmation() != null) {
      return Optional.empty();
    }
    boolean read = !field.read().isEmpty();
    boolean learnt = field.key().field().equals(LEARNT);
    if (isOwnerSure(links) && !(learnt && read)) {
      return Optional.empty();
    }
    if (!read) {
      boolean nothingToKey =
          item.pages().isEmpty() || !rivals.isEmpty() || kind.field(field.key().field()).isEmpty();
      return nothingToKey || learnt && !isOnlyNumber(kind)
          ? Optional.empty()
          : Optional.of(Doubt.UNREAD);
    }
    if (field.form().check(field.read()) instanceof Typed.Unsound) {
      return Optional.of(Doubt.UNSOUND);
    }
    if (rivals.stream().anyMatch(rival -> !saysTheSame(field, rival))
        || isNameOfAnother(links, field)) {
      return Optional.of(Doubt.DISPUTED);
    }
    return field.confidence() < SURE ? Optional.of(Doubt.UNSURE) : Optional.empty();
  }

  /** Whether such a form prints the insured number and no citizen ID beside it. */
  private static boolean isOnlyNumber(FormKind kind) {
    return kind.field(LEARNT).isPresent() && kind.field("citizenId").isEmpty();
  }

  /** Whether another value of the field is the same one, or no value of its kind at all. */
  private static boolean saysTheSame(KeyField field, String rival) {
    return field.form().check(rival) instanceof Typed.Unsound
        || written(field, rival).equals(written(field, field.read()));
  }

  private static String written(KeyField field, String value) {
    return field.isCitizenId()
        ? CitizenId.parse(value).map(CitizenId::value).orElse(value)
        : field.form().check(value).value();
  }

  /** Whether someone else's name stands beside the number by which the item was proposed. */
  private static boolean isNameOfAnother(List<Link> links, KeyField field) {
    return field.key().field().equals("personName")
        && owners(links)
            .anyMatch(
                link ->
                    link.state() == Link.State.PROPOSED
                        && NAME_DIFFERS.matcher(link.evidence()).find());
  }

  /** Whether it is sure whom the form, or the row of a list, is about. */
  private static boolean isOwnerSure(List<Link> links) {
    return owners(links).anyMatch(link -> link.state() == Link.State.CONFIRMED);
  }

  private static Stream<Link> owners(List<Link> links) {
    return links.stream()
        .filter(link -> link.role() != Link.Role.HANDLER && link.role() != Link.Role.RELATIVE);
  }
}
