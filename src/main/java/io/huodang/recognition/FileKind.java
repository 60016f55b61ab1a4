package io.huodang.recognition;

import java.util.Locale;
import java.util.Set;

/** What a delivered file is to an archive. */
public enum FileKind {
  /** It has pages that can be shown and read. */
  PAGES,
  /** It can be heard. */
  SOUND,
  /** It can be watched. */
  VIDEO,
  /** It is kept and can be downloaded. */
  OTHER;

  /** Endings of names that promise pages. */
  private static final Set<String> PROMISING =
      Set.of("tif", "tiff", "jpg", "jpeg", "jpe", "jfif", "png", "bmp", "webp", "jp2", "pdf");

  /**
   * Whether a name promises pages: what is called so and has none is not what somebody meant to
   * deliver.
   *
   * @param ending of the name, without its dot, in lower case
   */
  public static boolean isPagesBy(String ending) {
    return PROMISING.contains(ending);
  }

  /** The word in the registry and on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
