package io.huodang.vocabulary;

/** Sex as GB/T 2261.1 counts it. */
public enum Sex {
  MALE,
  FEMALE,
  UNSTATED
}
