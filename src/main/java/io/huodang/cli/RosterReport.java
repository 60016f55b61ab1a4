package io.huodang.cli;

import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What an import of a roster found, for a person at a terminal. Names and numbers stay out. */
final class RosterReport {
  private static final int LINES_SHOWN = 20;
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("no-name", "has no name"),
          Map.entry("bad-name", "has a name that cannot be one"),
          Map.entry("no-number", "has neither an ID nor an insured number"),
          Map.entry("invalid-citizen-id", "has an ID that is not valid; kept as printed"),
          Map.entry(
              "scientific-number",
              "has an ID that a spreadsheet rounded (1.23E+17); kept as printed"),
          Map.entry(
              "invalid-insured-number",
              "has an insured number of an unusual form; kept as printed"),
          Map.entry("invalid-birth-date", "has a birth date that cannot be read"),
          Map.entry("birth-differs", "states another birth date than its ID"),
          Map.entry("sex-differs", "states another sex than its ID"),
          Map.entry("other-id", "has a number that is no citizen ID"),
          Map.entry("person-twice", "names a person who stands on several lines"),
          Map.entry("number-shared", "shares its ID with another name (重号); both are kept"),
          Map.entry("insured-number-shared", "shares its insured number with another person"));

  private RosterReport() {}

  static void print(JsonNode state, JsonNode remarks) {
    boolean dryRun = state.path("dryRun").asBoolean();
    System.out.printf(
        Locale.ROOT,
        "%d lines name %d persons; %d lines refused%n",
        state.path("lines").asInt(),
        state.path("persons").asInt(),
        state.path("refused").asInt());
    int differences =
        state.path("added").asInt()
            + state.path("changed").asInt()
            + state.path("returned").asInt()
            + state.path("missing").asInt();
    if (differences == 0) {
      System.out.println("Nothing differs from the last roster; nothing was changed.");
    } else {
      System.out.printf(
          Locale.ROOT,
          "%s%d added, %d changed, %d missing since the last roster, %d back again, %d unchanged%n",
          dryRun ? "Would be: " : "",
          state.path("added").asInt(),
          state.path("changed").asInt(),
          state.path("missing").asInt(),
          state.path("returned").asInt(),
          state.path("unchanged").asInt());
      System.out.printf("%-18s %10s %10s %10s%n", "field", "before", "after", "changed");
      for (JsonNode field : state.path("fields")) {
        System.out.printf(
            Locale.ROOT,
            "%-18s %10d %10d %10d%n",
            field.path("field").asString(),
            field.path("before").asInt(),
            field.path("after").asInt(),
            field.path("changed").asInt());
      }
    }
    if (!state.path("unknownHeadings").isEmpty()) {
      System.out.println(
          "Columns left alone: "
              + String.join(
                  ", ",
                  state.path("unknownHeadings").valueStream().map(JsonNode::asString).toList()));
    }
    lines(state.path("remarks"), remarks.path("items"));
    if (state.path("notYetFindable").asInt() > 0) {
      System.out.printf(
          Locale.ROOT,
          "%d persons are on their way into the index.%n",
          state.path("notYetFindable").asInt());
    }
  }

  private static void lines(JsonNode counts, JsonNode remarks) {
    counts
        .propertyStream()
        .forEach(
            count ->
                System.out.printf(
                    Locale.ROOT,
                    "%d: a line %s%n",
                    count.getValue().asInt(),
                    WORDS.getOrDefault(count.getKey(), count.getKey())));
    int shown = 0;
    for (JsonNode remark : remarks) {
      if (shown++ == LINES_SHOWN) {
        System.out.printf("… and more; see the screen 参保名册 or --json.%n");
        return;
      }
      System.out.printf(
          Locale.ROOT,
          "  line %d %s%s%n",
          remark.path("line").asInt(),
          remark.path("refused").asBoolean() ? "refused: it " : "",
          WORDS.getOrDefault(remark.path("code").asString(), remark.path("code").asString()));
    }
  }
}
