package io.huodang.roster;

/** One line of a roster: a person, or what kept it from being one. */
public sealed interface RosterLine permits RosterRow, RosterLine.Refused {

  /** Where it begins in the file, from 1. */
  long line();

  /**
   * A line that names nobody; it is told and left out.
   *
   * @param code {@code no-name}, {@code bad-name} or {@code no-number}
   */
  record Refused(long line, String code) implements RosterLine {}
}
