package io.huodang.bench;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Draws lots from a seed; the same seed draws the same ones. */
final class Lot {
  /** 2020. */
  private static final long FIRST_MILLISECOND = 1_577_836_800_000L;

  private final Random random;

  Lot(long seed) {
    this.random = new Random(seed);
  }

  /** The lot of the n-th subject, whoever was drawn before. */
  static Lot of(long seed, int n) {
    long mixed = seed + (n + 1) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return new Lot(mixed ^ (mixed >>> 31));
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

  /** An id (UUID version 7) that nobody else of another serial has; later ones are greater. */
  UUID id(long serial) {
    return new UUID(
        (FIRST_MILLISECOND + serial) << 16 | 0x7000 | random.nextInt(0x1000),
        random.nextLong() & ~0L >>> 2 | 1L << 63);
  }

  /** Seconds until the next of events that come by chance, so many a second. */
  double pause(double rate) {
    return -Math.log(1 - random.nextDouble()) / rate;
  }
}
