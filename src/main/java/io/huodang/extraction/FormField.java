package io.huodang.extraction;

import java.util.List;

/**
 * A field that a kind of form carries.
 *
 * @param name as the API names it, for example {@code citizenId}
 * @param kind what its value looks like, for example {@code citizen-id}
 * @param label as it is printed on the form, the most telling one
 * @param printed every way in which it is printed, the most telling first
 */
public record FormField(String name, String kind, String label, List<String> printed) {

  public FormField {
    printed = List.copyOf(printed);
  }

  /** A field that no form prints by that name. */
  public static FormField unprinted(String name) {
    return new FormField(name, "text", name, List.of());
  }

  static FormField of(FieldRule rule) {
    return new FormField(
        rule.name(),
        rule.kind().code(),
        rule.printed().stream().findFirst().orElse(rule.name()),
        rule.printed());
  }

  /** What a person typed for this field, held to what such a value looks like. */
  public Typed check(String typed) {
    return Typed.of(FieldKind.of(kind), typed);
  }
}
