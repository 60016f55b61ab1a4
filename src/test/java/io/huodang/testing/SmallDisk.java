package io.huodang.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A disk of its own that can be filled, where root may mount one. */
public final class SmallDisk implements AutoCloseable {
  private static final int MEGABYTE = 1 << 20;

  private final Path root;

  private SmallDisk(Path root) {
    this.root = root;
  }

  /** Mounts it; empty where that is not allowed. */
  public static Optional<SmallDisk> mount(int megabytes, String... moreOptions) throws Exception {
    Path root = Files.createTempDirectory("huodang-disk");
    String options =
        String.join(",", "size=" + megabytes + "m,mode=755", String.join(",", moreOptions));
    Attempt mounted =
        Attempt.of(
            Map.of(), List.of("mount", "-t", "tmpfs", "-o", options, "none", root.toString()));
    if (mounted.status() != 0) {
      Files.delete(root);
      return Optional.empty();
    }
    return Optional.of(new SmallDisk(root));
  }

  /** Its root folder. */
  public Path root() {
    return root;
  }

  /** Fills it to the last byte. */
  public void fill() throws IOException {
    byte[] zeros = new byte[MEGABYTE];
    try (OutputStream out = Files.newOutputStream(filler())) {
      while (true) {
        out.write(zeros);
      }
    } catch (IOException full) {
      if (Files.getFileStore(root).getUsableSpace() > MEGABYTE) {
        throw full;
      }
    }
  }

  /** Makes room again. */
  public void makeRoom() throws IOException {
    Files.delete(filler());
  }

  private Path filler() {
    return root.resolve("filler");
  }

  @Override
  public void close() throws Exception {
    Attempt.of(Map.of(), List.of("umount", "-l", root.toString()));
    Files.delete(root);
  }
}
