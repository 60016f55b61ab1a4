package io.huodang.workers;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** No worker can be had, through no fault of any page: trying again later is safe. */
public final class WorkersUnavailable extends IOException {
  private static final long serialVersionUID = 1L;

  public WorkersUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
