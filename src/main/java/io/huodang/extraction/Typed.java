package io.huodang.extraction;

import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.InsuredNumber;
import io.huodang.vocabulary.PersonName;
import java.util.Locale;
import java.util.Optional;

/** A value that a person typed, in its one written form. */
public sealed interface Typed {

  /** In its one written form. */
  String value();

  /** It is what such a value should be, as far as its form can say. */
  record Sound(String value) implements Typed {}

  /**
   * It is not.
   *
   * @param value as typed, tidied; papers do carry wrong numbers
   * @param problem countable, for example {@code citizen-id-check}; screens have words for it
   */
  record Unsound(String value, String problem) implements Typed {}

  /** The longest value that is taken at all. */
  int LONGEST = 500;

  static Typed of(FieldKind kind, String typed) {
    String text = typed.strip();
    if (text.length() > LONGEST) {
      return new Unsound(text.substring(0, LONGEST), "value-too-long");
    }
    return switch (kind) {
      case PERSON_NAME ->
          sound(PersonName.parse(text).map(PersonName::value), text, "person-name-form");
      case CITIZEN_ID -> citizenId(CitizenId.compact(text).toUpperCase(Locale.ROOT));
      case INSURED_NUMBER ->
          sound(
              InsuredNumber.parse(text).map(InsuredNumber::value),
              CitizenId.compact(text),
              "insured-number-form");
      case DATE -> sound(PrintedDate.iso(text), text, "date-unreal");
      case CREDIT_CODE -> {
        String code = CitizenId.compact(text).toUpperCase(Locale.ROOT);
        yield CreditCode.isValid(code) ? new Sound(code) : new Unsound(code, "credit-code-check");
      }
      case CODE -> new Sound(CitizenId.compact(text).toUpperCase(Locale.ROOT));
      case SEX -> sound(kind.normalise(text), text, "sex-form");
      case TEXT -> new Sound(text);
    };
  }

  private static Typed sound(Optional<String> sound, String typed, String problem) {
    return sound.<Typed>map(Sound::new).orElseGet(() -> new Unsound(typed, problem));
  }

  private static Typed citizenId(String number) {
    if (CitizenId.parse(number).isPresent()) {
      return new Sound(number);
    }
    if (!number.matches("[1-9][0-9]{16}[0-9X]|[1-9][0-9]{14}")) {
      return new Unsound(number, "citizen-id-form");
    }
    boolean dateIsRight =
        number.length() == 18
            && CitizenId.parse(number.substring(0, 17) + CitizenId.checkOf(number)).isPresent();
    return new Unsound(number, dateIsRight ? "citizen-id-check" : "citizen-id-date");
  }
}
