package io.huodang.vault;

import io.huodang.vocabulary.Sha256;
import java.io.IOException;

/** Nothing is kept under a hash that the registry names. */
public final class BytesMissing extends IOException {
  private static final long serialVersionUID = 1L;

  public BytesMissing(Holding holding, Sha256 sha256) {
    super("The vault keeps no " + holding + " under " + sha256.hex());
  }
}
