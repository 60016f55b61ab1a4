package io.huodang.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code verify}: holds what is kept against what the registry says. */
@Command(
    name = "verify",
    description = {
      "Reads everything in the vault again and compares it with its hash and size in the registry,",
      "compares the index with the registry, both ways, and walks the chain of the audit.",
      "Its exit status is 1 when something was wrong, also when it could be mended.",
      "Stopping this command does not stop the work; calling it again follows it."
    },
    mixinStandardHelpOptions = true)
final class Verify implements Callable<Integer> {
  private static final int PRINTED = 200;

  @Mixin private HomeOption home = new HomeOption();

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Server server = Server.of(home.path());
    ProgressBar bar = new ProgressBar();
    JsonNode state = server.post("/verifications", null);
    String path = "/verifications/" + state.path("id").asString();
    while (state.path("state").asString().equals("running")) {
      Thread.sleep(200);
      state = server.get(path);
      String stage = state.path("stage").asString();
      int all = state.path("expected").path(stage).asInt();
      int done = state.path("checked").path(stage).asInt();
      bar.show(stage, Math.min(done, Math.max(done, all)), Math.max(1, Math.max(done, all)));
    }
    bar.end();
    List<JsonNode> findings = findings(server, path + "/findings?limit=200");
    if (json) {
      System.out.println(
          JsonMapper.shared()
              .writeValueAsString(Map.of("verification", state, "findings", findings)));
    } else {
      print(state, findings);
    }
    return state.path("wrong").asLong() == 0 ? 0 : 1;
  }

  private static List<JsonNode> findings(Server server, String path)
      throws java.io.IOException, InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode part = server.get(path);
        ;
        part = server.get(path + "&cursor=" + part.path("next").asString())) {
      part.path("items").forEach(all::add);
      if (!part.path("next").isString()) {
        return all;
      }
    }
  }

  private static void print(JsonNode state, List<JsonNode> findings) {
    for (JsonNode finding : findings.subList(0, Math.min(PRINTED, findings.size()))) {
      StringBuilder line =
          new StringBuilder(
              !finding.path("wrong").asBoolean()
                  ? "remark "
                  : finding.path("mended").asBoolean() ? "MENDED " : "WRONG  ");
      line.append(finding.path("code").asString());
      for (String named :
          List.of(
              "sha256", "scanFileId", "batchId", "pageId", "subjectKind", "subjectId", "detail")) {
        if (finding.path(named).isString()) {
          line.append(' ').append(named).append(' ').append(finding.path(named).asString());
        }
      }
      System.out.println(line.append(": ").append(finding.path("text").asString()));
    }
    if (findings.size() > PRINTED) {
      System.out.printf("… and %d more; --json has all%n", findings.size() - PRINTED);
    }
    JsonNode checked = state.path("checked");
    System.out.printf(
        "Looked at %d masters, %d page texts, %d manifests, %d pictures (%d MB read), %d persons and items of the index, %d rows of the audit: %d wrong, %d remarks%n",
        checked.path("masters").asLong(),
        checked.path("page-texts").asLong(),
        checked.path("manifests").asLong(),
        checked.path("pictures").asLong(),
        state.path("bytes").asLong() >> 20,
        checked.path("index").asLong(),
        checked.path("audit").asLong(),
        state.path("wrong").asLong(),
        state.path("remarks").asLong());
  }
}
