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
      "Stopping this command does not stop the work; calling it again follows it."
    },
    mixinStandardHelpOptions = true)
final class Reindex implements Callable<Integer> {
  @Mixin private HomeOption home = new HomeOption();

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Server server = Server.of(home.path());
    ProgressBar bar = new ProgressBar();
    JsonNode state = server.post("/reindex", null);
    while (!state.path("state").asString().equals("done")) {
      Thread.sleep(300);
      state = server.get("/reindex");
      int all = Math.max(1, state.path("subjects").asInt());
      bar.show("persons and items", Math.min(all, state.path("filled").asInt()), all);
    }
    bar.end();
    if (json) {
      System.out.println(state);
    } else {
      System.out.printf(
          "The index was filled anew with %d persons and items; %d were refused%n",
          state.path("filled").asLong(), state.path("refused").asLong());
    }
    return state.path("refused").asLong() == 0 ? 0 : 1;
  }
}
