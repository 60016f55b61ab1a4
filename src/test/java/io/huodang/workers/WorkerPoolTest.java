package io.huodang.workers;

import static io.huodang.workers.HostileWorkers.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.huodang.extraction.Derivative;
import io.huodang.extraction.PageOutcome;
import io.huodang.recognition.FileOutcome;
import io.huodang.testing.TestLogs;
import io.huodang.vocabulary.Lane;
import io.huodang.vocabulary.Sha256;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What workers may do to a server, with real child processes. */
class WorkerPoolTest {
  @TempDir static Path scratch;
  private static WorkerPool pool = HostileWorkers.pool("obeying", Map.of());

  @BeforeAll
  static void start() throws Exception {
    Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
    pool =
        HostileWorkers.pool(
            "obeying",
            Map.of("scratch", scratch.toString(), "time", "4s", "memory", "400MB", "stall", "8s"));
    pool.open();
  }

  @AfterAll
  static void stop() {
    pool.close();
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void answersWhatIsAsked() throws Exception {
    assertThat(said("hello")).isEqualTo("hello");
    assertThat(pool.status().engine()).isEqualTo("hostile");
  }

  @Test
  void handsOverPicturesAndDeletesThemWhenTheyAreKept() throws Exception {
    Path file;
    try (PageWork work = read("picture", 3)) {
      PageOutcome.Read read = (PageOutcome.Read) work.outcome();
      assertThat(read.skew()).isEqualTo(0.5);
      Derivative thumb = read.derivatives().getFirst();
      file = work.file(thumb);
      assertThat(file).hasContent("page 3");
    }

    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "kill, worker-crashed, status 137",
    "exit, worker-crashed, status 7",
    "sleep, worker-timeout, nothing done",
    "spin, worker-timeout, processor time",
    "fill the heap, worker-memory, heap",
    "take memory, worker-memory, 400 MB",
    "throw, worker-error, IllegalStateException",
    "recur, worker-error, StackOverflowError",
  })
  void losesNoMoreThanTheRequest(String order, String code, String message) throws Exception {
    long before = pool.status().faults().getOrDefault(code, 0L);

    assertThatThrownBy(() -> said(order))
        .isInstanceOfSatisfying(
            WorkerFault.class, fault -> assertThat(fault.code()).isEqualTo(code))
        .hasMessageContaining(message)
        .hasMessageNotContaining("王建国");

    assertThat(said("next")).isEqualTo("next");
    assertThat(pool.status().faults()).containsEntry(code, before + 1);
    assertThat(pool.free(Lane.HISTORY)).isEqualTo(1);
  }

  @Test
  void keepsItsChannelFromWhatIsPrinted() throws Exception {
    assertThat(said("print")).isEqualTo("printed");
  }

  @Test
  void givesWorkersNothingOfItsEnvironment() throws Exception {
    assertThat(said("environment").split(" "))
        .containsExactlyInAnyOrder("PATH", "LANG", "HOME", "OMP_THREAD_LIMIT", "MALLOC_ARENA_MAX");
  }

  @Test
  void givesWorkersTheLowestPriority() throws Exception {
    said("hello");

    String stat = Files.readString(Path.of("/proc/" + pool.pids().getFirst() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    assertThat(fields[16]).isEqualTo("19");
  }

  @Test
  void takesRightsFromWorkersWhenItIsRoot() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "not root");
    said("hello");

    String status = Files.readString(Path.of("/proc/" + pool.pids().getFirst() + "/status"));
    assertThat(status).doesNotContainPattern("Uid:.*\\b0\\b").contains("NoNewPrivs:\t1");
    assertThatThrownBy(() -> said("scribble")).hasMessageContaining("UncheckedIOException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"link", "climb", "lie", "folder"})
  void takesNoPictureThatIsNone(String trick) {
    assertThatThrownBy(() -> read(trick, 1))
        .isInstanceOfSatisfying(
            WorkerFault.class, fault -> assertThat(fault.code()).isEqualTo("worker-protocol"));
  }

  @Test
  void doesNotBlameAPageForItsMissingBytes() throws Exception {
    Map<String, Long> before = pool.status().faults();

    assertThatThrownBy(() -> pool.open(PageWorkers.Bytes.of(scratch.resolve("absent")), Lane.HALL))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(
            () ->
                pool.open(
                    () -> {
                      throw new FileNotFoundException();
                    },
                    Lane.HALL))
        .isInstanceOf(FileNotFoundException.class);

    assertThat(pool.status().faults()).isEqualTo(before);
    assertThat(pool.free(Lane.HALL)).isEqualTo(2);
  }

  @Test
  void fetchesTheBytesOfAFileOnceForAllItsPages() throws Exception {
    byte[] bytes = "many pages".getBytes(StandardCharsets.UTF_8);
    AtomicInteger fetched = new AtomicInteger();
    PageWorkers.Bytes file =
        PageWorkers.Bytes.of(
            Sha256.ofContent(bytes),
            () -> {
              fetched.incrementAndGet();
              return new ByteArrayInputStream(bytes);
            });

    pool.open(file, Lane.HISTORY);
    for (int page = 1; page <= 3; page++) {
      try (PageWork work = pool.read(file, page, Set.of("thumb"), -1, true, Lane.HISTORY)) {
        PageOutcome.Read read = (PageOutcome.Read) work.outcome();
        assertThat(work.file(read.derivatives().getFirst())).hasContent("page " + page);
      }
    }

    assertThat(fetched).hasValue(1);
  }

  @Test
  void keepsNoMoreFilesThanTheLastOnes() throws Exception {
    for (int i = 0; i < 20; i++) {
      byte[] bytes = ("file " + i).getBytes(StandardCharsets.UTF_8);
      pool.open(
          PageWorkers.Bytes.of(Sha256.ofContent(bytes), () -> new ByteArrayInputStream(bytes)),
          Lane.HISTORY);
    }

    try (Stream<Path> files = Files.walk(scratch)) {
      assertThat(
              files.filter(Files::isRegularFile).filter(file -> file.toString().contains("inputs")))
          .hasSize(8);
    }
  }

  @Test
  void endsAWorkerWhoseRequestIsGivenUp() throws Exception {
    said("hello");
    long worker = pool.pids().getFirst();
    Thread asking =
        Thread.ofVirtual()
            .start(
                () ->
                    assertThatThrownBy(() -> said("sleep"))
                        .isInstanceOf(InterruptedException.class));

    asking.interrupt();
    asking.join();

    assertThat(said("next")).isEqualTo("next");
    assertThat(ProcessHandle.of(worker).filter(ProcessHandle::isAlive))
        .satisfiesAnyOf(
            alive -> assertThat(alive).isEmpty(),
            // Interrupted before the worker was asked.
            alive -> assertThat(pool.pids()).contains(worker));
  }

  private static String said(String order) throws Exception {
    return switch (pool.open(order(order), Lane.HISTORY)) {
      case FileOutcome.Refused(String code, String text) -> text;
      case FileOutcome.Opened opened -> opened.mediaType();
      case FileOutcome.WithoutPages other -> other.mediaType();
    };
  }

  private static PageWork read(String order, int page) throws Exception {
    return pool.read(order(order), page, Set.of("thumb"), -1, true, Lane.HISTORY);
  }

  @ParameterizedTest
  @CsvSource({
    "rubbish, worker-protocol",
    "endless, worker-protocol",
    "confused, worker-protocol",
    "torn, worker-crashed",
  })
  void believesNoWorkerThatSpeaksOutOfTurn(String kind, String code) throws Exception {
    try (WorkerPool other = HostileWorkers.pool(kind, Map.of())) {
      other.open();

      assertThatThrownBy(() -> other.open(order("hello"), Lane.HALL))
          .isInstanceOfSatisfying(
              WorkerFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "old, of the protocol",
    "silent, nothing done for 2 s",
    "dead, no trained data here",
  })
  void blamesNoPageForAWorkerThatCannotStart(String kind, String why) throws Exception {
    try (WorkerPool other = HostileWorkers.pool(kind, Map.of("start", "2s"))) {
      other.open();

      assertThatThrownBy(() -> other.open(order("hello"), Lane.HALL))
          .isInstanceOf(WorkersUnavailable.class)
          .hasMessageContaining(why);

      assertThat(other.status().faults()).isEmpty();
      assertThat(other.status().trouble()).contains(why);
    }
  }

  @Test
  void replacesAWorkerAfterItsShareOfWork() throws Exception {
    try (WorkerPool other = HostileWorkers.pool("obeying", Map.of("recycle-after", "2"))) {
      other.open();
      for (int i = 0; i < 5; i++) {
        other.open(order("hello"), Lane.HISTORY);
      }

      assertThat(other.status().recycled()).isEqualTo(2);
      assertThat(other.status().started()).isEqualTo(3);
    }
  }

  @Test
  void keepsASlotForTheHall() throws Exception {
    try (WorkerPool other = HostileWorkers.pool("obeying", Map.of())) {
      other.open();
      CountDownLatch taken = new CountDownLatch(1);
      CountDownLatch hallIsDone = new CountDownLatch(1);
      Thread history =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      other.open(
                          () -> {
                            taken.countDown();
                            await(hallIsDone);
                            return order("late").open();
                          },
                          Lane.HISTORY);
                    } catch (Exception e) {
                      throw new AssertionError(e);
                    }
                  });
      taken.await();

      assertThat(other.free(Lane.HISTORY)).isZero();
      assertThat(other.free(Lane.EMPLOYER)).isZero();
      assertThat(other.free(Lane.HALL)).isEqualTo(1);
      assertThat(other.open(order("now"), Lane.HALL)).isInstanceOf(FileOutcome.Refused.class);
      hallIsDone.countDown();
      history.join();
      assertThat(other.free(Lane.HALL)).isEqualTo(2);
    }
  }

  @Test
  void letsWorkersEndThatHaveNothingToDo() throws Exception {
    try (WorkerPool other = HostileWorkers.pool("obeying", Map.of("slots", "2", "idle", "100ms"))) {
      other.open();
      List<CompletableFuture<ProcessHandle>> ends = new ArrayList<>();
      other.open(
          () -> {
            // One slot is taken by us: this request is for the other.
            inPlace(() -> other.open(order("hello"), Lane.HISTORY));
            other.pids().forEach(pid -> ProcessHandle.of(pid).ifPresent(p -> ends.add(p.onExit())));
            return order("hello").open();
          },
          Lane.HISTORY);

      CompletableFuture.anyOf(ends.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
      assertThat(other.open(order("hello"), Lane.HISTORY)).isNotNull();
      assertThat(other.status().faults()).isEmpty();
    }
  }

  private static void inPlace(Callable<?> call) {
    try {
      call.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void endsItsWorkersWhenItStops() throws Exception {
    Path place = Files.createDirectory(scratch.resolve("stopping"));
    WorkerPool other = HostileWorkers.pool("obeying", Map.of("scratch", place.toString()));
    other.open();
    other.open(order("hello"), Lane.HALL);
    List<ProcessHandle> workers =
        other.pids().stream().flatMap(pid -> ProcessHandle.of(pid).stream()).toList();

    other.close();

    assertThat(workers).isNotEmpty();
    for (ProcessHandle worker : workers) {
      worker.onExit().get(30, TimeUnit.SECONDS);
    }
    assertThat(place).isEmptyDirectory();
    assertThatThrownBy(() -> other.open(order("hello"), Lane.HALL))
        .isInstanceOf(WorkersUnavailable.class);
    Files.delete(place);
  }

  @Test
  void leavesNoWorkerAndNoScratchBehindWhenItsServerIsKilled() throws Exception {
    Path place = Files.createDirectory(scratch.resolve("killed"));
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                HostileWorkerProcess.Server.class.getName(),
                place.toString())
            .redirectError(TestLogs.fileFor("worker-server").toFile())
            .start();
    try (BufferedReader said = server.inputReader()) {
      String line = said.readLine();
      while (line != null && !line.matches("\\d+")) {
        line = said.readLine();
      }
      ProcessHandle worker = ProcessHandle.of(Long.parseLong(String.valueOf(line))).orElseThrow();

      server.destroyForcibly().waitFor();

      worker.onExit().get(30, TimeUnit.SECONDS);
    }
    assertThat(place).isNotEmptyDirectory();
    Scratch.make(place, Optional.empty()).close();
    assertThat(place).isEmptyDirectory();
    Files.delete(place);
  }
}
