package io.huodang.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An ext4 disk in a file, whose power can be cut, where root may mount one. */
public final class Disk implements AutoCloseable {
  private final Path folder;

  private Disk(Path folder) {
    this.folder = folder;
  }

  /** Makes and mounts it; empty where that is not allowed. */
  public static Optional<Disk> mount(int megabytes) throws Exception {
    Disk disk = new Disk(Files.createTempDirectory("huodang-disk"));
    disk.folder.toFile().setExecutable(true, false);
    Files.createDirectory(disk.root());
    if (run("truncate", "-s", megabytes + "m", disk.image())
        && run("mkfs.ext4", "-q", disk.image())
        && disk.mount()) {
      return Optional.of(disk);
    }
    disk.close();
    return Optional.empty();
  }

  private boolean mount() throws Exception {
    return run("mount", "-o", "loop", image(), root().toString());
  }

  private String image() {
    return folder.resolve("image").toString();
  }

  /** Its root folder. */
  public Path root() {
    return folder.resolve("root");
  }

  /** Takes the power away; nothing that was not synced is there any more. */
  public void cutPower() throws IOException {
    PowerCut.at(root());
  }

  /** Gives it back its power: mounts it anew, when nobody works on it any more. */
  public void restart() throws Exception {
    if (!run("umount", root().toString()) || !mount()) {
      throw new IOException("The disk at " + root() + " does not come back");
    }
  }

  @Override
  public void close() throws Exception {
    run("umount", "-l", root().toString());
    Files.deleteIfExists(Path.of(image()));
    Files.delete(root());
    Files.delete(folder);
  }

  private static boolean run(String... command) throws Exception {
    try {
      return Attempt.of(Map.of(), List.of(command)).status() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }
}
