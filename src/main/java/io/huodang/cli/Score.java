package io.huodang.cli;

import io.huodang.cli.Contestant.Read;
import io.huodang.recognition.Effort;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How some pages were read.
 *
 * @param pages which, for example {@code ruled, damaged}
 * @param pagesPerMinute of all threads together, while all of them are busy
 * @param slowerThanUs how many times its pages a minute ours makes of the same pages; null for us
 * @param cpuSeconds a page
 * @param dearerThanUs how many times ours; null for us. Says more than the clock on a busy machine
 * @param cer wrong, missing and extra characters for each hundred printed (Chinese, letters,
 *     digits)
 * @param anyOrder the same when each character may stand anywhere on the page: what is left of the
 *     former when columns are read in another order
 * @param names exactly right, and so on
 * @param rows of lists, whose ID number is exactly right
 * @param types pages whose document type is right
 * @param invented names and numbers that were found where none is printed
 * @param preparing milliseconds of a processor a page for everything on the picture but decoding,
 *     encoding and the engine; null where not told
 * @param readings how often the engine was shown a line, for each line; null where not told
 */
record Score(
    String pages,
    String reader,
    int count,
    double pagesPerMinute,
    @Nullable Double slowerThanUs,
    double cpuSeconds,
    @Nullable Double dearerThanUs,
    double cer,
    double anyOrder,
    Share names,
    Share ids,
    Share insuredNumbers,
    Share rows,
    Share types,
    int invented,
    @Nullable Long preparing,
    @Nullable Double readings) {

  /** How many are right, of how many. */
  record Share(int right, int of) {
    @Override
    public String toString() {
      return of == 0 ? "–" : right + "/" + of;
    }
  }

  /**
   * Of pages that somebody read.
   *
   * @param threads that read at once
   * @param ours the score of our reader on the same pages, null for our own
   */
  static Score of(String pages, String reader, int threads, List<Read> read, @Nullable Score ours) {
    long errors = 0;
    long strangers = 0;
    long printed = 0;
    int invented = 0;
    for (Read page : read) {
      int[] expected = CharacterErrors.counted(page.known().text());
      int[] found = CharacterErrors.counted(page.reading().text());
      errors += CharacterErrors.between(expected, found);
      strangers += CharacterErrors.inAnyOrder(expected, found);
      printed += expected.length;
      for (String key : Reading.KEYS) {
        invented += !page.known().fields().containsKey(key) && page.reading().has(key) ? 1 : 0;
      }
    }
    double pagesPerMinute = 60 * threads / mean(read, Read::seconds);
    double cpuSeconds = mean(read, page -> page.attempt().cpuSeconds());
    List<Effort> efforts =
        read.stream().map(page -> page.attempt().effort()).filter(Objects::nonNull).toList();
    return new Score(
        pages,
        reader,
        read.size(),
        rounded(pagesPerMinute, 10),
        ours == null ? null : rounded(ours.pagesPerMinute / pagesPerMinute, 100),
        rounded(cpuSeconds, 100),
        ours == null ? null : rounded(cpuSeconds / ours.cpuSeconds, 100),
        rounded(100.0 * errors / Math.max(1, printed), 100),
        rounded(100.0 * strangers / Math.max(1, printed), 100),
        field(read, "personName"),
        field(read, "citizenId"),
        field(read, "insuredNumber"),
        rows(read),
        types(read),
        invented,
        efforts.isEmpty() ? null : Math.round(1000 * mean(efforts, Effort::preparing)),
        efforts.isEmpty()
            ? null
            : rounded(mean(efforts, Effort::readings) / mean(efforts, Effort::lines), 100));
  }

  private static <T> double mean(List<T> all, ToDoubleFunction<T> figure) {
    return all.stream().mapToDouble(figure).average().orElse(0);
  }

  private static double rounded(double value, int parts) {
    return Double.isFinite(value) ? Math.round(value * parts) / (double) parts : 0;
  }

  private static Share field(List<Read> read, String field) {
    int right = 0;
    int of = 0;
    for (Read page : read) {
      String expected = page.known().fields().get(field);
      if (expected != null) {
        of++;
        right += page.reading().shows(field, expected) ? 1 : 0;
      }
    }
    return new Share(right, of);
  }

  private static Share rows(List<Read> read) {
    int right = 0;
    int of = 0;
    for (Read page : read) {
      of += page.known().people().size();
      right += (int) page.known().people().stream().filter(page.reading()::lists).count();
    }
    return new Share(right, of);
  }

  private static Share types(List<Read> read) {
    int right = 0;
    int of = 0;
    for (Read page : read) {
      String type = page.known().documentType();
      if (type != null) {
        of++;
        right += page.reading().isOf(type) ? 1 : 0;
      }
    }
    return new Share(right, of);
  }
}
