package io.huodang.roster;

/**
 * A line that was refused, or at which someone should look.
 *
 * @param line where it begins in the file, from 1
 * @param code countable; screens translate it
 * @param refused whether the line was left out
 */
public record RosterRemark(long line, String code, boolean refused) {}
