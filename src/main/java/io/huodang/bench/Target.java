package io.huodang.bench;

import java.io.IOException;

/** Something that is asked, and measured. */
interface Target {
  /** How many a page of answers shows, as the search screen's does. */
  int ROWS = 20;

  /** How tables name it. */
  String name();

  /** Whether whom was meant is among the first twenty; where nobody is, whether any were found. */
  boolean finds(Query query) throws IOException, InterruptedException;
}
