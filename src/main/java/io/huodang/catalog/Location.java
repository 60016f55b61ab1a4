package io.huodang.catalog;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A storage location (库位) as its path from the room to the box: 甲库-03-02-05-盒12.
 *
 * @param codes from the outermost to the innermost, at least one
 */
public record Location(List<String> codes) {
  private static final Pattern BETWEEN = Pattern.compile("[-/\\\\>|,，、;；\\s—–]+");
  static final int DEEPEST = 8;
  private static final int LONGEST_CODE = 32;

  public Location {
    codes = List.copyOf(codes);
  }

  /** Reads a path with any of the usual separators; empty when it is none, or too deep. */
  public static Optional<Location> parse(String text) {
    List<String> codes =
        Arrays.stream(BETWEEN.split(Normalizer.normalize(text, Normalizer.Form.NFKC)))
            .filter(code -> !code.isEmpty())
            .toList();
    boolean sound =
        !codes.isEmpty()
            && codes.size() <= DEEPEST
            && codes.stream().allMatch(code -> code.length() <= LONGEST_CODE);
    return sound ? Optional.of(new Location(codes)) : Optional.empty();
  }

  /** Whether it is another location, or stands within it. */
  public boolean isWithin(Location other) {
    return codes.size() >= other.codes.size()
        && codes.subList(0, other.codes.size()).equals(other.codes);
  }

  @Override
  public String toString() {
    return String.join("-", codes);
  }
}
