package io.huodang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands on pages, where somebody wrote it down. */
final class Truth {
  /** Nobody did. */
  static final Truth NONE = new Truth();

  private final Map<Place, KnownPage> pages = new HashMap<>();
  private final Set<Path> tellers = new HashSet<>();

  private record Place(Path file, int page) {}

  private Truth() {}

  /**
   * Of files and folders of scans.
   *
   * @param given in one of the forms of {@link KnownPage#of}; null: {@code truth.json} in each
   *     folder, if it is there
   */
  static Truth of(List<Path> scans, @Nullable Path given) throws IOException {
    Truth truth = new Truth();
    for (Path path : scans) {
      Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().normalize().getParent();
      Path file = given == null && folder != null ? folder.resolve("truth.json") : given;
      if (folder != null && file != null && (given != null || Files.isRegularFile(file))) {
        truth.tellers.add(whole(file));
        for (KnownPage page : KnownPage.of(folder, file)) {
          truth.pages.put(new Place(whole(page.file()), page.page()), page);
        }
      }
    }
    return truth;
  }

  boolean isEmpty() {
    return pages.isEmpty();
  }

  /** Whether this file tells it, and is no scan. */
  boolean isToldBy(Path file) {
    return tellers.contains(whole(file));
  }

  Optional<KnownPage> of(Path file, int page) {
    return Optional.ofNullable(pages.get(new Place(whole(file), page)));
  }

  private static Path whole(Path file) {
    return file.toAbsolutePath().normalize();
  }
}
