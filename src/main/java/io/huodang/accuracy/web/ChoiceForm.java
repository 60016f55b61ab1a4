package io.huodang.accuracy.web;

import io.huodang.accuracy.Choice;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Which values a screen shows figures of; null leaves open what it names.
 *
 * @param from the first day
 * @param to the last day
 * @param type code of a document type
 */
public record ChoiceForm(
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
    @Nullable String type) {

  /** Days are those of the agency's machine. */
  Choice choice() {
    ZoneId zone = ZoneId.systemDefault();
    return new Choice(
        from == null ? null : from.atStartOfDay(zone).toInstant(),
        to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
        type == null || type.isBlank() ? null : type);
  }
}
