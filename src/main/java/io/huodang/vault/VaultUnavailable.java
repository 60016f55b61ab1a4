package io.huodang.vault;

import java.io.IOException;

/** The store cannot be reached or has no room; trying again later is safe. */
public final class VaultUnavailable extends IOException {
  private static final long serialVersionUID = 1L;

  public VaultUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
