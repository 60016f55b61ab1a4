package io.huodang.testing;

import io.huodang.access.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Who may do what, as {@code rights.txt} says it. */
public final class RightsTable {
  /** By path, then by method. */
  public static final Comparator<String> ORDER =
      Comparator.comparing((String operation) -> operation.split(" +", 2)[1])
          .thenComparing(operation -> operation.split(" +", 2)[0]);

  /** What a role may do of an operation. */
  public enum Right {
    YES,
    OWN,
    NO
  }

  private final Map<String, List<Right>> rows = new TreeMap<>(ORDER);

  private RightsTable() {}

  /** Reads the table; its columns are the roles in their order. */
  public static RightsTable read() {
    RightsTable table = new RightsTable();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(RightsTable.class.getResourceAsStream("/rights.txt")),
                StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(table::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  /** The operations, for example {@code GET /api/v1/batches}. */
  public List<String> operations() {
    return List.copyOf(rows.keySet());
  }

  /** What the table says. */
  public Right right(String operation, Role role) {
    return Objects.requireNonNull(rows.get(operation)).get(role.ordinal());
  }

  private void add(String line) {
    String[] words = line.strip().split(" +");
    if (words.length != 2 + Role.values().length) {
      throw new IllegalStateException("Not a row of rights: " + line);
    }
    List<Right> rights =
        List.of(words).subList(2, words.length).stream()
            .map(word -> Right.valueOf(word.equals("-") ? "NO" : word.toUpperCase(Locale.ROOT)))
            .toList();
    if (rows.put(words[0] + " " + words[1], rights) != null) {
      throw new IllegalStateException("Twice in the table: " + line);
    }
  }
}
