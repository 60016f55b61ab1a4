package io.huodang.web;

import io.huodang.vocabulary.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor with which the next part begins, null at the end of the list
 */
public record Part<T>(List<T> items, @Nullable UUID next) {
  private static final int LARGEST = 200;

  public Part {
    items = List.copyOf(items);
  }

  /**
   * How many rows a part has: as many as were asked for, at most 200, because {@code next} leads
   * on.
   *
   * @throws Refusal {@code bad-limit}
   */
  public static int size(int asked) {
    if (asked < 1) {
      throw new Refusal("bad-limit", "A limit is a whole number, at least 1.");
    }
    return Math.min(asked, LARGEST);
  }

  /**
   * The part of that size.
   *
   * @param found one row more than fits in it, when there are more
   */
  public static <T> Part<T> of(List<T> found, int size, Function<T, UUID> id) {
    List<T> shown = found.subList(0, Math.min(size, found.size()));
    return new Part<>(shown, found.size() > size ? id.apply(shown.getLast()) : null);
  }

  /** The same part in other words. */
  public <R> Part<R> map(Function<T, R> words) {
    return new Part<>(items.stream().map(words).toList(), next);
  }
}
