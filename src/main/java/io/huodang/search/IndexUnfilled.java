package io.huodang.search;

import java.io.IOException;

/** There is no index to ask, or none that this program can ask, before it was filled anew. */
final class IndexUnfilled extends IOException {
  private static final long serialVersionUID = 1L;

  IndexUnfilled(String message) {
    super(message);
  }

  /** Told to whoever fills it. */
  record Found() {}
}
