package io.huodang.corrections.web;

import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;

/** A change that met the program's own work in the registry and lost is made once more. */
final class OnceMore {
  private static final int ATTEMPTS = 4;

  private OnceMore() {}

  static <T> T make(Supplier<T> change) {
    for (int attempt = 1; ; attempt++) {
      try {
        return change.get();
      } catch (PessimisticLockingFailureException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
