package io.huodang.intake.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.intake.Arrangement;
import io.huodang.intake.Grouping;
import io.huodang.vocabulary.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/arrangements}: what would become which item, before anything is delivered. */
@RestController
class Arrangements {
  private static final int MOST_PATHS = 50_000;
  private static final int MOST_SHOWN = 200;

  /**
   * Files that someone is about to deliver.
   *
   * @param paths as they would be delivered
   */
  record Asked(@Nullable String arrangement, @Nullable List<String> paths) {}

  /**
   * What they would become.
   *
   * @param known whether the paths tell; else it is known when the pages were read
   * @param total how many items; 0 when that is not known
   * @param items the first 200 of them
   */
  record Preview(String arrangement, boolean known, int total, List<Proposed> items) {}

  /** An item to be, with the paths of its files in order. */
  record Proposed(String name, @Nullable String fileNumber, List<String> files) {}

  @PostMapping(path = "/api/v1/arrangements/preview", produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Action.UPLOAD)
  Preview preview(@RequestBody Asked asked) {
    List<String> paths = asked.paths() == null ? List.of() : asked.paths();
    if (paths.size() > MOST_PATHS) {
      throw new Refusal(
          "too-many-paths", "A preview takes up to " + MOST_PATHS + " paths; ask for fewer.");
    }
    Arrangement arrangement = of(asked.arrangement());
    List<Grouping.Group> groups =
        arrangement.isKnownByPaths() ? Grouping.of(arrangement, paths) : List.of();
    return new Preview(
        arrangement.word(),
        arrangement.isKnownByPaths(),
        groups.size(),
        groups.stream().limit(MOST_SHOWN).map(group -> proposed(group, paths)).toList());
  }

  /**
   * The arrangement of that word; every file an item where none is named.
   *
   * @throws Refusal {@code unknown-arrangement}
   */
  static Arrangement of(@Nullable String word) {
    return Arrangement.ofWord(word == null ? Arrangement.FILE_IS_ITEM.word() : word)
        .orElseThrow(
            () ->
                new Refusal(
                    "unknown-arrangement",
                    "An arrangement is one of "
                        + Arrays.stream(Arrangement.values())
                            .map(Arrangement::word)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static Proposed proposed(Grouping.Group group, List<String> paths) {
    return new Proposed(
        group.name(), group.fileNumber(), group.files().stream().map(paths::get).toList());
  }
}
