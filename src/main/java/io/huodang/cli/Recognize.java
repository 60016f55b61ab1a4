package io.huodang.cli;

import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code recognize}: recognition and extraction alone, without a server. */
@Command(
    name = "recognize",
    description = "Reads scanned forms and writes what they say as JSON, without a server.",
    mixinStandardHelpOptions = true)
public final class Recognize implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders of files.")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--out", required = true, paramLabel = "FILE.json", description = "The result.")
  private Path out = Path.of("");

  @Option(
      names = "--roster",
      paramLabel = "FILE.csv",
      description = "Persons known to the agency (姓名, 身份证号, 参保号): settles doubtful readings.")
  private @Nullable Path roster;

  @Option(
      names = "--debug",
      paramLabel = "DIR",
      description = "Leaves the cleaned page and its layout as pictures.")
  private @Nullable Path debug;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Pages at a time; as many as there are cores unless given.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException {
    try {
      List<Path> files = files();
      KnownPersons known = roster == null ? KnownPersons.none() : KnownPersons.read(roster);
      try (Readers readers = Readers.load(Math.max(1, threads), debug)) {
        Recognition recognition = new Recognition(readers, known).of(files);
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValue(out.toFile(), recognition.report());
        System.err.println(recognition.summary());
      }
      return 0;
    } catch (Refusal e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new Refusal("no-such-file", path + " does not exist.");
      }
      try (Stream<Path> below = Files.walk(path)) {
        below
            .filter(Files::isRegularFile)
            .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }
}
