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
      description = {
        "Leaves a picture of each step of each page there, and what was read with pieces of the",
        "pages as index.html."
      })
  private @Nullable Path debug;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = {
        "With --debug: what stands on the pages (as 'bench samples' writes it, or JSON by page",
        "name); truth.json of a folder is taken by itself."
      })
  private @Nullable Path truth;

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
      DebugFolder folder = debug == null ? null : DebugFolder.of(debug, files);
      Truth told = debug == null ? Truth.NONE : Truth.of(paths, truth);
      try (Readers readers = Readers.load(Math.max(1, threads))) {
        Recognition recognition = new Recognition(readers, known, folder).of(files);
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValue(out.toFile(), recognition.report());
        System.err.println(recognition.summary());
        if (folder != null) {
          Path page = new ReadingReport(folder, told, known).write(recognition);
          System.err.println("What was seen: " + page);
        }
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
            .filter(file -> debug == null || !whole(file).startsWith(whole(debug)))
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }

  private static Path whole(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
