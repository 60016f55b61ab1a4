package io.huodang.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something without which the house does less.
 *
 * @param word {@code registry}, {@code index}, {@code vault} or {@code workers}
 * @param works whether it answered just now
 * @param detail what it says of itself in every language alike, null when it says nothing
 * @param form what else it is, for which screens have words; null when there is nothing
 * @param particulars of that form
 */
public record Part(
    String word,
    boolean works,
    @Nullable String detail,
    @Nullable String form,
    List<Object> particulars) {

  public Part {
    particulars = List.copyOf(particulars);
  }

  static Part of(String word, boolean works, @Nullable String detail) {
    return new Part(word, works, detail, null, List.of());
  }
}
