package io.huodang.invented;

import java.util.List;
import java.util.Random;

/** Draws lots from a seed. */
public final class Draw {
  private final Random random;

  public Draw(long seed) {
    this.random = new Random(seed);
  }

  /** A generator of its own for one subject, so that others' draws do not change it. */
  public Draw apart() {
    return new Draw(random.nextLong());
  }

  @SafeVarargs
  public final <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }

  public <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** One of many, the first ones far more often than the last ones (Zipf). */
  public <T> T oneOfRanked(List<T> of) {
    int rank = (int) Math.pow(of.size() + 1.0, random.nextDouble()) - 1;
    return of.get(Math.min(rank, of.size() - 1));
  }

  /** A whole number from the first to the last, both included. */
  public int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  public double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  /** A number around nought; two of three lie within the deviation. */
  public double around(double deviation) {
    return deviation * random.nextGaussian();
  }

  public boolean chance(double of) {
    return random.nextDouble() < of;
  }

  /** As many digits as asked, the first one not nought. */
  public String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(i == 0 ? 9 : 10) + (i == 0 ? 1 : 0));
    }
    return digits.toString();
  }
}
