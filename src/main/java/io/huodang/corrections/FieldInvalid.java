package io.huodang.corrections;

import io.huodang.catalog.FieldKey;
import io.huodang.vocabulary.Refusal;
import java.util.Map;

/** What was typed is no value of the field's kind. */
public final class FieldInvalid extends Refusal {
  private static final long serialVersionUID = 1L;
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry(
              "citizen-id-form", "A citizen ID has 17 digits and a check character, or 15 digits."),
          Map.entry("citizen-id-date", "The date of birth in the citizen ID does not exist."),
          Map.entry(
              "citizen-id-check",
              "The check character of the citizen ID is wrong: a digit differs."),
          Map.entry("person-name-form", "A name has letters, dots and spaces only, 50 at most."),
          Map.entry("insured-number-form", "An insured number has 6 to 20 letters and digits."),
          Map.entry("date-unreal", "There is no such date; write 1985-07-01, 1985-07 or 1985."),
          Map.entry("credit-code-check", "The check character of the credit code is wrong."),
          Map.entry("sex-form", "The sex is 男 or 女."),
          Map.entry("value-too-long", "The value is too long; 500 characters at most."),
          Map.entry("document-type-unknown", "There is no such document type."));

  private final transient FieldKey key;
  private final String problem;

  FieldInvalid(FieldKey key, String problem) {
    super("field-invalid", TEXTS.getOrDefault(problem, "The value does not fit the field."));
    this.key = key;
    this.problem = problem;
  }

  /** What is wrong, countable, for example {@code citizen-id-check}; screens have words for it. */
  public String problem() {
    return problem;
  }

  @Override
  public Map<String, Object> details() {
    return Map.of(
        "field", key.toString(), "problem", problem, "asPrintedMayHelp", mayBeAsPrinted());
  }

  /** Whether the form may really say so: papers carry wrong numbers and dates. */
  public boolean mayBeAsPrinted() {
    return !problem.equals("value-too-long") && !problem.equals("document-type-unknown");
  }
}
