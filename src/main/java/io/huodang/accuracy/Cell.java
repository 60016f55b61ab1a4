package io.huodang.accuracy;

/**
 * A cell of the figures.
 *
 * @param group of that dimension
 * @param field a field's name, {@link #OTHERS} or {@link #ALL_FIELDS}
 */
public record Cell(Dimension dimension, String group, String field) {
  /** Every field that is no key. */
  public static final String OTHERS = "others";

  /** Every field. */
  public static final String ALL_FIELDS = "all";
}
