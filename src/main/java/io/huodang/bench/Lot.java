package io.huodang.bench;

import java.util.List;
import java.util.Random;

/** Draws lots from a seed; the same seed draws the same ones. */
final class Lot {
  private final Random random;

  Lot(long seed) {
    this.random = new Random(seed);
  }

  /** A lot of its own for one subject, so that others' draws do not change it. */
  Lot apart() {
    return new Lot(random.nextLong());
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** One of many, the first ones far more often than the last (Zipf). */
  <T> T ranked(List<T> of) {
    return of.get(rank(of.size()));
  }

  /** A place in a list of that size, the first ones far more often than the last (Zipf). */
  int rank(int size) {
    return Math.min((int) Math.pow(size + 1.0, random.nextDouble()) - 1, size - 1);
  }

  /** From the first to the last, both included. */
  int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  boolean chance(double of) {
    return random.nextDouble() < of;
  }

  long next() {
    return random.nextLong();
  }

  /** Seconds until the next of events that come by chance, so many a second. */
  double pause(double rate) {
    return -Math.log(1 - random.nextDouble()) / rate;
  }
}
