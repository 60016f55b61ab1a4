package io.huodang.cli;

import io.huodang.vocabulary.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code roster}: the agency's list of persons. */
@Command(
    name = "roster",
    description = "The agency's list of persons (参保名册).",
    subcommands = RosterCommand.Import.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class RosterCommand {
  private static final Set<String> UNDER_WAY = Set.of("reading", "comparing", "applying");

  private RosterCommand() {}

  /** Whether an import goes on. */
  static boolean isUnderWay(JsonNode roster) {
    return UNDER_WAY.contains(roster.path("state").asString());
  }

  /** {@code roster import}: what differs from the last roster, and then the registry knows it. */
  @Command(
      name = "import",
      description = {
        "Imports a roster: CSV in UTF-8 or GB18030 whose headings name 姓名 and 身份证号 or 个人编号.",
        "Importing the same file again changes nothing."
      },
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {
    @Mixin private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "FILE.csv", description = "The roster.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Shows what would change, and changes nothing.")
    private boolean dryRun;

    @Option(names = "--wait", description = "End when everyone is findable.")
    private boolean wait;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      if (!Files.isRegularFile(file)) {
        throw new Refusal("no-such-file", file + " is not a file");
      }
      Server server = Server.of(home.path());
      JsonNode state = server.postRoster(file, dryRun);
      String path = "/roster/imports/" + state.path("id").asString();
      while (isUnderWay(state) || wait && state.path("notYetFindable").asInt() > 0) {
        Thread.sleep(300);
        state = server.get(path);
        progress(state);
      }
      System.err.println();
      if (state.path("reason").isObject()) {
        throw new Refusal(state.at("/reason/code").asString(), state.at("/reason/text").asString());
      }
      if (json) {
        System.out.println(state);
      } else {
        RosterReport.print(state, server.get(path + "/remarks"));
      }
      return 0;
    }

    private static void progress(JsonNode state) {
      int persons = state.path("persons").asInt();
      String what =
          switch (state.path("state").asString()) {
            case "reading" -> "reading";
            case "comparing" -> "comparing";
            case "applying" ->
                "applied %d of %d"
                    .formatted(
                        state.path("applied").asInt(), persons - state.path("unchanged").asInt());
            default ->
                "%d persons not yet findable".formatted(state.path("notYetFindable").asInt());
          };
      System.err.printf("\r%-60s", what);
    }
  }
}
