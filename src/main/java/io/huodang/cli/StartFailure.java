package io.huodang.cli;

import io.huodang.vocabulary.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** Finds in what ended the start of the server the one thing that a person can mend. */
final class StartFailure {
  private StartFailure() {}

  /** The refusal that it comes down to, else the failure itself. */
  static Exception of(Exception failure) {
    for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
      switch (at) {
        case Refusal refusal -> {
          return refusal;
        }
        case PortInUseException taken -> {
          return portTaken(taken.getPort(), taken);
        }
        case BindException setting -> {
          return new Refusal(
              "bad-setting",
              "The setting %s cannot be used: %s"
                  .formatted(setting.getName(), last(setting).getMessage()),
              setting);
        }
        default -> {}
      }
      if (String.valueOf(at.getMessage()).contains("No space left on device")) {
        return new Refusal("disk-full", "The disk is full: %s".formatted(at.getMessage()), at);
      }
    }
    return failure;
  }

  static Refusal portTaken(int port, Exception cause) {
    return new Refusal(
        "port-taken",
        "Port %d is taken by another program; end it, or name another with --port".formatted(port),
        cause);
  }

  private static Throwable last(Throwable failure) {
    Throwable at = failure;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return at;
  }
}
