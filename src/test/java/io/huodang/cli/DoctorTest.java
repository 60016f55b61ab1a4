package io.huodang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DoctorTest {
  @TempDir Path directory;

  private Path home = Path.of("");
  private Path types = Path.of("");

  @BeforeEach
  void copyTheDocumentTypes() throws IOException {
    directory.toFile().setExecutable(true, false);
    home = directory.resolve("home");
    types = Files.createDirectory(directory.resolve("document-types"));
    Files.copy(Path.of("ingest/document-types/general.yaml"), types.resolve("general.yaml"));
  }

  @Test
  void findsNothingWrongWhereAServerCouldStartAndMakesNoHome() {
    Told told = examine();

    assertThat(told.text).contains("ok     engine: tesseract").doesNotContain("WRONG");
    assertThat(told.status).isZero();
    assertThat(home).doesNotExist();
  }

  @Test
  void namesFileAndLineOfAWrongDocumentType() throws IOException {
    Files.writeString(
        types.resolve("mine.yaml"),
        "code: mine\nname: {zh: 我的, en: Mine}\nheadings: [我的表]\ncategory: pensions\n");

    Told told = examine();

    assertThat(told.text)
        .contains("WRONG  document types: mine.yaml, line 4: there is no category 'pensions'");
    assertThat(told.status).isEqualTo(1);
  }

  @Test
  void warnsOfAHomeThatANewerProgramWrote() throws IOException {
    Files.createDirectory(home);
    Files.writeString(home.resolve("format"), "99\n");

    Told told = examine();

    assertThat(told.text).contains("WRONG  home: ").contains("written by a newer Huodang");
    assertThat(told.status).isEqualTo(1);
  }

  private record Told(int status, String text) {}

  private Told examine() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      int status =
          new CommandLine(new Doctor())
              .execute("--home", home.toString(), "--document-types", types.toString());
      return new Told(status, out.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }
}
