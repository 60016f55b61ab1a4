package io.huodang.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huodang.vocabulary.Sha256;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryVaultTest extends VaultContract {
  @TempDir Path home;
  private DirectoryVault vault;

  @BeforeEach
  void open() throws IOException {
    vault = new DirectoryVault(home.resolve("vault"), home.resolve("derivatives"));
  }

  @Override
  Vault vault() {
    return vault;
  }

  @Override
  List<String> address() {
    return List.of(home.resolve("vault").toString(), home.resolve("derivatives").toString());
  }

  @Override
  void tamper(Holding holding, Sha256 sha256) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(place(holding, sha256).toFile(), "rw")) {
      file.seek(42);
      int value = file.read();
      file.seek(42);
      file.write(value ^ 1);
    }
  }

  @Override
  void truncate(Holding holding, Sha256 sha256) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(place(holding, sha256).toFile(), "rw")) {
      file.setLength(10);
    }
  }

  @Test
  void keepsMastersAndDerivativesInFoldersOfTheirOwn() throws IOException {
    Sha256 master = vault.keep(Holding.MASTER, bytes(10));
    Sha256 derivative = vault.keep(Holding.DERIVATIVE, bytes(10));

    String hex = master.hex();
    assertThat(home.resolve("vault/master/" + hex.substring(0, 2) + "/" + hex.substring(2, 4)))
        .isDirectoryContaining(file -> file.endsWith(hex));
    assertThat(home.resolve("derivatives/" + Holding.DERIVATIVE.place(derivative))).exists();
  }

  @Test
  void letsNobodyElseRead() throws IOException {
    Sha256 sha256 = vault.keep(Holding.MASTER, bytes(10));

    Path file = place(Holding.MASTER, sha256);
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(file.resolveSibling("."))).isEqualTo("rwx------");
    assertThat(permissions(home.resolve("vault"))).isEqualTo("rwx------");
  }

  @Test
  void leavesNothingBehindWhenItRefuses() throws IOException {
    Path file = file(bytes(1000));

    assertThatThrownBy(() -> vault.keep(Holding.MASTER, Sha256.ofContent(bytes(5)), file))
        .isInstanceOf(BytesChanged.class);

    assertThat(home.resolve("vault/incoming")).isEmptyDirectory();
  }

  @Test
  void clearsAwayWhatAnEarlierProcessDidNotFinish() throws IOException {
    Files.write(home.resolve("vault/incoming/half"), bytes(1000));

    open();

    assertThat(home.resolve("vault/incoming")).isEmptyDirectory();
  }

  @Test
  void passesOverWhatIsNotItsOwn() throws IOException {
    Sha256 sha256 = vault.keep(Holding.MASTER, bytes(10));
    Files.write(home.resolve("vault/master/notes.txt"), bytes(10));

    Stream.Builder<Sha256> seen = Stream.builder();
    vault.forEach(Holding.MASTER, seen);

    assertThat(seen.build()).containsExactly(sha256);
  }

  @Test
  void tellsAFaultOfTheSourceFromItsOwn() {
    assertThatThrownBy(
            () -> vault.keep(Holding.MASTER, Sha256.ofContent(bytes(5)), home.resolve("absent")))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(VaultUnavailable.class);
  }

  @Test
  void saysThatItsDirectoryCannotBeUsed() throws IOException {
    Path file = Files.write(home.resolve("a-file"), bytes(10));

    assertThatThrownBy(() -> new DirectoryVault(file, home.resolve("derivatives")))
        .isInstanceOf(VaultUnavailable.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void saysThatTheDiskIsFullAndGoesOnWhenThereIsRoom() throws Exception {
    Path small = Files.createDirectory(home.resolve("small"));
    assumeTrue(mount(small), "mounting a small file system takes root");
    try {
      DirectoryVault full =
          new DirectoryVault(small.resolve("vault"), small.resolve("derivatives"));
      Sha256 before = full.keep(Holding.MASTER, bytes(100_000));
      byte[] large = bytes(2_000_000);

      assertThatThrownBy(() -> full.keep(Holding.MASTER, Sha256.ofContent(large), file(large)))
          .isInstanceOf(VaultUnavailable.class)
          .hasMessageContaining("No space left");

      assertThat(full.size(Holding.MASTER, Sha256.ofContent(large))).isEmpty();
      assertThat(small.resolve("vault/incoming")).isEmptyDirectory();
      assertThat(full.verify(Holding.MASTER, before)).isTrue();
      assertThat(full.verify(Holding.MASTER, full.keep(Holding.MASTER, bytes(100_000)))).isTrue();
    } finally {
      run("umount", small.toString());
    }
  }

  private static boolean mount(Path folder) throws Exception {
    return "root".equals(System.getProperty("user.name"))
        && run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString()) == 0;
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private Path place(Holding holding, Sha256 sha256) {
    return home.resolve(holding == Holding.DERIVATIVE ? "derivatives" : "vault")
        .resolve(holding.place(sha256));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
