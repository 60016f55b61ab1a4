package io.huodang.vault;

import io.huodang.vocabulary.Sha256;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What kind of bytes the vault keeps. Masters and derivatives are kept apart. */
public enum Holding {
  /** Delivered bytes: evidence, never changed, never deleted by the program. */
  MASTER,
  /** Words with boxes of one page version: data, kept beside the masters. */
  PAGE_TEXT,
  /** Write-once descriptions from which the registry can be made again. */
  MANIFEST,
  /** Pictures that can be made again. */
  DERIVATIVE;

  /** Where bytes of this kind lie: two levels of folders, so that none grows beyond reason. */
  String place(Sha256 sha256) {
    return folder(sha256) + "/" + sha256.hex();
  }

  /** The place without its last part. */
  String folder(Sha256 sha256) {
    String hex = sha256.hex();
    return folder() + "/" + hex.substring(0, 2) + "/" + hex.substring(2, 4);
  }

  /** The first part of every place. */
  String folder() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The hash that a place's last part is, empty for anything else that lies about. */
  static Optional<Sha256> hashAt(String name) {
    return HASH.matcher(name).matches() ? Optional.of(new Sha256(name)) : Optional.empty();
  }

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
}
