package io.huodang.preservation;

/** Told how far long work is. */
@FunctionalInterface
public interface Progress {
  void show(String what, long done, long all);
}
