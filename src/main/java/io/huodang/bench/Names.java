package io.huodang.bench;

import io.huodang.vocabulary.Sex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Names as they are spread: by rank of surname, by decade and sex; of two, three and four
 * characters; a few compound surnames, minority names and rare characters.
 */
final class Names {
  private static final double COMPOUND = 0.004;
  private static final double MINORITY = 0.003;
  private static final double RARE = 0.015;
  private static final int[] DECADES = {1930, 1950, 1970, 1990};
  private static final double[] SHORT = {0.06, 0.1, 0.32, 0.22};

  private final Map<String, List<String>> lists = new HashMap<>();

  Names() {
    try (InputStream in = Objects.requireNonNull(Names.class.getResourceAsStream("names.txt"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> List.of(line.split(" ")))
          .forEach(line -> lists.put(line.getFirst(), line.subList(1, line.size())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of someone born in that year. */
  String of(int year, Sex sex, Lot lot) {
    if (lot.chance(MINORITY)) {
      List<String> parts = list("minority");
      return lot.one(parts) + "·" + lot.one(parts);
    }
    String surname =
        lot.chance(COMPOUND) ? lot.one(list("compound")) : lot.ranked(list("surnames"));
    return surname + given(year, sex, lot);
  }

  /** Another given name of the same person: a former one. */
  String former(String name, int year, Sex sex, Lot lot) {
    return name.substring(0, name.offsetByCodePoints(0, 1)) + given(year, sex, lot);
  }

  private String given(int year, Sex sex, Lot lot) {
    int decade = 0;
    while (decade + 1 < DECADES.length && year >= DECADES[decade + 1] - 5) {
      decade++;
    }
    boolean woman = sex == Sex.FEMALE;
    if (lot.chance(RARE)) {
      String rare = lot.one(list("rare"));
      return lot.chance(0.5) ? rare : rare + lot.ranked(ends(woman, decade));
    }
    if (lot.chance(SHORT[decade])) {
      return lot.ranked(list(woman ? "wsingle" : "single"));
    }
    List<String> firsts = list((woman ? "woman" : "man") + DECADES[decade]);
    return lot.ranked(firsts) + lot.ranked(ends(woman, decade));
  }

  private List<String> ends(boolean woman, int decade) {
    return list((woman ? "wend" : "end") + DECADES[decade]);
  }

  private List<String> list(String name) {
    return Objects.requireNonNull(lists.get(name));
  }
}
