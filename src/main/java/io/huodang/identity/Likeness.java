package io.huodang.identity;

import io.huodang.catalog.Name;
import io.huodang.vocabulary.PersonName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a name that was read compares with the names that a person bears. */
enum Likeness {
  /** The same by its folded form. */
  SAME,
  /** One of three or more characters differs, as a reader's slip would make it. */
  NEAR,
  /** One of the two sides has no name. */
  UNKNOWN,
  /** Another name. */
  OTHER;

  static Likeness of(Optional<PersonName> read, List<Name> borne) {
    if (read.isEmpty() || borne.isEmpty()) {
      return UNKNOWN;
    }
    String folded = read.get().folded();
    return borne.stream()
        .map(name -> of(folded, PersonName.fold(name.value())))
        .min(Enum::compareTo)
        .orElse(UNKNOWN);
  }

  private static Likeness of(String read, String borne) {
    if (read.equals(borne)) {
      return SAME;
    }
    int[] a = read.codePoints().toArray();
    int[] b = borne.codePoints().toArray();
    if (a.length != b.length || a.length < 3) {
      return OTHER;
    }
    int differing = 0;
    for (int i = 0; i < a.length; i++) {
      differing += a[i] == b[i] ? 0 : 1;
    }
    return differing == 1 ? NEAR : OTHER;
  }

  /** Whether it allows a link to be confirmed by itself, beside a valid citizen ID. */
  boolean isCompatible() {
    return this == SAME || this == NEAR;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
