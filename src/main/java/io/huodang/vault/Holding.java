package io.huodang.vault;

/** What kind of bytes the vault keeps. Masters and derivatives are kept apart. */
public enum Holding {
  /** Delivered bytes: evidence, never changed, never deleted by the program. */
  MASTER,
  /** Words with boxes of one page version: data, kept beside the masters. */
  PAGE_TEXT,
  /** Write-once descriptions from which the registry can be made again. */
  MANIFEST,
  /** Pictures that can be made again. */
  DERIVATIVE
}
