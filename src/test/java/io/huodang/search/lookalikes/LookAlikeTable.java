package io.huodang.search.lookalikes;

import io.huodang.vocabulary.Han;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Prints {@code look-alikes.txt}: for each character those that are taken for it. Three sources, in
 * this order: what Tesseract took it for ({@link Misreadings}), what people do (mistaken.txt), and
 * what has nearly the same shape in the fonts that forms are printed in ({@link Glyphs}).
 *
 * <p>Run it with the test class path, {@code OMP_THREAD_LIMIT=1} and the fonts named in {@link
 * Glyphs}; {@code --shapes} leaves Tesseract out. Takes some minutes.
 */
public final class LookAlikeTable {
  private static final long SEED = 20_261_124;
  private static final int FEWEST_MISREADINGS = 2;
  private static final int MOST_MISREADINGS = 8;
  private static final int MOST_SHAPES = 8;
  private static final float LEAST_LIKENESS = 0.925f;
  private static final float WORTH_A_LOOK = 0.8f;

  /** Of names, and not in GB 2312. */
  private static final String BEYOND = "堃喆犇翀祎玥珺珅昇暐鋆玘琇媖婳嫚孋焜煊烨珮翯赟韫骉骁曈旻昉晙晞栩梓楷榕槿澍濛瀚煜燊璟璠瑀瑄瑢瑨璇甯禤";

  private final Map<Integer, Set<Integer>> table = new TreeMap<>();

  private LookAlikeTable() {}

  public static void main(String[] arguments) throws IOException {
    List<Integer> characters = characters();
    List<String> families = Glyphs.families();
    LookAlikeTable made = new LookAlikeTable();
    boolean read = !List.of(arguments).contains("--shapes");
    if (read) {
      made.addMisreadings(characters, families);
    }
    made.addMistaken();
    made.addShapes(characters, families);
    System.out.println(
        "# Characters that are taken for the first of their line, the likeliest first.");
    System.out.println(
        "# Made by io.huodang.search.lookalikes.LookAlikeTable, seed " + SEED + ": of");
    System.out.println(
        "# "
            + characters.size()
            + " characters, "
            + (read ? "what Tesseract (chi_sim) took them for, " : "")
            + "what people write for one another,");
    System.out.println("# and what looks nearly the same in " + String.join(", ", families) + ".");
    made.table.forEach(
        (c, others) ->
            System.out.println(
                Character.toString(c)
                    + " "
                    + others.stream().map(Character::toString).collect(Collectors.joining())));
  }

  private void addMisreadings(List<Integer> characters, List<String> families) {
    Misreadings misreadings = new Misreadings(SEED);
    misreadings.measure(characters, families);
    for (int c : characters) {
      misreadings.of(c).entrySet().stream()
          .filter(taken -> taken.getValue() >= FEWEST_MISREADINGS)
          .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
          .limit(MOST_MISREADINGS)
          .forEach(taken -> add(c, taken.getKey()));
    }
  }

  private void addMistaken() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(LookAlikeTable.class.getResourceAsStream("mistaken.txt"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(
              group ->
                  group
                      .codePoints()
                      .forEach(one -> group.codePoints().forEach(other -> add(one, other))));
    }
  }

  private void addShapes(List<Integer> characters, List<String> families) {
    List<Glyphs> fonts = families.stream().map(family -> new Glyphs(family, characters)).toList();
    Map<Integer, Map<Integer, Float>> alike = new LinkedHashMap<>();
    for (int i = 0; i < characters.size(); i++) {
      for (int j = i + 1; j < characters.size(); j++) {
        int one = characters.get(i);
        int other = characters.get(j);
        if (!(fonts.getFirst().likeness(one, other) < WORTH_A_LOOK)) {
          float likeness = Glyphs.likeness(fonts, one, other);
          if (likeness >= LEAST_LIKENESS) {
            alike.computeIfAbsent(one, c -> new TreeMap<>()).put(other, likeness);
            alike.computeIfAbsent(other, c -> new TreeMap<>()).put(one, likeness);
          }
        }
      }
    }
    alike.forEach(
        (c, others) ->
            others.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.<Float>naturalOrder().reversed()))
                .limit(MOST_SHAPES)
                .forEach(other -> add(c, other.getKey())));
  }

  private void add(int one, int other) {
    if (one != other && Han.simplified(one) != Han.simplified(other)) {
      table.computeIfAbsent(one, c -> new LinkedHashSet<>()).add(other);
      table.computeIfAbsent(other, c -> new LinkedHashSet<>()).add(one);
    }
  }

  /** GB 2312's, which hold nearly all that names are written with, and some beyond. */
  private static List<Integer> characters() {
    Set<Integer> all = new TreeSet<>();
    for (int row = 0xB0; row <= 0xF7; row++) {
      for (int cell = 0xA1; cell <= 0xFE; cell++) {
        new String(new byte[] {(byte) row, (byte) cell}, Charset.forName("GB2312"))
            .codePoints()
            .filter(Han::isHan)
            .forEach(all::add);
      }
    }
    BEYOND.codePoints().forEach(all::add);
    return new ArrayList<>(all);
  }
}
