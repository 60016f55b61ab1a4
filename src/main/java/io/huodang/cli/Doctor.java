package io.huodang.cli;

import io.huodang.extraction.DocumentTypes;
import io.huodang.extraction.FormReader;
import io.huodang.local.Components;
import io.huodang.local.HomeExamination;
import io.huodang.recognition.TrainedData;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code doctor}: looks for what would hinder a server, and changes nothing. */
@Command(
    name = "doctor",
    description = {
      "Looks for what would hinder a server: JDK, Tesseract, document types, programs, home, disk.",
      "Changes nothing. Its exit status is 1 when something was found."
    },
    mixinStandardHelpOptions = true)
public final class Doctor implements Callable<Integer> {
  private static final int JDK = 25;

  @Mixin private HomeOption home = new HomeOption();

  @Option(
      names = "--document-types",
      paramLabel = "DIR",
      description = "Look at the document types of this folder instead of the installed ones.")
  private Path documentTypes = Installation.folder("ingest/document-types");

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  private final List<Check> checks = new ArrayList<>();

  /**
   * Something that was looked at.
   *
   * @param found what is there, when all is well
   * @param findings what is wrong and what to do; empty when all is well
   */
  record Check(String what, String found, List<String> findings) {}

  private interface Look {
    String at() throws IOException;
  }

  @Override
  public Integer call() {
    look("JDK", Doctor::jdk);
    look("Tesseract's data", () -> TrainedData.find().toString());
    findings("document types", documentTypes.toString(), DocumentTypes.findings(documentTypes));
    if (checks.stream().allMatch(check -> check.findings.isEmpty())) {
      look("engine", this::engine);
    }
    look("programs", Doctor::programs);
    HomeExamination examined = HomeExamination.of(home.path());
    findings("home", examined.found(), examined.findings());
    print();
    return checks.stream().allMatch(check -> check.findings.isEmpty()) ? 0 : 1;
  }

  private void look(String what, Look look) {
    try {
      checks.add(new Check(what, look.at(), List.of()));
    } catch (Refusal | IOException | IllegalStateException e) {
      checks.add(new Check(what, "", List.of(String.valueOf(e.getMessage()))));
    }
  }

  private void findings(String what, String found, List<String> findings) {
    checks.add(new Check(what, found, findings));
  }

  private static String jdk() {
    Runtime.Version version = Runtime.version();
    if (version.feature() < JDK) {
      throw new Refusal(
          "jdk-too-old",
          "Java %s runs here; a JDK %d is needed: install one, or set JAVA_HOME"
              .formatted(version, JDK));
    }
    return version + " in " + System.getProperty("java.home");
  }

  private String engine() {
    try (FormReader reader = FormReader.load(TrainedData.find(), documentTypes)) {
      return reader.engine();
    }
  }

  private static String programs() {
    Path archives = Components.ofThisInstallation().archives();
    if (!Files.isDirectory(archives)) {
      throw new Refusal(
          "programs-missing",
          "PostgreSQL and Elasticsearch were expected in %s; ./huodang status builds them anew"
              .formatted(archives));
    }
    return archives.toString();
  }

  private void print() {
    if (json) {
      System.out.println(JsonMapper.shared().writeValueAsString(checks));
      return;
    }
    for (Check check : checks) {
      if (check.findings.isEmpty()) {
        System.out.printf("ok     %s: %s%n", check.what, check.found);
      }
      check.findings.forEach(finding -> System.out.printf("WRONG  %s: %s%n", check.what, finding));
    }
  }
}
