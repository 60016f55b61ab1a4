package io.huodang.cli;

import java.nio.file.Path;

/** Where this installation keeps what people may edit. */
final class Installation {
  private Installation() {}

  /** A folder of the installed application ({@code huodang.app}), else of the working directory. */
  static Path folder(String name) {
    return Path.of(System.getProperty("huodang.app", "")).resolve(name);
  }
}
