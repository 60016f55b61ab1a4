package io.huodang.cli;

import io.huodang.extraction.FieldReading;
import io.huodang.extraction.PageOutcome;
import io.huodang.extraction.PersonRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a reader made of a page.
 *
 * @param documentType null where none fits
 * @param fields null for a reader that knows no fields: a value then counts where it stands
 *     anywhere in the text
 * @param people ID numbers of the rows of a list
 */
record Reading(
    String text,
    @Nullable String documentType,
    @Nullable Map<String, String> fields,
    List<String> people) {
  /** By these a person is found. */
  static final List<String> KEYS = List.of("personName", "citizenId", "insuredNumber");

  /** What a truth says of a page that is of no known type. */
  static final String UNKNOWN = "unknown";

  static Reading of(PageOutcome outcome) {
    return switch (outcome) {
      case PageOutcome.Refused _ -> new Reading("", null, Map.of(), List.of());
      case PageOutcome.Read page -> {
        Map<String, String> fields = new LinkedHashMap<>();
        for (FieldReading field : page.fields()) {
          fields.putIfAbsent(field.name(), field.value());
        }
        yield new Reading(
            page.text().text(),
            page.documentType(),
            fields,
            page.people().stream().map(PersonRow::citizenId).filter(Objects::nonNull).toList());
      }
    };
  }

  /** A text without fields, in which spaces say nothing. */
  static Reading ofText(String text) {
    return new Reading(text.replaceAll("\\s+", ""), null, null, List.of());
  }

  /** Whether it was told to be of a type, or to be of none where the truth says so. */
  boolean isOf(String type) {
    return fields != null && documentType == null
        ? type.equals(UNKNOWN)
        : type.equals(documentType);
  }

  /** Whether a row of a list has this ID number. */
  boolean lists(String citizenId) {
    return fields == null ? text.contains(citizenId) : people.contains(citizenId);
  }

  boolean has(String field) {
    return fields != null && fields.containsKey(field);
  }

  boolean shows(String field, String value) {
    return fields == null ? text.contains(value) : value.equals(fields.get(field));
  }
}
