package io.huodang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.access.Rights;
import io.huodang.access.Users;
import io.huodang.audit.Audit;
import io.huodang.web.FrontOfHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = FrontOfHouse.class)
class WatchedFolderTest {
  private static final Duration SETTLE = Duration.ofSeconds(5);
  private static final Duration SEAL_AFTER = Duration.ofMinutes(10);

  @TempDir static Path home;
  @TempDir Path folder = Path.of("");

  @Autowired Intake intake;
  @Autowired Batches batches;
  @Autowired ScanFiles files;
  @Autowired WatchedDeliveries deliveries;
  @Autowired WatchedFailures failures;
  @Autowired JdbcClient jdbc;
  @Autowired Users users;
  @Autowired Audit audit;
  @Autowired MessageSource messages;

  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private WatchedFolder watched;

  @DynamicPropertySource
  static void registry(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
    properties.add("huodang.intake.largest-file", () -> "1MB");
  }

  @BeforeEach
  void watch() {
    watched = watching(SEAL_AFTER);
  }

  @Test
  void aFolderIsTakenInWhenAllItsFilesHaveSettled() throws IOException {
    write("box/2.tif", "two");
    write("box/sub/1.tif", "one");
    watched.look();
    now = now.plus(SETTLE.minusSeconds(1));
    append("box/2.tif", " and more");
    watched.look();
    now = now.plusSeconds(1);
    watched.look();
    assertThat(folder.resolve("box/2.tif")).as("the second file still grew").exists();

    now = now.plus(SETTLE);
    watched.look();

    assertThat(folder.resolve("box")).doesNotExist();
    Batch batch = newest();
    assertThat(batch.title()).isEqualTo("box");
    assertThat(batch.state()).isEqualTo(Batch.State.SEALED);
    assertThat(files.ofBatch(batch.id(), null, 10))
        .extracting(ScanFile::path)
        .containsExactly("box/2.tif", "box/sub/1.tif");
  }

  @Test
  void looseFilesShareABatchThatIsSealedWhenNoMoreCome() throws IOException {
    write("a.tif", "a");
    settle();
    write("b.tif", "b");
    settle();

    Batch batch = newest();
    assertThat(batch.files().received()).isEqualTo(2);
    assertThat(batch.state()).isEqualTo(Batch.State.OPEN);

    watching(Duration.ZERO).look();
    assertThat(newest().state()).isEqualTo(Batch.State.SEALED);
  }

  @Test
  void whatCannotBeTakenInStaysWithANoteAndKeepsTheBatchOpen() throws IOException {
    write("box2/1.tif", "one");
    Files.write(folder.resolve("box2/large.tif"), new byte[1_100_000]);
    Files.createSymbolicLink(folder.resolve("box2/link.tif"), Path.of("/etc/hostname"));
    settle();
    settle();

    assertThat(folder.resolve("box2/1.tif")).doesNotExist();
    assertThat(folder.resolve("box2/large.tif.failed")).content().contains("1 MB");
    assertThat(folder.resolve("box2/link.tif.failed")).content().contains("link");
    assertThat(newest().state()).isEqualTo(Batch.State.OPEN);
    assertThat(failed())
        .containsExactly("box2/large.tif file-too-large", "box2/link.tif no-plain-file");

    Files.delete(folder.resolve("box2/link.tif"));
    settle();
    assertThat(failed()).as("gone").containsExactly("box2/large.tif file-too-large");
    Files.delete(folder.resolve("box2/large.tif"));
    Files.delete(folder.resolve("box2/large.tif.failed"));
    Files.delete(folder.resolve("box2/link.tif.failed"));
    settle();
    assertThat(newest().state()).as("what was wrong is gone").isEqualTo(Batch.State.SEALED);
    assertThat(newest().files().received()).isEqualTo(1);
    assertThat(failed()).isEmpty();
  }

  @Test
  void aFileWhoseRemovalWasCutOffIsNotTakenInTwice() throws IOException {
    write("box3/1.tif", "one");
    Files.write(folder.resolve("box3/large.tif"), new byte[1_200_000]);
    FileTime written = Files.getLastModifiedTime(folder.resolve("box3/1.tif"));
    settle();
    UUID batch = newest().id();

    write("box3/1.tif", "one");
    Files.setLastModifiedTime(folder.resolve("box3/1.tif"), written);
    watched = watching(SEAL_AFTER);
    settle();

    assertThat(folder.resolve("box3/1.tif")).doesNotExist();
    assertThat(newest().id()).isEqualTo(batch);
    assertThat(files.ofBatch(batch, null, 10)).hasSize(1);
  }

  @Test
  void litterAndUnfinishedFilesAreLeftAlone() throws IOException {
    for (String name : List.of("Thumbs.db", ".hidden.tif", "a.tif.part", "b.tmp", "c.tif~")) {
      write(name, "x");
    }
    int before = batches.newest(new Rights.Everything(), null, 100).size();
    settle();

    assertThat(batches.newest(new Rights.Everything(), null, 100)).hasSize(before);
    assertThat(folder.resolve("Thumbs.db")).exists();
  }

  private List<String> failed() {
    return jdbc.sql(
            """
            select path || ' ' || reason_code from watched_failure
            where folder = :folder and dismissed_at is null order by path
            """)
        .param("folder", folder.toString())
        .query((row, n) -> row.getString(1))
        .list();
  }

  private WatchedFolder watching(Duration sealAfter) {
    return new WatchedFolder(
        new IntakeSettings.Watched(
            folder,
            Batch.Source.VENDOR,
            Arrangement.FILE_IS_ITEM,
            SETTLE,
            Duration.ofSeconds(2),
            sealAfter),
        intake,
        batches,
        deliveries,
        failures,
        users,
        audit,
        messages,
        () -> now);
  }

  private void settle() throws IOException {
    watched.look();
    now = now.plus(SETTLE);
    watched.look();
  }

  private Batch newest() {
    return batches.newest(new Rights.Everything(), null, 1).getFirst();
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.writeString(folder.resolve(path), text);
  }

  private void append(String path, String text) throws IOException {
    Files.writeString(folder.resolve(path), text, StandardOpenOption.APPEND);
  }
}
