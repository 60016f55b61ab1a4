package io.huodang.cli;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the script {@code ./huodang} asked of this process, beside its command. */
public final class ThisProcess {
  private static final int OWNER_ONLY = 0600;

  private ThisProcess() {}

  /** Whether it goes on when who started it has left. */
  static boolean isDetached() {
    return Boolean.getBoolean("huodang.detached");
  }

  /** Whether the JVM writes what it learnt when it ends, so that the next start is faster. */
  static boolean isTraining() {
    return System.getProperty("huodang.training") != null;
  }

  /** Says that a start has come to its end: what is learnt from it is worth keeping. */
  static void started() throws IOException {
    @Nullable String proof = System.getProperty("huodang.training");
    if (proof != null) {
      Files.write(Path.of(proof), new byte[0]);
    }
  }

  /**
   * Points standard output and error of the whole process, native code too, to a file: nobody waits
   * any longer for its output to end.
   *
   * @param file emptied first; little comes into it, because the log is elsewhere
   */
  static void leaveTerminal(Path file) throws IOException {
    System.out.flush();
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle creat = function("creat", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
      MethodHandle dup2 = function("dup2", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
      MethodHandle close = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
      int target = (int) creat.invokeExact(arena.allocateFrom(file.toString()), OWNER_ONLY);
      if (target < 0
          || (int) dup2.invokeExact(target, 1) < 0
          || (int) dup2.invokeExact(target, 2) < 0
          || (int) close.invokeExact(target) < 0) {
        throw new IOException("Standard output cannot be moved to " + file);
      }
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Ends the process. A start that failed taught nothing: its JVM goes without writing that down,
   * which would take long and print much.
   */
  public static void end(int status) {
    if (status != 0 && isTraining()) {
      System.out.flush();
      System.err.flush();
      try {
        function("_exit", FunctionDescriptor.ofVoid(JAVA_INT)).invokeExact(status);
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
    System.exit(status);
  }

  private static MethodHandle function(String name, FunctionDescriptor signature) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), signature);
  }
}
