package io.huodang.search;

import java.util.Locale;

/** What we keep apart in Elasticsearch. */
enum Index {
  PEOPLE,
  ITEMS,
  PAGES;

  /** The name of its alias and of its template's file. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
