package io.huodang.extraction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How long an item of a type is kept at least (保管期限), counted from the first of January after it
 * was formed.
 *
 * @param basis where the period was found
 */
record Retention(
    @JsonProperty(required = true) Period period, @JsonProperty(required = true) Basis basis) {

  /** 永久, or a number of years. */
  enum Period {
    Y,
    D100,
    D50,
    D30,
    D10;

    @JsonCreator
    static Period of(String code) {
      for (Period period : values()) {
        if (period.name().equals(code)) {
          return period;
        }
      }
      throw new IllegalArgumentException(
          "there is no period '%s'; the periods are Y (永久), D100, D50, D30, D10".formatted(code));
    }
  }

  /** Where a period was found. */
  enum Basis {
    /** Verified in the annex of order no. 3 of 2009. */
    ORDER_3("order-3"),
    /** What agencies usually do; to be checked by whoever uses it. */
    LOCAL_PRACTICE("local-practice");

    private final String code;

    Basis(String code) {
      this.code = code;
    }

    @JsonValue
    String code() {
      return code;
    }

    @JsonCreator
    static Basis of(String code) {
      for (Basis basis : values()) {
        if (basis.code.equals(code)) {
          return basis;
        }
      }
      throw new IllegalArgumentException(
          "there is no basis '%s'; write order-3 where the annex of order no. 3 states the period, else local-practice"
              .formatted(code));
    }
  }
}
