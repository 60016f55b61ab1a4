package io.huodang.samples.forms;

import io.huodang.samples.Occasion;
import io.huodang.samples.Sheet;

/** A form as an agency prints it, filled in for an occasion. */
@FunctionalInterface
public interface Form {
  void draw(Sheet sheet, Occasion occasion);
}
