package io.huodang;

import io.huodang.cli.Commands;
import io.huodang.cli.ThisProcess;

/** Where the program starts. */
public final class Huodang {
  private Huodang() {}

  public static void main(String[] arguments) {
    int status = Commands.run(HuodangApplication.class, arguments);
    ThisProcess.end(status);
  }
}
