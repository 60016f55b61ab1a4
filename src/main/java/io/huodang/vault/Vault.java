package io.huodang.vault;

import io.huodang.vocabulary.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Keeps bytes under their SHA-256.
 *
 * <p>Bytes are written once: keeping the same bytes again changes nothing. What {@link #keep}
 * returned from survives a power loss. Thread-safe.
 */
public interface Vault {

  /**
   * A vault in one folder of this machine; derivatives lie beside it.
   *
   * @throws VaultUnavailable when the folder cannot be made or written
   */
  static Vault inDirectory(Path folder) throws IOException {
    return new DirectoryVault(folder, folder.resolveSibling("derivatives"));
  }

  /**
   * The vault that the settings name, opened beside a server that may be using it: nothing that is
   * under way there is touched.
   *
   * @throws VaultUnavailable when it cannot be reached
   */
  static Vault beside(Environment settings) throws IOException {
    return VaultConfiguration.open(
        Binder.get(settings).bindOrCreate("huodang.vault", VaultSettings.class), settings, true);
  }

  /**
   * A folder laid out like a vault, in which backups keep bytes; others may read it meanwhile.
   *
   * @throws VaultUnavailable when the folder cannot be made or written
   */
  static Vault ofBackup(Path folder) throws IOException {
    return new DirectoryVault(folder, folder.resolve("derivatives"), true);
  }

  /**
   * Keeps a file's bytes.
   *
   * @param file read, never changed or moved
   * @param sha256 of the file's bytes; verified while they are copied
   * @throws BytesChanged when the file's bytes have another hash; nothing is kept
   * @throws VaultUnavailable when the store cannot be reached or is full; nothing half-written is
   *     ever visible, and trying again is safe
   */
  default void keep(Holding holding, Sha256 sha256, Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      keep(holding, sha256, bytes, Files.size(file));
    }
  }

  /**
   * Keeps bytes as they come, for example out of another vault.
   *
   * @param bytes read to their end, not closed
   * @param length how many there are
   * @throws BytesChanged when they have another hash; nothing is kept
   * @throws VaultUnavailable as above
   */
  void keep(Holding holding, Sha256 sha256, InputStream bytes, long length) throws IOException;

  /**
   * Keeps a few bytes that are in memory already, such as a page's text.
   *
   * @return their hash, under which they are kept
   * @throws VaultUnavailable when the store cannot be reached or is full
   */
  Sha256 keep(Holding holding, byte[] bytes) throws IOException;

  /**
   * Opens kept bytes; the caller closes the stream.
   *
   * <p>The bytes are hashed on their way: who reads to the end gets {@link BytesChanged} instead of
   * the end when they are no longer those that were kept.
   *
   * @throws BytesMissing when nothing is kept under that hash
   * @throws VaultUnavailable when the store cannot be reached
   */
  InputStream open(Holding holding, Sha256 sha256) throws IOException;

  /**
   * Opens kept bytes in their middle, for who hears or watches a part; the caller closes the
   * stream. A part proves nothing of the whole: these bytes are <em>not</em> hashed on their way.
   *
   * @param from how many bytes to leave out, at most the size
   * @throws BytesMissing when nothing is kept under that hash
   * @throws VaultUnavailable when the store cannot be reached
   */
  InputStream openFrom(Holding holding, Sha256 sha256, long from) throws IOException;

  /**
   * The size in bytes, or empty when nothing is kept under that hash.
   *
   * @throws VaultUnavailable when the store cannot be reached
   */
  OptionalLong size(Holding holding, Sha256 sha256) throws IOException;

  /**
   * Reads the bytes again and compares their SHA-256: the fixity check.
   *
   * @return false when the bytes have changed
   * @throws BytesMissing when nothing is kept under that hash
   * @throws VaultUnavailable when the store cannot be read, which says nothing about the bytes
   */
  default boolean verify(Holding holding, Sha256 sha256) throws IOException {
    try (InputStream bytes = open(holding, sha256)) {
      bytes.transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (BytesChanged e) {
      return false;
    }
  }

  /**
   * Forgets a picture that can be made again, because it is damaged; nothing else is ever
   * forgotten.
   *
   * @throws VaultUnavailable when the store cannot be reached
   */
  void forgetDerivative(Sha256 sha256) throws IOException;

  /** Visits every hash that is kept, in no particular order, while others may be added. */
  void forEach(Holding holding, Consumer<Sha256> visitor) throws IOException;

  /**
   * One sentence on where the bytes are and what the store was proved to do, for status screens.
   */
  String describe();

  /** The same for screens, which have words of their own for it. */
  Description description();

  /**
   * Where and how bytes are kept.
   *
   * @param form {@code directory}: its particulars are the folders of masters and derivatives; or
   *     {@code s3}: endpoint, the buckets of both, and 1 or 0 for write-once and for object lock
   *     proved
   */
  record Description(String form, List<Object> particulars) {
    public Description {
      particulars = List.copyOf(particulars);
    }
  }
}
