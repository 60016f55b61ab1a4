package io.huodang.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code reindex}: fills the index anew from the registry while the present one answers. */
@Command(
    name = "reindex",
    description = {
      "Fills the index anew from the registry and the vault, while searches go on.",
      "It is compared with the registry before it answers; the one before is kept.",
      "Stopping this command does not stop the work; calling it again follows it."
    },
    mixinStandardHelpOptions = true)
final class Reindex implements Callable<Integer> {
  @Mixin private HomeOption home = new HomeOption();

  @Option(
      names = "--back",
      description =
          "Lets the index that was kept answer again; it catches up with what changed before.")
  private boolean back;

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Server server = Server.of(home.path());
    ProgressBar bar = new ProgressBar();
    String waitsFor = "";
    JsonNode state = server.post(back ? "/reindex/back" : "/reindex", null);
    while (!state.path("state").asString().equals("done")) {
      Thread.sleep(300);
      state = server.get("/reindex");
      show(state, bar);
      if (!state.path("waitsFor").asString("").equals(waitsFor)) {
        waitsFor = state.path("waitsFor").asString("");
        bar.end();
        System.err.println(waitsFor.isEmpty() ? "It goes on." : waitsFor);
      }
    }
    bar.end();
    System.out.println(json ? state : outcome(state));
    return state.path("refused").asLong() == 0 ? 0 : 1;
  }

  private static void show(JsonNode state, ProgressBar bar) {
    boolean compares = state.path("state").asString().equals("comparing");
    int all = Math.max(1, state.path("subjects").asInt());
    int done = state.path(compares ? "compared" : "filled").asInt();
    bar.show(
        compares ? "persons and items are compared" : "persons and items are filled",
        Math.min(all, done),
        all);
  }

  private static String outcome(JsonNode state) {
    return (state.path("back").asBoolean()
            ? "The index that was kept answers again: "
            : "The index was filled anew with %d persons and items: "
                .formatted(state.path("filled").asLong()))
        + "%d were compared with the registry, of which %d were written again; %d were refused"
            .formatted(
                state.path("compared").asLong(),
                state.path("mended").asLong(),
                state.path("refused").asLong());
  }
}
