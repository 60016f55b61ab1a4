package io.huodang.cli;

import picocli.CommandLine.Command;

/** {@code bench}: each a ratio against a named baseline in the same run. */
@Command(
    name = "bench",
    description = "The benchmarks, each against a named baseline in the same run.",
    subcommands = {
      BenchRecognition.class,
      BenchSoak.class,
      BenchMatching.class,
      BenchLinking.class,
      BenchPdf.class,
      BenchSearch.class,
      BenchSearchQuality.class,
      BenchFindable.class,
      BenchDelivery.class
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "NAME")
final class Bench {
  private Bench() {}
}
