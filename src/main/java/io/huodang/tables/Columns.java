package io.huodang.tables;

import java.util.Optional;
import java.util.Set;

/**
 * The columns that a kind of table may have.
 *
 * @param <F> one of them
 */
public interface Columns<F> {

  /** The column that a heading names, or empty. */
  Optional<F> of(String heading);

  /** Whether a line with headings of these columns is the line of the headings. */
  boolean areEnough(Set<F> columns);

  /** Which columns are needed, for a person whose table has no such line. */
  String needed();
}
