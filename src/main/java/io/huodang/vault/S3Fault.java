package io.huodang.vault;

import io.minio.errors.ErrorResponseException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What the S3 client's exceptions mean to a caller of the vault. */
final class S3Fault {
  private S3Fault() {}

  /** The store's error code, for example {@code NoSuchKey}; empty when it gave none. */
  static String code(Throwable fault) {
    return fault instanceof ErrorResponseException refused ? refused.errorResponse().code() : "";
  }

  /** Whether a write was refused because something lies there already. */
  static boolean isAlreadyThere(Throwable fault) {
    return code(fault).equals("PreconditionFailed");
  }

  /** Bytes that changed on their way to the store, else a store that is of no use at present. */
  static IOException of(String endpoint, Throwable fault) {
    Throwable root = fault;
    for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof BytesChanged changed) {
        return changed;
      }
      root = cause;
    }
    String reason = code(fault).isEmpty() ? String.valueOf(root.getMessage()) : code(fault);
    return new VaultUnavailable(
        "The vault's store at "
            + endpoint
            + " cannot be used: "
            + reason
            + ". See that it runs, has room and lets us in; then try again.",
        fault);
  }
}
