package io.huodang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huodang.local.Home;
import io.huodang.testing.Attempt;
import io.huodang.testing.RealElasticsearch;
import io.huodang.testing.RealPostgres;
import io.huodang.testing.SmallDisk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** What a person can mend ends a start with one line: what, where, and what to do. */
class RefusedStartTest {
  private static final boolean ROOT = System.getProperty("user.name").equals("root");
  private static final String NOWHERE = "http://127.0.0.1:1";

  private Path folder = Path.of("");
  private Path home = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("huodang-refused");
    folder.toFile().setExecutable(true, false);
    home = folder.resolve("home");
  }

  @AfterEach
  void deleteFolder() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  void portIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Attempt attempt = Attempt.up(Map.of(), home, taken.getLocalPort());

      assertRefused(attempt, "Port " + taken.getLocalPort() + " is taken", "--port");
    }
  }

  @Test
  void homeStaysHeldWhenItsOwnServerAsksWhoUsesIt() throws Exception {
    try (Home held = Home.open(home)) {
      long self = ProcessHandle.current().pid();
      assertThat(Home.user(held.path())).hasValue(self);
      assertThatThrownBy(() -> Home.open(home)).hasMessageContaining("Another Huodang server");

      Attempt attempt = Attempt.up(home);

      assertRefused(attempt, "Another Huodang server", home.toString(), "" + self, "--home");
    }
  }

  @Test
  void anotherServerUsesTheHome() throws Exception {
    Files.createDirectories(home);
    Path file = home.resolve("lock");
    Files.writeString(file, "4321\n");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();

      Attempt attempt = Attempt.up(home);

      assertRefused(attempt, "Another Huodang server", home.toString(), "4321", "--home");
    }
  }

  @Test
  void homeWasLaidOutByANewerVersion() throws Exception {
    Files.createDirectories(home);
    Files.writeString(home.resolve("format"), "99\n");

    Attempt attempt = Attempt.up(home);

    assertRefused(attempt, home.toString(), "newer Huodang", "99", "update");
  }

  @Test
  void registryWasWrittenByANewerVersion() throws Exception {
    RealPostgres.Database registry = RealPostgres.migrated();
    JdbcClient.create(registry.source())
        .sql(
            """
            insert into flyway_schema_history
              (installed_rank, version, description, type, script, installed_by, execution_time, success)
            values (9999, '9999', 'of the future', 'SQL', 'V9999__of_the_future.sql', 'huodang', 1, true)
            """)
        .update();

    Attempt attempt = Attempt.up(on(registry, registry.password()), home);

    assertRefused(attempt, "/" + registry.name(), "newer Huodang", "9999", "update");
  }

  @Test
  void registryDoesNotAnswer() throws Exception {
    Map<String, String> settings = index();
    settings.put("HUODANG_REGISTRY_URL", "jdbc:postgresql://127.0.0.1:1/huodang");

    Attempt attempt = Attempt.up(settings, home);

    assertRefused(
        attempt, "PostgreSQL at jdbc:postgresql://127.0.0.1:1/huodang", "huodang.registry.url");
  }

  @Test
  void registryDoesNotLetUsIn() throws Exception {
    RealPostgres.Database registry = RealPostgres.empty();

    Attempt attempt = Attempt.up(on(registry, "a-wrong-password"), home);

    assertRefused(
        attempt, "/" + registry.name(), "password authentication failed", "huodang.registry");
    assertThat(attempt.said().toString()).doesNotContain("a-wrong-password");
  }

  @Test
  void indexDoesNotAnswer() throws Exception {
    Attempt attempt = Attempt.up(Map.of("HUODANG_SEARCH_URL", NOWHERE), home);

    assertRefused(attempt, "Elasticsearch at " + NOWHERE, "huodang.search.url");
  }

  @Test
  void indexDoesNotLetUsIn() throws Exception {
    Map<String, String> settings = index();
    settings.put("HUODANG_SEARCH_PASSWORD", "a-wrong-password");

    Attempt attempt = Attempt.up(settings, home);

    assertRefused(attempt, "Elasticsearch at", "let us in", "huodang.search");
    assertThat(attempt.said().toString()).doesNotContain("a-wrong-password");
  }

  @Test
  void storeHasNoKeysOrDoesNotAnswer() throws Exception {
    RealPostgres.Database registry = RealPostgres.migrated();
    Map<String, String> settings = on(registry, registry.password());
    settings.put("HUODANG_VAULT_S3_ENDPOINT", NOWHERE);

    assertRefused(Attempt.up(settings, home), "SecretKey must not be empty", "huodang.vault.s3");

    settings.put("HUODANG_VAULT_S3_ACCESS_KEY", "invented-access");
    settings.put("HUODANG_VAULT_S3_SECRET_KEY", "invented-secret");

    assertRefused(Attempt.up(settings, home), "store at " + NOWHERE, "huodang.vault.s3");
  }

  @Test
  void trainedDataAreMissing() throws Exception {
    Map<String, String> settings = Map.of("TESSDATA_PREFIX", folder.toString());

    assertRefused(Attempt.up(settings, home), folder.toString(), "chi_sim", "TESSDATA_PREFIX");
    assertRefused(
        Attempt.script(settings, "up", "--home", home.toString()),
        folder.toString(),
        "chi_sim",
        "TESSDATA_PREFIX");
  }

  @Test
  void homeCannotBeMade() throws Exception {
    Path file = Files.createFile(folder.resolve("a-file"));

    assertRefused(Attempt.up(file.resolve("home")), file.toString(), "--home");
  }

  @Test
  void homeCannotBeWritten() throws Exception {
    if (ROOT) {
      try (SmallDisk disk = mount(16, "ro")) {
        Attempt attempt = Attempt.up(disk.root());

        assertRefused(attempt, disk.root().toString(), "Read-only", "--home");
      }
      return;
    }
    Files.createDirectory(home);
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-x------"));

    Attempt attempt = Attempt.up(home);

    assertRefused(attempt, home.toString(), "permission denied", "--home");
  }

  @Test
  void homeLiesInAFolderThatTheChildrenCannotEnter() throws Exception {
    assumeTrue(ROOT, "only root's children run as somebody else");
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    home = closed.resolve("home");

    Attempt attempt = Attempt.up(home);

    assertRefused(attempt, home.toString(), "cannot be entered by the user", "--home");
  }

  @Test
  void diskIsFull() throws Exception {
    try (SmallDisk disk = mount(64)) {
      Attempt attempt = Attempt.up(disk.root().resolve("home"));

      assertRefused(attempt, disk.root().toString(), "MB left", "make room");
    }
  }

  @Test
  void noJdk25IsInReach() throws Exception {
    Path old = folder.resolve("jdk-17");
    Files.createDirectories(old.resolve("bin"));
    Files.createFile(old.resolve("bin/javac"));
    old.resolve("bin/javac").toFile().setExecutable(true);
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.99\"\n");
    String hidden = "mount -t tmpfs none /usr/lib/jvm";
    assumeTrue(
        Attempt.of(Map.of(), List.of("unshare", "-m", "sh", "-c", hidden)).status() == 0,
        "the JDKs of this machine can only be hidden by root");

    Attempt attempt =
        Attempt.of(
            Map.of("JAVA_HOME", old.toString(), "PATH", "/usr/bin:/bin"),
            List.of("unshare", "-m", "sh", "-c", hidden + " && exec ./huodang up"));

    assertRefused(attempt, "JDK 25", old.toString(), "17.0.99", "install", "JAVA_HOME");
  }

  private static SmallDisk mount(int megabytes, String... options) throws Exception {
    Optional<SmallDisk> disk = SmallDisk.mount(megabytes, options);
    assumeTrue(disk.isPresent(), "a small disk can only be mounted by root");
    return disk.get();
  }

  private static Map<String, String> index() {
    return new HashMap<>(RealElasticsearch.indices().settings());
  }

  private static Map<String, String> on(RealPostgres.Database registry, String password) {
    Map<String, String> settings = index();
    settings.putAll(registry.settings());
    settings.put("HUODANG_REGISTRY_PASSWORD", password);
    return settings;
  }

  private static void assertRefused(Attempt attempt, String... told) {
    assertThat(attempt.status()).isNotZero();
    assertThat(attempt.said()).singleElement().asString().startsWith("huodang: ").contains(told);
  }
}
