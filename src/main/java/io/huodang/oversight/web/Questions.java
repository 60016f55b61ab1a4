package io.huodang.oversight.web;

import io.huodang.audit.AuditEntry;
import io.huodang.audit.AuditFilter;
import io.huodang.oversight.Question;
import io.huodang.oversight.Subject;
import io.huodang.oversight.Subjects;
import io.huodang.vocabulary.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what was asked on the wire into a question. */
@Component
class Questions {
  private final Subjects subjects;

  Questions(Subjects subjects) {
    this.subjects = subjects;
  }

  /**
   * The question of a form; days are those of the agency's machine.
   *
   * @throws Refusal {@code unknown-outcome}
   */
  Question of(AuditForm form) {
    LocalDate to = form.to();
    return of(
        form.who(),
        form.action(),
        form.subject(),
        start(form.from()),
        start(to == null ? null : to.plusDays(1)),
        form.outcome(),
        form.purpose(),
        Boolean.TRUE.equals(form.fetched()));
  }

  /**
   * The question that these make.
   *
   * @throws Refusal {@code unknown-outcome}
   */
  Question of(
      @Nullable UUID who,
      @Nullable String action,
      @Nullable UUID subject,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable String outcome,
      @Nullable String purpose,
      boolean fetched) {
    Subject about = null;
    Set<UUID> all = Set.of();
    if (subject != null) {
      about = subjects.find(subject).orElse(new Subject("thing", subject, null, null));
      all = subjects.withWhatBelongsTo(subject);
    }
    return new Question(
        new AuditFilter(
            who, word(action), all, from, until, outcome(outcome), word(purpose), fetched),
        about);
  }

  private static AuditEntry.@Nullable Outcome outcome(@Nullable String word) {
    if (word == null || word.isBlank()) {
      return null;
    }
    return Arrays.stream(AuditEntry.Outcome.values())
        .filter(outcome -> outcome.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () -> new Refusal("unknown-outcome", "An outcome is done, refused or failed."));
  }

  private static @Nullable String word(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static @Nullable Instant start(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(ZoneId.systemDefault()).toInstant();
  }
}
