package io.huodang.cli;

import java.util.List;
import java.util.Locale;

/**
 * How some pages were read.
 *
 * @param cer wrong, missing and extra characters for each hundred printed (Chinese, letters,
 *     digits)
 * @param names exactly right, and so on
 * @param rows of lists, whose ID number is exactly right
 * @param types pages whose document type is right
 * @param invented names and numbers that were found where none is printed
 * @param seconds wall-clock seconds a page, all threads together
 */
record Score(
    String pages,
    String reader,
    int count,
    double cer,
    Share names,
    Share ids,
    Share insuredNumbers,
    Share rows,
    Share types,
    int invented,
    double seconds) {

  /** How many are right, of how many. */
  record Share(int right, int of) {
    @Override
    public String toString() {
      return right + "/" + of;
    }
  }

  /** A page, and what a reader made of it. */
  record Read(KnownPage known, Reading reading) {}

  static Score of(String pages, String reader, List<Read> read, double seconds) {
    int errors = 0;
    int printed = 0;
    int invented = 0;
    for (Read page : read) {
      int[] expected = CharacterErrors.counted(page.known.text());
      errors += CharacterErrors.between(expected, CharacterErrors.counted(page.reading.text()));
      printed += expected.length;
      for (String key : Reading.KEYS) {
        invented += !page.known.fields().containsKey(key) && page.reading.has(key) ? 1 : 0;
      }
    }
    return new Score(
        pages,
        reader,
        read.size(),
        Math.round(10_000.0 * errors / Math.max(1, printed)) / 100.0,
        share(read, "personName"),
        share(read, "citizenId"),
        share(read, "insuredNumber"),
        rows(read),
        types(read),
        invented,
        Math.round(seconds / Math.max(1, read.size()) * 100) / 100.0);
  }

  private static Share share(List<Read> read, String field) {
    int right = 0;
    int of = 0;
    for (Read page : read) {
      String expected = page.known.fields().get(field);
      if (expected != null) {
        of++;
        right += page.reading.shows(field, expected) ? 1 : 0;
      }
    }
    return new Share(right, of);
  }

  private static Share rows(List<Read> read) {
    int right = 0;
    int of = 0;
    for (Read page : read) {
      of += page.known.people().size();
      right += (int) page.known.people().stream().filter(page.reading.people()::contains).count();
    }
    return new Share(right, of);
  }

  private static Share types(List<Read> read) {
    int right = 0;
    int of = 0;
    for (Read page : read) {
      String type = page.known.documentType();
      if (type != null) {
        of++;
        right += page.reading.isOf(type) ? 1 : 0;
      }
    }
    return new Share(right, of);
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%-32s %-16s %3d pages  CER %6.2f %%  name/ID/insured %s %s %s  rows %s  type %s  invented %d  %5.2f s/page",
        pages,
        reader,
        count,
        cer,
        names,
        ids,
        insuredNumbers,
        rows,
        types,
        invented,
        seconds);
  }
}
