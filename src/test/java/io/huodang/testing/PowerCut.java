package io.huodang.testing;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * Takes the power from a file system: what was written and not synced is lost from this moment on,
 * also from its journal, and nothing more reaches the disk ({@code EXT4_IOC_SHUTDOWN}).
 */
final class PowerCut {
  private static final long SHUTDOWN = 0x8004587DL; // _IOR('X', 125, __u32)
  private static final int WITHOUT_FLUSHING_THE_JOURNAL = 2;
  private static final int READ_ONLY = 0;

  private PowerCut() {}

  static void at(Path root) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle open = function("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
      MethodHandle ioctl =
          function("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS));
      MethodHandle close = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
      MemorySegment how = arena.allocateFrom(JAVA_INT, WITHOUT_FLUSHING_THE_JOURNAL);
      int folder = (int) open.invokeExact(arena.allocateFrom(root.toString()), READ_ONLY);
      int cut = (int) ioctl.invokeExact(folder, SHUTDOWN, how);
      int closed = (int) close.invokeExact(folder);
      if (folder < 0 || cut < 0 || closed < 0) {
        throw new IOException("The file system at " + root + " cannot be shut down");
      }
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle function(String name, FunctionDescriptor signature) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name),
        signature,
        Linker.Option.firstVariadicArg(Math.min(2, signature.argumentLayouts().size())));
  }
}
