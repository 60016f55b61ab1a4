package io.huodang.cli;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a page is laid out: aims of speed and of errors differ by it. */
enum PageClass {
  RULED,
  UNRULED,
  LIST,
  LETTER,
  /** Nobody said. */
  FORM;

  private static final Set<String> LISTS = Set.of("insured-persons-roster", "volume-contents");

  /**
   * As a truth names it.
   *
   * @param name null in truths that do not say; then the document type tells lists
   */
  static PageClass of(@Nullable String name, @Nullable String documentType) {
    if (name != null) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
    return documentType != null && LISTS.contains(documentType) ? LIST : FORM;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
