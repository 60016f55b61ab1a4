package io.huodang.web;

import java.sql.SQLException;

/**
 * A failure for the log: kinds and places only, because messages of libraries quote what they were
 * given, names and numbers of people among it.
 */
final class Trace {
  private static final int FRAMES = 12;

  private Trace() {}

  static String of(Throwable failure) {
    StringBuilder out = new StringBuilder();
    Throwable at = failure;
    for (int depth = 0; at != null && depth < 5; depth++, at = at.getCause()) {
      out.append(depth == 0 ? "" : "\n  caused by ").append(at.getClass().getName());
      if (at instanceof SQLException sql) {
        out.append(" (SQL state ").append(sql.getSQLState()).append(')');
      }
      StackTraceElement[] frames = at.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        out.append("\n    at ").append(frames[i]);
      }
    }
    return out.toString();
  }
}
