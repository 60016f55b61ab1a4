package io.huodang.ingest;

import java.util.Locale;

/** The steps of a delivered file, in the order in which they are taken. */
enum Step {
  /** File: count its pages, make its item. */
  OPEN,
  /** Batch: make the items of which several files are part. */
  ARRANGE,
  /** Page: read it, make its derivatives. */
  PAGE,
  /** Item: decide whose it is. */
  LINK,
  /** Item that waited: decide whose it is once more. */
  DECIDE,
  /** Item or person: bring the index up to date. */
  INDEX;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
