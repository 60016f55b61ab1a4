package io.huodang.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code find}: the search that the web page does. */
@Command(
    name = "find",
    description = "Finds people, items and text as the web page does.",
    mixinStandardHelpOptions = true)
final class Find implements Callable<Integer> {
  @Mixin private HomeOption home = new HomeOption();

  @Parameters(paramLabel = "QUERY", description = "A name, citizen ID, insured number or words.")
  private String query = "";

  @Option(names = "--limit", paramLabel = "N", description = "How many of each; 10 unless given.")
  private int limit = 10;

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    JsonNode found =
        Server.of(home.path())
            .post(
                "/search",
                Map.of("query", query, "in", List.of("people", "items", "text"), "limit", limit));
    if (json) {
      System.out.println(found);
      return 0;
    }
    for (JsonNode person : found.path("people")) {
      System.out.printf(
          "%s  %s  %s  %d items, %d pages  (%s)%n",
          person.path("name").asString("—"),
          person.path("citizenIdMasked").asString("—"),
          String.join(
              " ", person.path("insuredNumbers").valueStream().map(JsonNode::asString).toList()),
          person.path("itemCount").asInt(),
          person.path("pageCount").asInt(),
          person.path("why").asString(""));
    }
    for (JsonNode item : found.path("items")) {
      System.out.printf(
          "%s  %s  (%s)%n",
          item.path("title").asString("—"),
          item.path("date").asString("—"),
          item.path("why").asString(""));
    }
    for (JsonNode text : found.path("text")) {
      System.out.printf(
          "page %d: %s%n",
          text.path("page").asInt(), text.path("snippet").asString("").replaceAll("</?em>", ""));
    }
    System.err.printf("%d ms%n", found.path("tookMs").asInt());
    return 0;
  }
}
