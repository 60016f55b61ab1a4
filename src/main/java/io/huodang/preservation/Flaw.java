package io.huodang.preservation;

import io.huodang.vault.Holding;
import java.util.Arrays;
import java.util.Locale;

/** What a verification can find, and what is to be done about it. */
public enum Flaw {
  MASTER_MISSING(true, "The vault has lost the delivered bytes." + Flaw.PUT_BACK),
  MASTER_DAMAGED(true, "The delivered bytes have changed in the vault." + Flaw.PUT_BACK),
  MASTER_SIZE(true, "The delivered bytes have another size than at their receipt." + Flaw.PUT_BACK),
  PAGE_TEXT_MISSING(true, "The vault has lost what was read on the page." + Flaw.PUT_BACK),
  PAGE_TEXT_DAMAGED(true, "What was read on the page has changed in the vault." + Flaw.PUT_BACK),
  MANIFEST_MISSING(true, "The vault has lost the manifest that counts; it is being written again."),
  MANIFEST_DAMAGED(
      true, "The manifest that counts has changed in the vault; another is being written."),
  OLD_MANIFEST_LOST(
      false, "A manifest in whose place a newer one came is gone or has changed. A backup has it."),
  NOT_DESCRIBED(true, "No manifest describes its present version; one is being written."),
  PICTURE_MISSING(false, "The picture is not in the vault; it is made again when it is looked at."),
  PICTURE_DAMAGED(
      true, "The picture had changed; it was thrown away and is made again when it is looked at."),
  MASTER_UNKNOWN(
      true,
      "No row names these bytes: their delivery ended before its receipt, or rows were lost. Deliver them again, or compare the registry with a backup."),
  PAGE_TEXT_UNKNOWN(
      false,
      "No row names this text: reading was cut short and done again. Nothing needs to be done."),
  MANIFEST_UNKNOWN(
      false,
      "No row names this manifest: writing was cut short and done again, or a registry was put back. Nothing needs to be done."),
  NOT_IN_INDEX(
      true, "The index did not have it as the registry has it; it is being indexed again."),
  NOT_IN_REGISTRY(
      true, "The index had it and the registry has not; it has been taken out of the index."),
  INDEX_NEWER(true, "The index is of a later state than the registry; it is being filled anew."),
  AUDIT_BROKEN(
      true,
      "The record of who saw and changed what is not whole from this row on: rows were changed, added or removed. Keep the registry as it is, compare it with a backup and tell the auditor.");

  private static final String PUT_BACK =
      " Put the file of this hash back from a backup: it lies in vault/ under the same folders; the item stays findable meanwhile.";

  private final boolean wrong;
  private final String text;

  Flaw(boolean wrong, String text) {
    this.wrong = wrong;
    this.text = text;
  }

  /** Whether something is wrong; else it is a remark. */
  public boolean isWrong() {
    return wrong;
  }

  /** What it means and what to do. */
  public String text() {
    return text;
  }

  /** The code of SQL and the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Bytes that no row names. */
  static Flaw unknown(Holding holding) {
    return switch (holding) {
      case MASTER -> MASTER_UNKNOWN;
      case PAGE_TEXT -> PAGE_TEXT_UNKNOWN;
      case MANIFEST -> MANIFEST_UNKNOWN;
      case DERIVATIVE -> throw new IllegalArgumentException("Pictures are made again");
    };
  }

  static Flaw ofCode(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst().orElseThrow();
  }
}
