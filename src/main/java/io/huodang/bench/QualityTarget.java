package io.huodang.bench;

import java.io.IOException;

/** Something that is asked for people and papers. */
interface QualityTarget {

  /** How tables name it. */
  String name();

  /** What it finds, best first; what is beyond the first twenty does not count. */
  QualityAnswer answer(String typed) throws IOException, InterruptedException;
}
