package io.huodang.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.testing.TestLogs;
import io.huodang.vocabulary.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every vault must do, wherever its bytes lie. */
abstract class VaultContract {
  /** Enough for more than one part in S3. */
  static final int LARGE = S3Vault.PART + 1_000_003;

  private final Random random = new Random(20261122);

  @TempDir Path files;

  abstract Vault vault() throws IOException;

  /** Changes one kept byte behind the vault's back. */
  abstract void tamper(Holding holding, Sha256 sha256) throws Exception;

  /** Puts too few bytes in the place of those of a hash. */
  abstract void truncate(Holding holding, Sha256 sha256) throws Exception;

  /** What {@link VaultWriter} needs to open the same vault in another process. */
  abstract List<String> address();

  @ParameterizedTest
  @EnumSource(Holding.class)
  void givesBackWhatItKeeps(Holding holding) throws IOException {
    byte[] bytes = bytes(50_000);

    Sha256 sha256 = vault().keep(holding, bytes);

    assertThat(sha256).isEqualTo(Sha256.ofContent(bytes));
    assertThat(read(holding, sha256)).isEqualTo(bytes);
    assertThat(vault().size(holding, sha256)).hasValue(50_000);
    assertThat(vault().verify(holding, sha256)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 70_000, S3Vault.PART, LARGE})
  void keepsFilesOfEverySize(int length) throws IOException {
    byte[] bytes = bytes(length);
    Sha256 sha256 = Sha256.ofContent(bytes);

    vault().keep(Holding.MASTER, sha256, file(bytes));

    assertThat(vault().size(Holding.MASTER, sha256)).hasValue(length);
    assertThat(read(Holding.MASTER, sha256)).isEqualTo(bytes);
  }

  @Test
  void givesBackAPartFromItsMiddleToTheEnd() throws IOException {
    byte[] bytes = bytes(LARGE);
    Sha256 sha256 = vault().keep(Holding.MASTER, bytes);

    for (int from : new int[] {0, 1, S3Vault.PART, LARGE - 1, LARGE}) {
      try (InputStream part = vault().openFrom(Holding.MASTER, sha256, from)) {
        assertThat(part.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, from, LARGE));
      }
    }
    assertThatThrownBy(
            () -> vault().openFrom(Holding.MASTER, Sha256.ofContent(bytes(9)), 1).close())
        .isInstanceOf(BytesMissing.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, LARGE})
  void changesNothingWhenTheSameBytesComeAgain(int length) throws IOException {
    byte[] bytes = bytes(length);
    Sha256 sha256 = Sha256.ofContent(bytes);

    vault().keep(Holding.MASTER, sha256, file(bytes));
    vault().keep(Holding.MASTER, sha256, file(bytes));
    vault().keep(Holding.MASTER, bytes);

    assertThat(vault().verify(Holding.MASTER, sha256)).isTrue();
    assertThat(kept(Holding.MASTER)).containsOnlyOnce(sha256);
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, LARGE})
  void refusesBytesThatHaveAnotherHash(int length) throws IOException {
    byte[] bytes = bytes(length);
    Sha256 promised = Sha256.ofContent(bytes(length));

    assertThatThrownBy(() -> vault().keep(Holding.MASTER, promised, file(bytes)))
        .isInstanceOf(BytesChanged.class)
        .hasMessageContaining(promised.hex());

    assertThat(vault().size(Holding.MASTER, promised)).isEmpty();
    assertThat(kept(Holding.MASTER)).doesNotContain(promised, Sha256.ofContent(bytes));
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, LARGE})
  void refusesWrongBytesAlsoWhenTheRightOnesAreThere(int length) throws IOException {
    byte[] right = bytes(length);
    Sha256 sha256 = vault().keep(Holding.MASTER, right);

    assertThatThrownBy(() -> vault().keep(Holding.MASTER, sha256, file(bytes(length))))
        .isInstanceOf(BytesChanged.class);

    assertThat(vault().verify(Holding.MASTER, sha256)).isTrue();
  }

  @Test
  void saysThatBytesAreMissing() throws IOException {
    Sha256 unknown = Sha256.ofContent(bytes(10));

    assertThatThrownBy(() -> vault().open(Holding.MASTER, unknown))
        .isInstanceOf(BytesMissing.class);
    assertThatThrownBy(() -> vault().verify(Holding.MASTER, unknown))
        .isInstanceOf(BytesMissing.class);
    assertThat(vault().size(Holding.MASTER, unknown)).isEqualTo(OptionalLong.empty());
  }

  @Test
  void forgetsADamagedPictureAndKeepsItAnewAndForgetsNothingElse() throws Exception {
    byte[] bytes = bytes(700);
    Sha256 sha256 = vault().keep(Holding.DERIVATIVE, bytes);
    vault().keep(Holding.MASTER, bytes);
    tamper(Holding.DERIVATIVE, sha256);

    vault().forgetDerivative(sha256);
    vault().forgetDerivative(sha256);

    assertThat(vault().size(Holding.DERIVATIVE, sha256)).isEmpty();
    vault().keep(Holding.DERIVATIVE, bytes);
    assertThat(read(Holding.DERIVATIVE, sha256)).isEqualTo(bytes);
    assertThat(vault().verify(Holding.MASTER, sha256)).isTrue();
  }

  @Test
  void keepsHoldingsApart() throws IOException {
    Sha256 sha256 = vault().keep(Holding.MASTER, bytes(10));

    assertThat(vault().size(Holding.PAGE_TEXT, sha256)).isEmpty();
    assertThat(vault().size(Holding.DERIVATIVE, sha256)).isEmpty();
    assertThat(kept(Holding.MANIFEST)).doesNotContain(sha256);
  }

  @ParameterizedTest
  @EnumSource(Holding.class)
  void findsOneChangedByte(Holding holding) throws Exception {
    Sha256 sha256 = vault().keep(holding, bytes(5000));
    assertThat(vault().verify(holding, sha256)).isTrue();

    tamper(holding, sha256);

    assertThat(vault().verify(holding, sha256)).isFalse();
    assertThatThrownBy(() -> read(holding, sha256)).isInstanceOf(BytesChanged.class);
  }

  @Test
  void hashesSkippedBytesToo() throws IOException {
    byte[] bytes = bytes(50_000);
    Sha256 sha256 = vault().keep(Holding.MASTER, bytes);

    try (InputStream in = vault().open(Holding.MASTER, sha256)) {
      in.skipNBytes(20_000);
      assertThat(in.read()).isEqualTo(bytes[20_000] & 0xff);
      assertThat(in.readAllBytes()).hasSize(29_999);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, LARGE})
  void makesWholeWhatIsTooShort(int length) throws Exception {
    byte[] bytes = bytes(length);
    Sha256 sha256 = vault().keep(Holding.MASTER, bytes);
    truncate(Holding.MASTER, sha256);
    assertThat(vault().verify(Holding.MASTER, sha256)).isFalse();

    vault().keep(Holding.MASTER, sha256, file(bytes));

    assertThat(vault().verify(Holding.MASTER, sha256)).isTrue();
  }

  @Test
  void visitsEveryHashOnce() throws IOException {
    Set<Sha256> expected = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      expected.add(vault().keep(Holding.MANIFEST, bytes(100 + i)));
    }

    assertThat(kept(Holding.MANIFEST)).doesNotHaveDuplicates().containsAll(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {30_000, LARGE})
  void letsManyWriteTheSameAtOnce(int length) throws Exception {
    byte[] bytes = bytes(length);

    keepAtOnce(bytes);

    assertThat(vault().verify(Holding.MASTER, Sha256.ofContent(bytes))).isTrue();
  }

  /** Four writers begin together, and each sees its bytes whole when it is done. */
  void keepAtOnce(byte[] bytes) throws Exception {
    Sha256 sha256 = Sha256.ofContent(bytes);
    Path file = file(bytes);
    int writers = 4;
    CyclicBarrier start = new CyclicBarrier(writers);
    Vault vault = vault();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        tasks.add(
            () -> {
              start.await();
              vault.keep(Holding.MASTER, sha256, file);
              return vault.verify(Holding.MASTER, sha256);
            });
      }
      for (Future<Boolean> whole : threads.invokeAll(tasks)) {
        assertThat(whole.get()).isTrue();
      }
    }
  }

  @Test
  void showsNothingHalfWhenTheWriterIsKilled() throws Exception {
    Set<Sha256> before = Set.copyOf(kept(Holding.MASTER));
    List<Sha256> acknowledged = acknowledged(address(), () -> {});

    List<Sha256> after = kept(Holding.MASTER);
    after.removeAll(before);
    assertThat(after).containsAll(acknowledged);
    for (Sha256 sha256 : after) {
      assertThat(vault().verify(Holding.MASTER, sha256)).isTrue();
    }
  }

  /**
   * What another process has kept in a vault when, a moment after something happens, it is killed.
   */
  static List<Sha256> acknowledged(List<String> address, Runnable event) throws Exception {
    Process writer = start(address);
    List<Sha256> acknowledged = new ArrayList<>();
    try (BufferedReader said = writer.inputReader(StandardCharsets.UTF_8)) {
      while (acknowledged.size() < 3) {
        acknowledged.add(new Sha256(said.readLine()));
      }
      event.run();
    } finally {
      writer.destroyForcibly().waitFor();
    }
    return acknowledged;
  }

  private static Process start(List<String> address) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(VaultWriter.class.getName());
    command.addAll(address);
    return new ProcessBuilder(command)
        .redirectError(TestLogs.fileFor("vault-writer").toFile())
        .start();
  }

  byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  Path file(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(files, "delivered", null), bytes);
  }

  private byte[] read(Holding holding, Sha256 sha256) throws IOException {
    try (InputStream in = vault().open(holding, sha256)) {
      return in.readAllBytes();
    }
  }

  private List<Sha256> kept(Holding holding) throws IOException {
    List<Sha256> kept = new ArrayList<>();
    vault().forEach(holding, kept::add);
    return kept;
  }
}
