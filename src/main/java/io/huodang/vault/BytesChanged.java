package io.huodang.vault;

import io.huodang.vocabulary.Sha256;
import java.io.IOException;

/** Bytes are not those of the hash they go by: they were changed on the way, or where they lie. */
public final class BytesChanged extends IOException {
  private static final long serialVersionUID = 1L;

  public BytesChanged(Holding holding, Sha256 expected) {
    super("The bytes given for " + holding + " " + expected.hex() + " have another SHA-256");
  }
}
