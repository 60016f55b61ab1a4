package io.huodang.workers;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * A process's standard output, taken away from everything else in it.
 *
 * <p>Libraries, native ones too, print to file descriptor 1 as they like. It is moved to another
 * number that only this stream knows, and 1 is pointed to standard error.
 */
final class PrivateOutput extends OutputStream {
  private static final int STANDARD_OUTPUT = 1;
  private static final int STANDARD_ERROR = 2;
  private static final MethodHandle WRITE =
      function("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);

  private final int descriptor;

  private PrivateOutput(int descriptor) {
    this.descriptor = descriptor;
  }

  /** Takes standard output for the caller alone; once in a process. */
  static OutputStream take() throws IOException {
    try {
      int own = (int) function("dup", JAVA_INT, JAVA_INT).invokeExact(STANDARD_OUTPUT);
      int moved =
          (int)
              function("dup2", JAVA_INT, JAVA_INT, JAVA_INT)
                  .invokeExact(STANDARD_ERROR, STANDARD_OUTPUT);
      if (own < 0 || moved < 0) {
        throw new IOException("Standard output cannot be moved");
      }
      return new PrivateOutput(own);
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment copy = arena.allocate(Math.max(length, 1));
      MemorySegment.copy(bytes, offset, copy, JAVA_BYTE, 0, length);
      for (long done = 0; done < length; ) {
        long written = (long) WRITE.invokeExact(descriptor, copy.asSlice(done), length - done);
        if (written < 0) {
          throw new IOException("The server no longer listens");
        }
        done += written;
      }
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle function(
      String name, MemoryLayout result, MemoryLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
  }
}
