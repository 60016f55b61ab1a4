package io.huodang.extraction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.InsuredNumber;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a field's value looks like, and how it is written down. */
enum FieldKind {
  /** Two to four Chinese characters, or a longer name with middle dots. */
  PERSON_NAME {
    @Override
    Optional<String> normalise(String read) {
      String name = Characters.name(read);
      return name.codePointCount(0, name.length()) >= 2 ? Optional.of(name) : Optional.empty();
    }

    @Override
    boolean isSound(String value) {
      int length = value.codePointCount(0, value.length());
      return value.contains("·")
          ? length <= 25
          : length >= 2 && length <= 4 && Surnames.begin(value);
    }
  },

  /** 18 characters of GB 11643, or 15 digits of before 1999, as printed. */
  CITIZEN_ID {
    @Override
    Optional<String> normalise(String read) {
      String digits = Characters.digitsAndX(read);
      return digits.length() >= 12 && digits.length() <= 21
          ? Optional.of(digits)
          : Optional.empty();
    }

    @Override
    boolean isSound(String value) {
      return CitizenId.parse(value).isPresent();
    }
  },

  /** An opaque number of an agency. */
  INSURED_NUMBER {
    @Override
    Optional<String> normalise(String read) {
      return InsuredNumber.parse(Characters.code(read)).map(InsuredNumber::value);
    }

    @Override
    boolean isSound(String value) {
      return InsuredNumber.parse(value).isPresent() && Character.isDigit(value.charAt(0));
    }
  },

  /** A date in any of the ways forms print it, as ISO 8601: a year, a month or a day. */
  DATE {
    @Override
    Optional<String> normalise(String read) {
      return PrintedDate.iso(read);
    }

    @Override
    boolean isSound(String value) {
      return true;
    }
  },

  /** 18 characters of GB 32100. */
  CREDIT_CODE {
    @Override
    Optional<String> normalise(String read) {
      String code = Characters.code(read);
      return code.length() >= 8 && code.length() <= 18 ? Optional.of(code) : Optional.empty();
    }

    @Override
    boolean isSound(String value) {
      return CreditCode.isValid(value);
    }
  },

  /** Letters and digits. */
  CODE {
    @Override
    Optional<String> normalise(String read) {
      String code = Characters.code(read);
      return code.length() >= 3 ? Optional.of(code) : Optional.empty();
    }

    @Override
    boolean isSound(String value) {
      return value.chars().anyMatch(Character::isDigit);
    }
  },

  /** 男 or 女. */
  SEX {
    @Override
    Optional<String> normalise(String read) {
      int man = read.indexOf('男');
      int woman = read.indexOf('女');
      return man < 0 && woman < 0
          ? Optional.empty()
          : Optional.of(woman < 0 || man >= 0 && man < woman ? "男" : "女");
    }

    @Override
    boolean isSound(String value) {
      return true;
    }
  },

  /** Anything printed. */
  TEXT {
    @Override
    Optional<String> normalise(String read) {
      String text = Characters.text(read);
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    @Override
    boolean isSound(String value) {
      return true;
    }
  };

  /** The value in its one written form, or empty when this cannot be such a value. */
  abstract Optional<String> normalise(String read);

  /** Whether a normalised value is what it should be, as far as its form can say. */
  abstract boolean isSound(String value);

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static FieldKind of(String code) {
    for (FieldKind kind : values()) {
      if (kind.code().equals(code)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "there is no kind '%s'; the kinds are %s"
            .formatted(
                code,
                Arrays.stream(values()).map(FieldKind::code).collect(Collectors.joining(", "))));
  }
}
