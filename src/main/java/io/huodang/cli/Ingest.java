package io.huodang.cli;

import io.huodang.vocabulary.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code ingest}: delivers files or folders as a batch. */
@Command(
    name = "ingest",
    description = "Delivers files or folders as a batch.",
    mixinStandardHelpOptions = true)
final class Ingest implements Callable<Integer> {
  @Mixin private HomeOption home = new HomeOption();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders of files.")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--title", paramLabel = "T", description = "What the batch is called.")
  private String title = "";

  @Option(names = "--source", paramLabel = "S", description = "hall, employer or vendor.")
  private String source = "vendor";

  @Option(
      names = "--arrangement",
      paramLabel = "A",
      description =
          "How files become items: file-is-item, folder-is-item, name-prefix or catalogue.")
  private String arrangement = "file-is-item";

  @Option(
      names = "--catalogue",
      paramLabel = "FILE.csv",
      description = "What the delivery says of its items; its rows can be found at once.")
  private @Nullable Path catalogue;

  @Option(
      names = "--wait",
      description = "End when every page is findable, flagged or quarantined.")
  private boolean wait;

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    List<Parcel> parcels = Parcel.in(paths, catalogue);
    Server server = Server.of(home.path());
    String batch =
        server
            .post("/batches", Map.of("title", title, "source", source, "arrangement", arrangement))
            .path("id")
            .asString();
    if (catalogue != null) {
      JsonNode taken =
          server.put("/batches/" + batch + "/catalogue", catalogue, "UTF-8''catalogue.csv");
      System.err.printf(
          "Catalogue: %d rows, %d findings%n",
          taken.path("rows").asInt(), taken.path("findings").size());
    }
    ProgressBar bar = new ProgressBar();
    int sent = 0;
    int refused = 0;
    for (Parcel parcel : parcels) {
      try {
        parcel.sendTo(server, batch, ++sent);
      } catch (Refusal e) {
        refused++;
        System.err.printf("%n%s: %s%n", parcel.delivered(), e.getMessage());
      }
      bar.show("sent", sent, parcels.size());
    }
    server.post("/batches/" + batch + "/seal", null);
    JsonNode state = server.get("/batches/" + batch);
    while (wait && !state.path("state").asString().equals("done")) {
      Thread.sleep(500);
      state = server.get("/batches/" + batch);
      JsonNode pages = state.path("pages");
      bar.show(
          "pages findable",
          pages.path("findable").asInt() + pages.path("quarantined").asInt(),
          Math.max(1, pages.path("total").asInt()));
    }
    bar.end();
    if (json) {
      System.out.println(state);
    } else {
      System.out.println(
          "Batch %s: %d files, %d quarantined; %d pages, %d findable, %d flagged, %d quarantined"
              .formatted(
                  batch,
                  state.path("files").path("received").asInt(),
                  state.path("files").path("quarantined").asInt(),
                  state.path("pages").path("total").asInt(),
                  state.path("pages").path("findable").asInt(),
                  state.path("pages").path("flagged").asInt(),
                  state.path("pages").path("quarantined").asInt()));
    }
    return refused == 0 ? 0 : 1;
  }
}
