package io.huodang.corrections;

import java.util.Set;

/** What an item is called and what kind of form it is: confirmed like fields, shown apart. */
final class Description {
  static final String TITLE = "title";
  static final String DOCUMENT_TYPE = "documentType";
  static final Set<String> NAMES = Set.of(TITLE, DOCUMENT_TYPE);

  private Description() {}
}
