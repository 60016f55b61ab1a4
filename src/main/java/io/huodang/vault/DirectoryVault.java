package io.huodang.vault;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.huodang.vocabulary.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keeps bytes in two directories, one of which holds only what can be made again.
 *
 * <p>Bytes are written beside their place, synced, renamed into it, and the folder is synced: what
 * is seen under a hash is whole, also after a power loss.
 */
final class DirectoryVault implements Vault {
  private static final FileAttribute<Set<PosixFilePermission>> OWN_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWN_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final String INCOMING = "incoming";

  private final Path directory;
  private final Path derivatives;
  // Folders whose entry in their parent is known to be on the disk.
  private final Set<Path> lasting = ConcurrentHashMap.newKeySet();

  /**
   * Opens the vault and clears away what an earlier process did not finish.
   *
   * @throws VaultUnavailable when the directories cannot be made or written
   */
  DirectoryVault(Path directory, Path derivatives) throws VaultUnavailable {
    this(directory, derivatives, false);
  }

  /**
   * Opens the vault.
   *
   * @param shared whether another process may be writing to it
   */
  DirectoryVault(Path directory, Path derivatives, boolean shared) throws VaultUnavailable {
    this.directory = directory.toAbsolutePath().normalize();
    this.derivatives = derivatives.toAbsolutePath().normalize();
    for (Path root : Set.of(this.directory, this.derivatives)) {
      try {
        makeLasting(root.resolve(INCOMING));
        if (!shared) {
          clear(root.resolve(INCOMING));
        }
      } catch (IOException e) {
        throw unavailable(e);
      }
    }
  }

  @Override
  public Sha256 keep(Holding holding, byte[] bytes) throws IOException {
    Sha256 sha256 = Sha256.ofContent(bytes);
    keep(holding, sha256, new ByteArrayInputStream(bytes), bytes.length);
    return sha256;
  }

  @Override
  public void keep(Holding holding, Sha256 sha256, InputStream in, long length) throws IOException {
    VerifiedStream bytes = new VerifiedStream(in, holding, sha256);
    Path folder = root(holding).resolve(holding.folder(sha256));
    OptionalLong kept = size(holding, sha256);
    if (kept.isPresent() && kept.getAsLong() == length) {
      bytes.transferTo(OutputStream.nullOutputStream());
      try {
        // Another writer may have renamed the file and not yet synced the folders.
        makeLasting(folder);
        sync(folder);
      } catch (IOException e) {
        throw unavailable(e);
      }
      return;
    }
    Path incoming = root(holding).resolve(INCOMING).resolve(UUID.randomUUID().toString());
    try {
      write(bytes, incoming);
      makeLasting(folder);
      Files.move(incoming, folder.resolve(sha256.hex()), ATOMIC_MOVE);
      sync(folder);
    } catch (BytesChanged e) {
      throw e;
    } catch (SourceFault e) {
      throw e.cause;
    } catch (IOException e) {
      throw unavailable(e);
    } finally {
      Files.deleteIfExists(incoming);
    }
  }

  private static void write(InputStream bytes, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), OWN_FILE)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = next(bytes, buffer); n >= 0; n = next(bytes, buffer)) {
        ByteBuffer part = ByteBuffer.wrap(buffer, 0, n);
        while (part.hasRemaining()) {
          channel.write(part);
        }
      }
      channel.force(true);
    }
  }

  private static int next(InputStream bytes, byte[] buffer) throws IOException {
    try {
      return bytes.read(buffer);
    } catch (BytesChanged e) {
      throw e;
    } catch (IOException e) {
      throw new SourceFault(e);
    }
  }

  /** The bytes could not be read where they come from, which is no fault of the vault. */
  private static final class SourceFault extends IOException {
    private static final long serialVersionUID = 1L;
    private final IOException cause;

    SourceFault(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  /** Makes a folder and those above it, and syncs their entries to the disk. */
  private void makeLasting(Path folder) throws IOException {
    if (lasting.contains(folder) || (!isOurs(folder) && Files.isDirectory(folder))) {
      return;
    }
    Path parent = folder.getParent();
    if (parent != null) {
      makeLasting(parent);
    }
    try {
      Files.createDirectory(folder, OWN_FOLDER);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
    // Also when another made it, who may not have come to this yet.
    if (parent != null) {
      sync(parent);
    }
    lasting.add(folder);
  }

  private boolean isOurs(Path folder) {
    return Stream.of(directory, derivatives)
        .anyMatch(root -> folder.startsWith(root) && !folder.equals(root));
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    }
  }

  private static void clear(Path incoming) throws IOException {
    try (Stream<Path> left = Files.list(incoming)) {
      for (Path file : (Iterable<Path>) left::iterator) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public InputStream open(Holding holding, Sha256 sha256) throws IOException {
    try {
      return new VerifiedStream(
          Files.newInputStream(place(holding, sha256)), holding, sha256, this::unavailable);
    } catch (NoSuchFileException e) {
      throw new BytesMissing(holding, sha256);
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  @Override
  public InputStream openFrom(Holding holding, Sha256 sha256, long from) throws IOException {
    try {
      FileChannel channel = FileChannel.open(place(holding, sha256), READ);
      channel.position(from);
      return Channels.newInputStream(channel);
    } catch (NoSuchFileException e) {
      throw new BytesMissing(holding, sha256);
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  @Override
  public OptionalLong size(Holding holding, Sha256 sha256) throws IOException {
    try {
      return OptionalLong.of(Files.size(place(holding, sha256)));
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  @Override
  public void forgetDerivative(Sha256 sha256) throws IOException {
    try {
      Files.deleteIfExists(place(Holding.DERIVATIVE, sha256));
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  @Override
  public void forEach(Holding holding, Consumer<Sha256> visitor) throws IOException {
    Path folder = root(holding).resolve(holding.folder());
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.find(folder, 3, (file, about) -> about.isRegularFile())) {
      files
          .flatMap(file -> Holding.hashAt(file.getFileName().toString()).stream())
          .forEach(visitor);
    }
  }

  @Override
  public String describe() {
    return "Directory " + directory + ", derivatives in " + derivatives + ", synced to the disk";
  }

  @Override
  public Description description() {
    return new Description("directory", List.of(directory.toString(), String.valueOf(derivatives)));
  }

  private Path place(Holding holding, Sha256 sha256) {
    return root(holding).resolve(holding.place(sha256));
  }

  private Path root(Holding holding) {
    return holding == Holding.DERIVATIVE ? derivatives : directory;
  }

  private VaultUnavailable unavailable(IOException cause) {
    return new VaultUnavailable(
        "The vault's directory "
            + directory
            + " cannot be used: "
            + cause.getMessage()
            + ". Look at its disk, its room and its owner; then try again.",
        cause);
  }
}
