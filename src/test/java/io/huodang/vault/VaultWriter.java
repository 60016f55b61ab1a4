package io.huodang.vault;

import io.huodang.vocabulary.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Keeps files in a vault until it is killed, and says the hash of each when it is kept. */
final class VaultWriter {
  private VaultWriter() {}

  public static void main(String[] address) throws IOException {
    Vault vault =
        address.length == 2
            ? new DirectoryVault(Path.of(address[0]), Path.of(address[1]))
            : new S3Vault(
                new VaultSettings.S3(
                    address[0], address[1], address[2], address[3], address[4], "us-east-1"));
    Random random = new Random(ProcessHandle.current().pid());
    Path file = Files.createTempFile(Path.of("target"), "vault-writer", null);
    file.toFile().deleteOnExit();
    while (true) {
      byte[] bytes = new byte[random.nextBoolean() ? 100_000 : VaultContract.LARGE];
      random.nextBytes(bytes);
      Files.write(file, bytes);
      Sha256 sha256 = Sha256.ofContent(bytes);
      vault.keep(Holding.MASTER, sha256, file);
      System.out.println(sha256.hex());
    }
  }
}
