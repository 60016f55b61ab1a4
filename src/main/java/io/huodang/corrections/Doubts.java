package io.huodang.corrections;

import io.huodang.catalog.Item;
import io.huodang.catalog.Link;
import io.huodang.extraction.Typed;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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

  private Doubts() {}

  /** Why this field of the item needs a person; empty when it does not. */
  static Optional<Doubt> of(Item item, KeyField field) {
    if (!KEYS.contains(field.key().field()) || field.confirmation() != null) {
      return Optional.empty();
    }
    boolean read = !field.read().isEmpty();
    boolean learnt = field.key().field().equals(LEARNT);
    if (isOwnerSure(item, field) && !(learnt && read)) {
      return Optional.empty();
    }
    if (!read) {
      return learnt || item.pages().isEmpty() ? Optional.empty() : Optional.of(Doubt.UNREAD);
    }
    if (field.form().check(field.read()) instanceof Typed.Unsound) {
      return Optional.of(Doubt.UNSOUND);
    }
    return field.confidence() < SURE ? Optional.of(Doubt.UNSURE) : Optional.empty();
  }

  /** Whether it is sure whom the form, or the row of a list, is about. */
  private static boolean isOwnerSure(Item item, KeyField field) {
    return item.links().stream()
        .anyMatch(
            link ->
                link.state() == Link.State.CONFIRMED
                    && Objects.equals(link.pageId(), field.key().pageId())
                    && Objects.equals(link.row(), field.key().row())
                    && link.role() != Link.Role.HANDLER
                    && link.role() != Link.Role.RELATIVE);
  }
}
