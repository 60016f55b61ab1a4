package io.huodang.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.LogLine;
import io.huodang.vocabulary.CitizenId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate is one that can fail. */
class LogGateTest {
  private static final String SEVENTEEN = "37108119600101123";
  private static final String ID = SEVENTEEN + CitizenId.checkOf(SEVENTEEN);

  @TempDir Path folder;

  @Test
  void namesFileAndLineAndNeverTheNumber() throws IOException {
    Path log = Files.writeString(folder.resolve("server.log"), "one\ntwo\nfor " + ID + "\nfour\n");

    List<LogGate.Leak> leaks = LogGate.leaksOf(log);

    assertThat(leaks).singleElement().isEqualTo(new LogGate.Leak(log, 3));
    assertThat(leaks.toString()).contains("server.log:3").doesNotContain(ID);
  }

  @Test
  void aNumberThatWasOnlyWithheldIsFoundToo() throws IOException {
    Path log = Files.writeString(folder.resolve("server.log"), "for " + LogLine.WITHHELD + "\n");

    assertThat(LogGate.leaksOf(log)).hasSize(1);
  }

  @Test
  void looksIntoPackedLogsAndThroughBytesThatAreNoText() throws IOException {
    Path packed = folder.resolve("elasticsearch-1.log.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
      out.write(("for " + ID + "\n").getBytes(StandardCharsets.UTF_8));
    }

    assertThat(LogGate.leaksOf(packed)).singleElement().isEqualTo(new LogGate.Leak(packed, 2));
  }

  @Test
  void aCleanLogPasses() throws IOException {
    Path log =
        Files.writeString(
            folder.resolve("server.log"),
            "371081********123X, 01a20e2d-fe05-7b32-aa6c-767a54f84163\n");

    assertThat(LogGate.leaksOf(log)).isEmpty();
    assertThat(LogGate.filesBelow(folder)).containsExactly(log);
  }

  @Test
  void endsWithOneForALeakAndWithTwoWhenThereIsNothingToLookAt() throws Exception {
    Path clean = Files.createDirectory(folder.resolve("clean"));
    Files.writeString(clean.resolve("a.log"), "nothing\n");
    Path leaky = Files.createDirectory(folder.resolve("leaky"));
    Files.writeString(leaky.resolve("a.log"), ID + "\n");

    assertThat(run(clean.toString())).isZero();
    assertThat(run(clean.toString(), leaky.toString())).isEqualTo(1);
    assertThat(run(folder.resolve("none").toString())).isEqualTo(2);
  }

  private static int run(String... places) throws Exception {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                "target/test-classes:target/classes",
                LogGate.class.getName()));
    command.addAll(List.of(places));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
