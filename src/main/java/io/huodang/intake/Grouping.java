package io.huodang.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which files become one item together, by their delivered paths alone: the same before a folder is
 * taken in, as a preview, and after.
 */
public final class Grouping {
  /** The name of 档号-0001.jpg without its page number; the number may follow any usual sign. */
  private static final Pattern NUMBERED = Pattern.compile("(.+?)[-_. ·](\\d{1,6})");

  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Grouping() {}

  /**
   * Files that are one item.
   *
   * @param name of the folder, or what the files' names have in common; empty for files in no
   *     folder
   * @param fileNumber 档号, where the files' names carry one
   * @param files positions in the list of paths, in the order of the item's pages
   */
  public record Group(String name, @Nullable String fileNumber, List<Integer> files) {}

  private record Key(String folder, String stem) {}

  /** As below, with no catalogue. */
  public static List<Group> of(Arrangement arrangement, List<String> paths) {
    return of(arrangement, paths, Set.of());
  }

  /**
   * The items that files of those paths become, in the order of their first files.
   *
   * @param catalogued the file numbers of the batch's catalogue; a file that bears none of them is
   *     grouped by its name
   */
  public static List<Group> of(
      Arrangement arrangement, List<String> paths, Set<String> catalogued) {
    Map<String, String> numbers =
        catalogued.stream()
            .collect(Collectors.toMap(Grouping::plain, number -> number, (a, b) -> a));
    List<DeliveredName> names = paths.stream().map(DeliveredName::of).toList();
    List<Integer> order =
        IntStream.range(0, paths.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer at) -> paths.get(at), NaturalOrder.INSTANCE)
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    Map<Object, List<Integer>> groups = new LinkedHashMap<>();
    for (Integer at : order) {
      DeliveredName name = names.get(at);
      Object key =
          switch (arrangement) {
            case FILE_IS_ITEM -> at;
            // Within a folder, the sheets tell: no item reaches over a folder's end.
            case FOLDER_IS_ITEM, SEPARATOR_SHEETS -> name.folder();
            case NAME_PREFIX -> new Key(name.folder(), prefix(name.stem()));
            case CATALOGUE ->
                catalogued(name, numbers)
                    .<Object>map(number -> number)
                    .orElseGet(() -> new Key(name.folder(), prefix(name.stem())));
          };
      groups.computeIfAbsent(key, none -> new ArrayList<>()).add(at);
    }
    return groups.values().stream()
        .map(files -> group(arrangement, names.get(files.getFirst()), files, numbers))
        .toList();
  }

  private static Group group(
      Arrangement arrangement,
      DeliveredName first,
      List<Integer> files,
      Map<String, String> numbers) {
    return switch (arrangement) {
      case FILE_IS_ITEM -> new Group(first.stem(), null, files);
      case FOLDER_IS_ITEM, SEPARATOR_SHEETS -> new Group(first.folderName(), null, files);
      case NAME_PREFIX -> {
        String prefix = prefix(first.stem());
        yield new Group(prefix, fileNumber(prefix), files);
      }
      case CATALOGUE -> {
        String number = catalogued(first, numbers).orElse(null);
        yield new Group(number == null ? prefix(first.stem()) : number, number, files);
      }
    };
  }

  /**
   * The number of the catalogue that the file's name or one of its folders is, the nearest first.
   */
  private static Optional<String> catalogued(DeliveredName name, Map<String, String> numbers) {
    List<String> parts = new ArrayList<>(List.of(name.folder().split("/")));
    parts.add(prefix(name.stem()));
    parts.add(name.stem());
    return parts.reversed().stream()
        .map(part -> numbers.get(plain(part)))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** File systems do not take every sign of a file number: any run of signs is like any other. */
  private static String plain(String number) {
    return SIGNS.matcher(number.strip()).replaceAll("-");
  }

  private static String prefix(String stem) {
    Matcher numbered = NUMBERED.matcher(stem);
    return numbered.matches() ? numbered.group(1) : stem;
  }

  /** A scanner's own {@code IMG} or {@code scan} is no file number: those carry digits. */
  private static @Nullable String fileNumber(String prefix) {
    return prefix.chars().anyMatch(Character::isDigit) ? prefix : null;
  }
}
