package io.huodang.cli;

import io.huodang.bench.Figures;
import io.huodang.bench.SearchBench.Report;
import io.huodang.bench.SearchBench.Size;
import io.huodang.bench.SearchBench.Step;
import io.huodang.bench.SearchBench.Without;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Several runs of {@code bench search} side by side, as tables of Markdown. */
final class GrowthTable {
  private static final String SERVICE = "huodang";

  private final List<Report> reports;

  GrowthTable(List<Report> reports) {
    this.reports = reports;
  }

  String markdown() {
    StringBuilder out = new StringBuilder();
    row(out, "", report -> "%,d people".formatted(report.filling().people()));
    out.append("|---").append("|---:".repeat(reports.size())).append("|\n");
    row(out, "Papers · pages with text", this::papers);
    row(out, "Index · registry, MB", this::room);
    row(out, "Documents indexed a second", report -> "%,d".formatted(Math.round(pace(report))));
    for (Figures one : reports.getFirst().figures()) {
      row(
          out,
          one.target().equals(SERVICE) ? one.kind() : one.kind() + ", " + one.target(),
          report -> latency(report.figures(), one));
    }
    row(out, "Too much at, queries a second", this::tooMuch);
    row(out, "While the index is filled anew", this::rebuild);
    Without without = reports.getFirst().without();
    if (without != null) {
      for (Figures one : without.away()) {
        row(out, one.kind() + ", without Elasticsearch", report -> latency(awayOf(report), one));
      }
      row(out, "Its first ten seconds, all kinds", this::leaving);
      row(out, "Until the index answers again, s", this::back);
    }
    return out.toString();
  }

  private void row(StringBuilder out, String name, Function<Report, String> cell) {
    out.append(
        reports.stream().map(cell).collect(Collectors.joining(" | ", "| " + name + " | ", " |\n")));
  }

  private String papers(Report report) {
    return "%,d · %,d".formatted(report.filling().papers(), report.filling().pages());
  }

  private String room(Report report) {
    long index =
        report.sizes().stream()
            .filter(size -> size.documents() > 0 && !size.name().equals("baseline"))
            .mapToLong(Size::bytes)
            .sum();
    long registry =
        report.sizes().stream()
            .filter(size -> size.name().equals("registry"))
            .mapToLong(Size::bytes)
            .sum();
    return "%,d · %,d".formatted(index >> 20, registry >> 20);
  }

  private static double pace(Report report) {
    return report.filling().indexSeconds() == 0
        ? 0
        : report.filling().documents() / report.filling().indexSeconds();
  }

  private static List<Figures> awayOf(Report report) {
    return report.without() == null ? List.of() : report.without().away();
  }

  private static String latency(List<Figures> figures, Figures like) {
    return figures.stream()
        .filter(one -> one.kind().equals(like.kind()) && one.target().equals(like.target()))
        .findFirst()
        .map(
            one ->
                String.format(
                    Locale.ROOT,
                    "%.0f / %.0f / %.0f; %.1f → %.1f %%",
                    one.p50(),
                    one.p95(),
                    one.p99(),
                    one.found(),
                    one.narrowed()))
        .orElse("");
  }

  private String tooMuch(Report report) {
    if (report.rising().size() < 2) {
      return "";
    }
    Step last = report.rising().getLast();
    Step before = report.rising().get(report.rising().size() - 2);
    return String.format(
        Locale.ROOT,
        "%.0f (at %.0f: %.0f / %.0f / %.0f)",
        last.rate(),
        before.rate(),
        before.figures().p50(),
        before.figures().p95(),
        before.figures().p99());
  }

  private String leaving(Report report) {
    Without without = report.without();
    return without == null ? "" : latency(List.of(without.leaving()), without.leaving());
  }

  private String back(Report report) {
    Without without = report.without();
    return without == null ? "" : String.format(Locale.ROOT, "%.1f", without.secondsBack());
  }

  private String rebuild(Report report) {
    if (report.rebuild() == null) {
      return "";
    }
    Figures before = report.rebuild().before();
    Figures meanwhile = report.rebuild().meanwhile();
    return String.format(
        Locale.ROOT,
        "%.0f / %.0f / %.0f instead of %.0f / %.0f / %.0f, %,.0f documents a second",
        meanwhile.p50(),
        meanwhile.p95(),
        meanwhile.p99(),
        before.p50(),
        before.p95(),
        before.p99(),
        report.rebuild().documents());
  }
}
