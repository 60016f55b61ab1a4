package io.huodang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huodang.recognition.InventedForm;
import io.huodang.testing.FormBatch;
import io.huodang.testing.HuodangCommand;
import io.huodang.testing.ServerProcess;
import io.huodang.vocabulary.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * An operator's care for a service that works: verify, reindex, backup, and a rehearsed restore.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpkeepTest {
  private static final Map<String, String> AT_ONCE =
      Map.of("HUODANG_PRESERVATION_MANIFEST_AFTER", "0s", "HUODANG_OPERATIONS_FRESH", "0s");

  private static Path folder = Path.of("");
  private static ServerProcess server;
  private static FormBatch first;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(InventedForm.font().isPresent(), "no Chinese font is installed to draw forms with");
    folder = Files.createTempDirectory("huodang-upkeep");
    folder.toFile().setExecutable(true, false);
    server = ServerProcess.up(AT_ONCE, home());
    first = FormBatch.open(server, 2, 900);
    first.deliver(server, 0, 2);
    first.seal(server);
    first.assertEachIsFoundOnce(server);
    server.awaitDescribed();
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  @Order(1)
  void verifyFindsNothingWrongWithAServiceThatIsWell() throws Exception {
    HuodangCommand verified = verify(home());

    assertThat(verified.json().get("findings")).isEmpty();
    assertThat(verified.status()).isZero();
    JsonNode checked = verified.json().at("/verification/checked");
    assertThat(checked.get("masters").asInt()).isEqualTo(2);
    assertThat(checked.get("page-texts").asInt()).isEqualTo(2);
    assertThat(checked.get("pictures").asInt()).isEqualTo(4);
    assertThat(checked.get("manifests").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(checked.get("index").asInt()).isGreaterThanOrEqualTo(4);
    assertThat(checked.get("audit").asInt()).isPositive();
  }

  @Test
  @Order(2)
  void verifyNamesWhatIsMissingDamagedOrUnknownAndMendsPictures() throws Exception {
    List<Path> masters = files("vault/master");
    byte[] whole = Files.readAllBytes(masters.get(0));
    byte[] damaged = whole.clone();
    damaged[damaged.length / 2] ^= 1;
    Files.write(masters.get(0), damaged);
    byte[] gone = Files.readAllBytes(masters.get(1));
    Files.delete(masters.get(1));
    Path text = files("vault/page-text").getFirst();
    byte[] textBytes = Files.readAllBytes(text);
    Files.write(text, new byte[] {1, 2, 3});
    Path picture = files("derivatives/derivative").getFirst();
    byte[] pictureBytes = Files.readAllBytes(picture);
    pictureBytes[9] ^= 1;
    Files.write(picture, pictureBytes);
    Path stranger = stranger();

    HuodangCommand verified = verify(home());

    assertThat(verified.status()).isEqualTo(1);
    assertThat(findings(verified))
        .containsExactlyInAnyOrder(
            "master-damaged " + masters.get(0).getFileName(),
            "master-missing " + masters.get(1).getFileName(),
            "page-text-damaged " + text.getFileName(),
            "picture-damaged " + picture.getFileName(),
            "master-unknown " + stranger.getFileName());
    for (JsonNode finding : verified.json().get("findings")) {
      assertThat(finding.get("scanFileId").isNull())
          .isEqualTo(finding.get("code").asString().equals("master-unknown"));
      assertThat(finding.get("text").asString()).isNotBlank();
    }
    assertThat(picture).doesNotExist();

    Files.write(masters.get(0), whole);
    Files.write(masters.get(1), gone);
    Files.write(text, textBytes);
    Files.delete(stranger);
    assertThat(verify(home()).status()).isZero();
    assertThat(first.pictureOfFirst(server)).isNotEmpty();
  }

  @Test
  @Order(3)
  void reindexFillsTheIndexAnew() throws Exception {
    HuodangCommand reindexed = HuodangCommand.run("reindex", "--json", "--home", home().toString());

    assertThat(reindexed.status()).isZero();
    assertThat(reindexed.json().get("filled").asInt()).isGreaterThanOrEqualTo(4);
    first.assertEachIsFoundOnce(server);
    assertThat(verify(home()).status()).isZero();

    HuodangCommand back =
        HuodangCommand.run("reindex", "--back", "--json", "--home", home().toString());

    assertThat(back.status()).isZero();
    assertThat(back.json().get("back").asBoolean()).isTrue();
    assertThat(back.json().get("compared").asInt()).isGreaterThanOrEqualTo(4);
    first.assertEachIsFoundOnce(server);
    assertThat(verify(home()).status()).isZero();
  }

  @Test
  @Order(4)
  void whatWasBackedUpWhileFilesCameInIsRestoredWhole() throws Exception {
    Path backups = folder.resolve("backups");
    FormBatch second = FormBatch.open(server, 6, 950);
    second.deliver(server, 0, 2);
    second.awaitRead(server, 1);
    Process backup = startBackup(backups);
    second.deliver(server, 2, 4);
    HuodangCommand made = HuodangCommand.end(backup);
    assertThat(made.status()).as(made.said()).isZero();
    second.deliver(server, 4, 6);
    second.seal(server);
    second.assertEachIsFoundOnce(server);

    Path elsewhere = folder.resolve("elsewhere");
    HuodangCommand restored = restore(backups, elsewhere);
    assertThat(restored.status()).as(restored.said()).isZero();

    try (ServerProcess again = ServerProcess.up(elsewhere)) {
      // Senders try again what they have no receipt for, here or there.
      second.deliver(again, 0, 6);
      second.seal(again);
      second.assertEachIsFoundOnce(again);
      first.assertEachIsFoundOnce(again);
      assertThat(first.pictureOfFirst(again)).isNotEmpty();
      HuodangCommand verified = verify(elsewhere);
      assertThat(verified.json().get("findings")).isEmpty();
      assertThat(verified.status()).isZero();
    }
  }

  @Test
  @Order(5)
  void nextBackupCopiesOnlyWhatIsNewAlsoAfterOneThatWasKilled() throws Exception {
    Path backups = folder.resolve("backups");
    Process killed = startBackup(backups);
    while (killed.isAlive() && !Files.exists(backups.resolve("backups/.part"))) {
      Thread.onSpinWait();
    }
    killed.destroyForcibly().waitFor();
    List<String> before = names(backups);

    HuodangCommand made = HuodangCommand.end(startBackup(backups));
    HuodangCommand next = HuodangCommand.end(startBackup(backups));

    assertThat(made.status()).as(made.said()).isZero();
    assertThat(next.json().at("/backup/copied").asInt()).isZero();
    assertThat(next.json().at("/backup/objects").asInt())
        .as("8 masters, 8 page texts, and manifests")
        .isGreaterThan(16);
    assertThat(names(backups)).containsAll(before).hasSize(before.size() + 2);

    HuodangCommand withPictures =
        HuodangCommand.run(
            "backup", backups.toString(), "--pictures", "--json", "--home", home().toString());

    assertThat(withPictures.json().at("/backup/copied").asInt()).isGreaterThanOrEqualTo(16);
  }

  @Test
  @Order(6)
  void restoreRefusesAHomeThatIsNotEmptyAndABackupThatHasChanged() throws Exception {
    Path backups = folder.resolve("backups");
    assertThat(restore(backups, home()).status()).isEqualTo(1);
    Path occupied = Files.createDirectory(folder.resolve("occupied"));
    Files.writeString(occupied.resolve("letter"), "mine");
    assertThat(restore(backups, occupied).status()).isEqualTo(1);
    assertThat(occupied.resolve("letter")).hasContent("mine");

    Path newest = backups.resolve("backups").resolve(names(backups).getLast());
    Files.writeString(newest.resolve("item.copy.gz"), "changed");

    assertThat(restore(backups, folder.resolve("third")).status()).isEqualTo(1);
    HuodangCommand up = HuodangCommand.run("up", "--home", folder.resolve("third").toString());
    assertThat(up.status()).as("nothing starts on half a restore").isEqualTo(1);
    HuodangCommand again =
        HuodangCommand.run(
            "restore",
            backups.toString(),
            "--backup",
            names(backups).getFirst(),
            "--home",
            folder.resolve("third").toString());
    assertThat(again.status()).as("begun again").isZero();
  }

  @Test
  @Order(7)
  void aLostRegistryIsMadeAgainFromTheVaultAlone() throws Exception {
    FormBatch third = FormBatch.open(server, 3, 990);
    third.deliver(server, 0, 3);
    third.seal(server);
    third.assertEachIsFoundOnce(server);
    List<String> items = new ArrayList<>(third.items(server));
    server.change(
        "PATCH",
        "/items/" + items.get(0),
        "{\"title\":\"审批表\",\"fileNumber\":\"0001-2026-7\",\"reason\":\"as on the paper\"}");
    String link =
        server.call("GET", "/items/" + items.get(1), "").at("/people/0/linkId").asString();
    server.change("PATCH", "/links/" + link, "{\"state\":\"rejected\",\"reason\":\"another\"}");
    server.change("POST", "/items/" + items.get(2) + "/remove", "{\"reason\":\"twice\"}");
    server.awaitDescribed();
    items.remove(2);
    items.addAll(first.items(server));
    Map<String, String> before = seen(third, items);
    server.close();
    assertThat(restoreFromVault().status()).as("a registry is there").isEqualTo(1);
    FileSystemUtils.deleteRecursively(home().resolve("postgresql"));

    HuodangCommand restored = restoreFromVault();
    server = ServerProcess.up(AT_ONCE, home());

    assertThat(restored.status()).as(restored.said()).isZero();
    assertThat(restored.json().at("/restored/rows/item").asInt()).isGreaterThanOrEqualTo(5);
    assertThat(seen(third, items)).isEqualTo(before);
    server.awaitDescribed();
    HuodangCommand.run("reindex", "--json", "--home", home().toString());
    first.assertEachIsFoundOnce(server);
    assertThat(first.pictureOfFirst(server)).isNotEmpty();
    HuodangCommand verified = verify(home());
    assertThat(verified.json().get("findings")).isEmpty();
    assertThat(verified.status()).isZero();
  }

  private static HuodangCommand restoreFromVault() throws Exception {
    return HuodangCommand.run("restore", "--from-vault", "--json", "--home", home().toString());
  }

  /** What people see of these items, of whom they are about, of the batch and of the bin. */
  private static Map<String, String> seen(FormBatch batch, List<String> items) {
    Map<String, String> seen = new TreeMap<>();
    List<String> paths = new ArrayList<>(List.of(batch.path(), "/bin"));
    for (String id : items) {
      String item = "/items/" + id;
      JsonNode opened = server.call("GET", item, "");
      paths.addAll(List.of(item, item + "/fields", item + "/history"));
      opened.get("pages").forEach(page -> paths.add("/pages/" + page.asString() + "/text"));
      for (JsonNode one : opened.get("people")) {
        String person = "/people/" + one.get("id").asString();
        paths.addAll(List.of(person, person + "/items", person + "/history"));
      }
    }
    // The driver reads the same four bytes of a confidence with more or fewer digits.
    paths.forEach(
        path ->
            seen.put(
                path,
                server.call("GET", path, "").toString().replaceAll("\"confidence\":[0-9.]+", "")));
    return seen;
  }

  private static Path home() {
    return folder.resolve("home");
  }

  private static Process startBackup(Path backups) throws IOException {
    return HuodangCommand.start(
        Map.of(), "backup", backups.toString(), "--json", "--home", home().toString());
  }

  private static HuodangCommand restore(Path backups, Path to) throws Exception {
    return HuodangCommand.run("restore", backups.toString(), "--home", to.toString());
  }

  private static HuodangCommand verify(Path home) throws Exception {
    return HuodangCommand.run("verify", "--json", "--home", home.toString());
  }

  private static List<String> findings(HuodangCommand verified) {
    List<String> findings = new ArrayList<>();
    for (JsonNode finding : verified.json().get("findings")) {
      findings.add(finding.get("code").asString() + " " + finding.get("sha256").asString());
    }
    return findings;
  }

  private static List<Path> files(String below) throws IOException {
    try (Stream<Path> files = Files.walk(home().resolve(below))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<String> names(Path backups) throws IOException {
    try (Stream<Path> all = Files.list(backups.resolve("backups"))) {
      return all.map(one -> one.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }

  /** Bytes that nobody delivered, where the vault keeps masters. */
  private static Path stranger() throws IOException {
    byte[] bytes = "nobody delivered this".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    String hash = Sha256.ofContent(bytes).hex();
    Path place =
        home()
            .resolve("vault/master")
            .resolve(hash.substring(0, 2))
            .resolve(hash.substring(2, 4))
            .resolve(hash);
    Files.createDirectories(place.getParent());
    return Files.write(place, bytes);
  }
}
