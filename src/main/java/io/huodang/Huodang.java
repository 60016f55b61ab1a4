package io.huodang;

import io.huodang.cli.Commands;

/** Where the program starts. */
public final class Huodang {
  private Huodang() {}

  public static void main(String[] arguments) {
    int status = Commands.run(HuodangApplication.class, arguments);
    System.exit(status);
  }
}
