package io.huodang.identity;

import java.util.List;

/**
 * One value that was read for one field of a form, wherever it came from.
 *
 * @param field for example {@code citizenId}
 * @param confidence 0 to 1
 * @param alternatives other readings of the same place, best first
 */
public record ReadValue(String field, String value, double confidence, List<String> alternatives) {
  public ReadValue {
    alternatives = List.copyOf(alternatives);
  }
}
