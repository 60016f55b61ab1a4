package io.huodang.extraction;

/**
 * A field that a kind of form carries.
 *
 * @param name as the API names it, for example {@code citizenId}
 * @param kind what its value looks like, for example {@code citizen-id}
 * @param label as it is printed on the form, the most telling one
 */
public record FormField(String name, String kind, String label) {

  static FormField of(FieldRule rule) {
    return new FormField(
        rule.name(), rule.kind().code(), rule.printed().stream().findFirst().orElse(rule.name()));
  }

  /** What a person typed for this field, held to what such a value looks like. */
  public Typed check(String typed) {
    return Typed.of(FieldKind.of(kind), typed);
  }
}
