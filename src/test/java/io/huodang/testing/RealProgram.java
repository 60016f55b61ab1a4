package io.huodang.testing;

import io.huodang.local.Child;
import io.huodang.local.Components;
import io.huodang.local.Home;
import io.huodang.local.Program;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A program of the service, run for all tests of this process in a home that goes with it. */
final class RealProgram {
  private RealProgram() {}

  /** Where a program comes from, given its archives and its home. */
  @FunctionalInterface
  interface Made<P extends Program> {
    P in(Components components, Home home) throws IOException;
  }

  /** Starts a program and waits until it answers. */
  static <P extends Program> P start(String name, Made<P> made) {
    Home home = TestHome.open(name);
    try {
      P program = made.in(Components.ofThisInstallation(), home);
      Child child = Child.start(program, home);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(child, home)));
      child.awaitReady();
      return program;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(Child child, Home home) {
    child.close();
    TestHome.delete(home);
  }
}
