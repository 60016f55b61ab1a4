package io.huodang.extraction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The classes of business archives, as the annex of order no. 3 of 2009 names them. */
enum Category {
  /** 管理类: registration, relations, personal accounts, certificates. */
  MANAGEMENT,
  /** 征缴类: contributions. */
  COLLECTION,
  /** 养老待遇类. */
  PENSION,
  /** 医疗待遇类. */
  MEDICAL,
  /** 失业待遇类. */
  UNEMPLOYMENT,
  /** 工伤待遇类. */
  WORK_INJURY,
  /** 生育待遇类. */
  MATERNITY,
  /** 统计报表类. */
  STATISTICS,
  /** 稽核监管类. */
  AUDIT;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static Category of(String code) {
    return Arrays.stream(values())
        .filter(category -> category.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no category '%s'; the categories are %s"
                        .formatted(
                            code,
                            Arrays.stream(values())
                                .map(Category::code)
                                .collect(Collectors.joining(", ")))));
  }
}
