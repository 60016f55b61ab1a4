package io.huodang.bench;

import java.io.IOException;

/** Something that is asked, and measured. */
interface Target {

  /** How tables name it. */
  String name();

  /** Whether whom was meant is among the first ten; true where nobody in particular is. */
  boolean finds(Query query) throws IOException, InterruptedException;
}
